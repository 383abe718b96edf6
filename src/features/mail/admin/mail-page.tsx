import { formatMoment } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { STATE_LINE, TEMPLATE_WORDS, words } from '../desk-words.ts'
import type { Letter } from '../letter.ts'
import type { MailRow } from '../list-mails.ts'

type Props = {
  mail: MailRow
  /** The mail as it would leave now; null when what it told of is gone. */
  letter: Letter | null
  /** The id of the mail that the button makes. */
  newKey: string
}

/** One mail: to whom, how it went, what it says. */
export function MailPage({ mail, letter, newKey }: Props) {
  const { say } = useSite()
  const title = say(TEMPLATE_WORDS[mail.template])
  return (
    <AdminFrame
      title={title}
      current="settings"
      back={{ href: deskLink.mails(), label: say(words.title) }}
    >
      <DeskHead title={title}>
        {letter && (
          <form method="post" action={`${deskLink.mail(mail.id)}/again`}>
            <input type="hidden" name="key" value={newKey} />
            <Button quiet>{say(mail.state === 'sent' ? words.sendAgain : words.sendNow)}</Button>
          </form>
        )}
      </DeskHead>
      <Facts mail={mail} letter={letter} />
      {letter ? (
        <section class="mail-body">
          <h2>{say(words.body)}</h2>
          <p class="s">
            <a href={`${deskLink.mail(mail.id)}/preview`} target="_blank" rel="noopener">
              {say(words.preview)}
            </a>
          </p>
          <pre class="s">{letter.text}</pre>
        </section>
      ) : (
        <Notice>{say(words.gone)}</Notice>
      )}
    </AdminFrame>
  )
}

function Facts({ mail, letter }: Pick<Props, 'mail' | 'letter'>) {
  const { say, settings, lang } = useSite()
  const at = (moment: number) => formatMoment(moment, settings.shop.timeZone, lang)
  const order = mail.number ? say(words.order, { number: mail.number }) : say(words.orderNoNumber)
  return (
    <dl class="rows mail-facts">
      <div>
        <dt>{say(words.state)}</dt>
        <dd>
          {say(STATE_LINE[mail.state])}
          {mail.sentAt ? `, ${at(mail.sentAt)}` : ''}
          {mail.state === 'waiting' && mail.attempts > 0
            ? `, ${say(words.waitsUntil, { when: at(mail.nextAt) })}`
            : ''}
        </dd>
      </div>
      {letter && (
        <div>
          <dt>{say(words.to)}</dt>
          <dd>{letter.to}</dd>
        </div>
      )}
      {letter && (
        <div>
          <dt>{say(words.subject)}</dt>
          <dd>{letter.subject}</dd>
        </div>
      )}
      <div>
        <dt>{say(words.written)}</dt>
        <dd>{at(mail.createdAt)}</dd>
      </div>
      {mail.orderId && (
        <div>
          <dt>{say(words.about)}</dt>
          <dd>
            <a href={deskLink.order(mail.orderId)}>{order}</a>
          </dd>
        </div>
      )}
      {mail.error && (
        <div>
          <dt>{say(words.why)}</dt>
          <dd class="bad">{mail.error}</dd>
        </div>
      )}
    </dl>
  )
}
