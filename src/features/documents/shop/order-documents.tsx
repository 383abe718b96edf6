import { useSite } from '#ui/site.tsx'
import type { BuyerDocument } from '../queries.ts'
import { words } from '../words.ts'

/** The invoice of an order and what corrects it, for its buyer. */
export function BuyerDocuments({
  documents,
  token,
}: {
  documents: readonly BuyerDocument[]
  token: string
}) {
  const { link, say } = useSite()
  if (documents.length === 0) return null
  return (
    <dl class="rows">
      <div>
        <dt>{say(words.title)}</dt>
        <dd>
          {documents.map(({ kind, number }) => (
            <p>
              <a href={link.document(token, number)}>
                {say(kind === 'invoice' ? words.invoice : words.creditNote)} {number}
              </a>
            </p>
          ))}
        </dd>
      </div>
    </dl>
  )
}
