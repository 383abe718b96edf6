import { PARTS } from '#features/content/desk-words.ts'
import { PieceList } from '#features/content/admin/piece-fields.tsx'
import type { Block } from '#features/settings/rules.ts'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { TYPES, words } from '../desk-words.ts'
import { FIELDS } from '../rules.ts'
import { BlockField, type BlockForm } from './block-field.tsx'

type Props = BlockForm & {
  type: Block['type']
  /** The mark of the block that is changed; null for a new one. */
  mark: string | null
  stale?: boolean
}

/** The form of one block of the home page. */
export function BlockPage({ type, mark, stale = false, ...form }: Props) {
  const { say } = useSite()
  const { name, text } = TYPES[type]
  const here = mark ? deskLink.content('blocks', mark) : deskLink.content('new', type)
  return (
    <AdminFrame
      title={say(name)}
      current="content"
      back={{ href: deskLink.content(), label: say(PARTS.home) }}
    >
      <DeskHead title={say(name)} />
      <p class="s soft desk-why">{say(text)}</p>
      {stale && <Notice urgent>{say(words.staleForm)}</Notice>}
      <ProblemSummary problems={form.problems ?? {}} />
      <form class="sheet" method="post" action={here} novalidate>
        <div class="sheet-main">
          {FIELDS[type].map((field) => (
            <BlockField field={field} form={form} />
          ))}
        </div>
        <SaveBar />
      </form>
      <PieceList pieces={form.shop.pieces} />
      {mark && (
        <div class="entry-end">
          <AskOnce
            open={say(words.remove)}
            action={`${here}/removal`}
            text={say(words.removeText)}
            act={say(words.removeNow)}
          />
        </div>
      )}
    </AdminFrame>
  )
}
