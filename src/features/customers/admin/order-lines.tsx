import { StandingOf } from '#features/orders/admin/standing.tsx'
import { formatShort } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { OrderLine } from '../queries.ts'

/** Somebody's orders on hairlines: number, pieces, where each is, what it came to. */
export function OrderLines({ rows }: { rows: readonly OrderLine[] }) {
  return (
    <ol class="order-few">
      {rows.map((row) => (
        <OrderFew row={row} />
      ))}
    </ol>
  )
}

function OrderFew({ row }: { row: OrderLine }) {
  const { settings, lang, now, say } = useSite()
  const pieces = row.pieces.map(({ title, quantity }) =>
    quantity > 1 ? `${quantity} × ${title}` : title,
  )
  const money = (amount: number) => formatMoney(amount, row.currency, lang)
  return (
    <li>
      <a href={deskLink.order(row.id)}>
        <b class="num">{row.number ?? say(words.unnumbered)}</b>{' '}
        <span class="sum-of num">{money(row.total)}</span>{' '}
        <span class="what xs soft">{pieces.join(', ')}</span>{' '}
        {row.refundedTotal > 0 && (
          <span class="back xs soft num">
            {say(words.refunded, { amount: money(row.refundedTotal) })}
          </span>
        )}{' '}
        <StandingOf order={row} />{' '}
        <time class="soft num" datetime={new Date(row.placedAt).toISOString()}>
          {formatShort(row.placedAt, now, settings.shop.timeZone, lang)}
        </time>
      </a>
    </li>
  )
}
