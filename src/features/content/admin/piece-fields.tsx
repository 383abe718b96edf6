import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { pieceFields } from '../form.ts'
import { pieceLabel } from '../rules.ts'

type Props = {
  name: string
  count: number
  legend: string
  hint?: string
  typed: Fields
  problems?: Problems
}

/** Fields that name pieces, in order, with the latest of the shop as suggestions. Needs a `PieceList` on the page. */
export function PieceFields({ name, count, legend, hint, typed, problems = {} }: Props) {
  const { say } = useSite()
  return (
    <fieldset class="piece-fields">
      <legend>{legend}</legend>
      {hint && <p class="xs soft">{hint}</p>}
      <div>
        {pieceFields(name, count).map((field, at) => {
          const problem = problems[field]
          return (
            <TextField
              name={field}
              label={<span class="ears">{say(words.piece, { at: at + 1 })}</span>}
              value={typed[field]}
              problem={problem && say(problem)}
              list={PIECES}
              maxlength={200}
              optional
              quiet
            />
          )
        })}
      </div>
    </fieldset>
  )
}

/** What `PieceFields` and the fields of places suggest, by their id. */
export const PIECES = 'known-pieces'

/** The pieces that fields suggest. The script asks for more while something is typed. */
export function PieceList({ pieces }: { pieces: readonly { slug: string; title: Text }[] }) {
  const { t } = useSite()
  return (
    <datalist id={PIECES}>
      {pieces.map(({ slug, title }) => (
        <option>{pieceLabel(t(title), slug)}</option>
      ))}
    </datalist>
  )
}
