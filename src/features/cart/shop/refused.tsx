import { useSite } from '#ui/site.tsx'
import type { Text } from '#lib/i18n.ts'
import { refusals, type Refusal, words } from '../words.ts'

/** Why a form left the cart as it was; of what is written on a piece also which field, and of which piece. */
export type Said = { because: Refusal; field?: { label: Text; most: number }; slug?: string }

export function RefusedWords({ refused: { because, field, slug } }: { refused: Said }) {
  const { link, say, t } = useSite()
  return (
    <>
      {say(refusals[because], { field: t(field?.label), most: field?.most ?? 0 })}
      {slug && (
        <>
          {' '}
          <a href={link.product(slug)}>{say(words.backToPiece)}</a>
        </>
      )}
    </>
  )
}
