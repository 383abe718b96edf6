import { LinkFields, type Places } from '#features/content/admin/link-fields.tsx'
import { PieceList } from '#features/content/admin/piece-fields.tsx'
import { PARTS } from '#features/content/desk-words.ts'
import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, Nothing, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { NAMES, words } from '../desk-words.ts'
import { ENTRIES_MOST, type MenuName, rowNumbers } from '../rules.ts'

type Props = {
  name: MenuName
  mark: string
  typed: Fields
  problems?: Problems
  shop: Places & { pieces: readonly { slug: string; title: Text }[] }
  told?: 'unsaved' | 'stale' | undefined
}

/** The form of one menu: rows that are put in order by buttons, and saved together. */
export function MenuPage({ name, mark, typed, problems = {}, shop, told }: Props) {
  const { say } = useSite()
  const title = say(NAMES[name].name)
  const rows = rowNumbers(typed)
  return (
    <AdminFrame
      title={title}
      current="content"
      back={{ href: deskLink.content('menus'), label: say(PARTS.menus) }}
    >
      <DeskHead title={title} />
      <p class="s soft desk-why">{say(NAMES[name].text)}</p>
      {told === 'stale' && <Notice urgent>{say(words.stale)}</Notice>}
      <ProblemSummary problems={problems} />
      <form class="sheet" method="post" action={deskLink.content('menus', name)} novalidate>
        <div class="sheet-main">
          {/* Enter in a field presses the first button: it saves. */}
          <button class="ears" tabindex={-1} aria-hidden="true"></button>
          <input type="hidden" name="mark" value={mark} />
          {rows.length === 0 && <Nothing text={say(words.none)} />}
          {rows.map((row, at) => (
            <Row {...{ row, at, typed, problems, shop }} last={at === rows.length - 1} />
          ))}
          {rows.length < ENTRIES_MOST && (
            <p>
              <button class="btn quiet" name="act" value="add">
                {say(words.add)}
              </button>
            </p>
          )}
        </div>
        {told === 'unsaved' ? <SaveBar note={say(words.unsaved)} /> : <SaveBar />}
      </form>
      <PieceList pieces={shop.pieces} />
    </AdminFrame>
  )
}

type RowProps = Pick<Props, 'typed' | 'problems' | 'shop'> & {
  row: number
  at: number
  last: boolean
}

function Row({ row, at, typed, problems = {}, shop, last }: RowProps) {
  const { say } = useSite()
  const entry = say(words.entry, { at: at + 1 })
  return (
    <fieldset class="link-set menu-row" id={`row.${row}`}>
      <legend>{entry}</legend>
      <LinkFields name={`row.${row}`} typed={typed} problems={problems} places={shop} />
      <p class="row-acts">
        <RowButton act={`up.${row}`} label={say(words.up)} of={entry} off={at === 0} />
        <RowButton act={`down.${row}`} label={say(words.down)} of={entry} off={last} />
        <RowButton act={`remove.${row}`} label={say(words.remove)} of={entry} />
      </p>
    </fieldset>
  )
}

type ButtonProps = { act: string; label: string; of: string; off?: boolean }

function RowButton({ act, label, of, off = false }: ButtonProps) {
  return (
    <button class="link s" name="act" value={act} disabled={off}>
      {label}
      <span class="ears">, {of}</span>
    </button>
  )
}
