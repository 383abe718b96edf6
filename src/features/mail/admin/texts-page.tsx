import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { useSite } from '#ui/site.tsx'
import { TEMPLATE_WORDS, words } from '../desk-words.ts'
import { ORDER_TEMPLATES } from '../rules.ts'

type Props = { typed: Fields; problems?: Problems; done?: boolean }

/** The maker's own words in each mail to a buyer. */
export function TextsPage({ typed, problems = {}, done = false }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  return (
    <AdminFrame
      title={say(words.texts)}
      current="settings"
      back={{ href: deskLink.mails(), label: say(words.title) }}
    >
      <DeskHead title={say(words.texts)} />
      {done && <Done>{say(deskWords.saved)}</Done>}
      <ProblemSummary problems={problems} />
      <form class="sheet" method="post" action="/admin/mail/texts">
        <div class="sheet-main">
          <p class="s soft">{say(words.textsText)}</p>
          {ORDER_TEMPLATES.map((template) =>
            f.texts({ name: template, label: say(TEMPLATE_WORDS[template]), rows: 2 }),
          )}
        </div>
        <SaveBar />
      </form>
    </AdminFrame>
  )
}
