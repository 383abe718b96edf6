import type { Db, Statement } from '#platform/db.ts'
import { newId, newToken } from '#platform/ids.ts'
import { addGiftCard, type OrderLineRow, type OrderRow } from './queries.ts'

const VALID_MONTHS = 24

/** The statements that make the gift cards of a paid order: one card of its own for each unit. */
export function issueGiftCards(
  db: Db,
  order: Pick<OrderRow, 'currency'>,
  lines: readonly Pick<OrderLineRow, 'id' | 'kind' | 'quantity' | 'unitPrice'>[],
  now: number,
): Statement[] {
  const end = new Date(now)
  end.setUTCMonth(end.getUTCMonth() + VALID_MONTHS)
  return lines
    .filter((line) => line.kind === 'gift_card')
    .flatMap((line) =>
      Array.from({ length: line.quantity }, (_, i) =>
        addGiftCard(db, {
          id: newId('gft'),
          code: readable(newToken()),
          lineId: line.id,
          nth: i + 1,
          amount: line.unitPrice,
          balance: line.unitPrice,
          currency: order.currency,
          expiresAt: end.getTime(),
        }),
      ),
    )
}

/** 80 random bits in groups of four, as one reads them aloud: K7M2-… */
function readable(token: string): string {
  return (token.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}
