import type { Sold } from '#features/documents/body.ts'
import { takeBought } from '#features/cart/take-bought.ts'
import { sealJournal } from '#features/journal/seal.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { carriageOf, makePaid } from '#features/orders/make-paid.ts'
import { type NewOrder, orderById, step } from '#features/orders/queries.ts'
import { makeLinks } from '#links.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import type { frozenLines } from './freeze-order.ts'
import type { Placed, Placing } from './place-order.ts'

type Lines = ReturnType<typeof frozenLines>

/** What makes an order with nothing to pay a paid one, in the batch that writes it: Stripe is not asked. */
export async function paidWithNothing(
  tools: Tools,
  order: Sold & NewOrder,
  lines: Lines,
  { totals }: Pick<Placing['quote'], 'totals'>,
): Promise<Statement[]> {
  const { db, now } = tools
  const given = { lines, carriage: carriageOf(totals.adjustments) }
  return [
    step(db, { id: newId('evt'), orderId: order.id, kind: 'paid', reason: null, at: now }),
    ...(await makePaid(tools, order, '', given)),
  ]
}

/** What follows an order with nothing to pay: its mail leaves, its cart is emptied, its page is shown. */
export async function afterFree(
  tools: Tools,
  placing: Placing,
  order: NewOrder,
  lines: Lines,
): Promise<Placed> {
  tools.later(sendOutbox(tools))
  tools.later(sealJournal(tools))
  await takeBought(tools, order, lines)
  return pageOf(placing, order)
}

/** The same form once more: its order is there, if it is this cart's. */
export async function freeBefore({ db }: Tools, placing: Placing, id: string): Promise<Placed> {
  const [known] = await orderById(db, id)
  return known?.cartId === placing.cartId ? pageOf(placing, known) : { ok: false, because: 'busy' }
}

function pageOf({ lang, quote }: Placing, { token }: { token: string }): Placed {
  return { ok: true, url: makeLinks(lang, quote.settings.shop.languages).order(token) }
}
