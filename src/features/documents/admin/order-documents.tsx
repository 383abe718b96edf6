import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { DocumentRow } from '../queries.ts'
import { words as said } from '../words.ts'

/** The documents of an order, each as its PDF. */
export function OrderDocuments({ documents }: { documents: readonly DocumentRow[] }) {
  const { lang, say } = useSite()
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">{say(words.ofOrder)}</h2>
      <dl class="rows">
        {documents.map(({ kind, number, orderId, amount, currency }) => (
          <div>
            <dt>
              <a href={deskLink.document(orderId, number)}>
                {say(kind === 'invoice' ? said.invoice : said.creditNote)} {number}
              </a>
            </dt>
            <dd class="num">{formatMoney(amount, currency, lang)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
