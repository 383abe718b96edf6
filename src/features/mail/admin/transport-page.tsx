import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

type Props = {
  typed: Fields
  problems?: Problems
  done?: boolean
  hasPassword: boolean
  newKey: string
}

/** How mails leave, and a test that they do. */
export function TransportPage({ typed, problems = {}, done = false, hasPassword, newKey }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  return (
    <AdminFrame
      title={say(words.transport)}
      current="settings"
      back={{ href: deskLink.mails(), label: say(words.title) }}
    >
      <DeskHead title={say(words.transport)} />
      {done && <Done>{say(deskWords.saved)}</Done>}
      <ProblemSummary problems={problems} />
      <form class="sheet" method="post" action="/admin/mail/transport">
        <div class="sheet-main">
          {f.choice({
            name: 'transport',
            label: say(words.how),
            choices: CHOICES.map((choice) => ({
              value: choice.value,
              label: say(choice.label),
              hint: say(choice.hint),
            })),
          })}
          {f.line({ name: 'from', label: say(words.from), optional: false, type: 'email' })}
          <section class="smtp-only">
            <h2>{say(words.smtp)}</h2>
            {f.line({ name: 'host', label: say(words.host) })}
            {f.whole({ name: 'port', label: say(words.port), hint: say(words.portHint) })}
            {f.flag({ name: 'secure', label: say(words.secure) })}
            {f.line({ name: 'username', label: say(words.username) })}
            <p class="xs soft">
              {say(words.password)} {say(hasPassword ? words.hasPassword : words.noPassword)}
            </p>
          </section>
        </div>
        <SaveBar />
      </form>
      <section class="mail-test">
        <h2>{say(words.test)}</h2>
        <p class="s soft">{say(words.testText)}</p>
        <form class="desk-form" method="post" action="/admin/mail/test">
          <input type="hidden" name="key" value={newKey} />
          {f.line({ name: 'to', label: say(words.testTo), type: 'email', optional: false })}
          <Button quiet>{say(words.testAct)}</Button>
        </form>
      </section>
    </AdminFrame>
  )
}

const CHOICES = [
  { value: 'none', label: words.keep, hint: words.noneHint },
  { value: 'smtp', label: words.smtp, hint: words.smtpHint },
  { value: 'binding', label: words.binding, hint: words.bindingHint },
]
