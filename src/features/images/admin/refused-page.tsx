import type { Phrase, Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

export type Refused = { name: string; problem: Phrase }

type Props = { piece: { id: string; title: Text }; kept: number; refused: readonly Refused[] }

/** Which of several files did not become pictures of a product, and why. */
export function RefusedPage({ piece, kept, refused }: Props) {
  const { say, t, count } = useSite()
  const href = `${deskLink.product(piece.id)}#pictures`
  return (
    <AdminFrame
      title={say(words.refusedTitle)}
      current="products"
      back={{ href, label: t(piece.title) }}
    >
      <h1>{say(words.refusedTitle)}</h1>
      <div class="pictures-refused">
        <Notice urgent>
          <ul class="problems">
            {refused.map(({ name, problem }) => (
              <li>
                {name && <b>{name} </b>}
                {say(problem)}
              </li>
            ))}
          </ul>
        </Notice>
        {kept > 0 && <p>{count(kept, words.oneKept, words.manyKept)}</p>}
        <p>
          <ButtonLink href={href}>{say(words.backToPiece)}</ButtonLink>
        </p>
      </div>
    </AdminFrame>
  )
}
