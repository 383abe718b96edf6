import { choiceLabels } from '#features/catalogue/rules.ts'
import * as orders from '#features/orders/queries.ts'
import type { Quote } from '#features/pricing/quote.ts'
import { buyerHash } from '#features/promotions/buyer-hash.ts'
import { addUse } from '#features/promotions/queries.ts'
import { move } from '#features/stock/queries.ts'
import { type Lang, pick } from '#lib/i18n.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { arrivalOf } from './rules.ts'
import { words } from './words.ts'

/** What an order keeps as it was: the prices, and the terms that it stands on. */
export type Frozen = { lang: Lang; quote: Quote; terms: { body: string } }

type NewOrder = Pick<orders.NewOrder, 'id' | 'delivery' | 'termsHash'> & orders.NewOrder

/** The statements of a new order that holds its pieces, without a payment: it waits for one. */
export function freezeOrder(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { quote, lang, terms }: Frozen,
  order: NewOrder,
  lines: readonly orders.NewOrderLine[],
): Statement[] {
  const labelOf = (promotionId: string | null) => {
    const offer = quote.offers.find(({ id }) => id === promotionId)
    return offer ? pick(offer.title, lang) : words.discount[lang]
  }
  return [
    orders.keepTerms(db, { hash: order.termsHash, body: terms.body, at: now }),
    orders.addOrder(db, order),
    ...lines.map((line) => orders.addLine(db, line)),
    ...quote.totals.adjustments.map(({ kind, promotionId, amount, vat }) =>
      orders.addAdjustment(db, {
        id: newId('adj'),
        orderId: order.id,
        kind,
        promotionId,
        label: kind === 'delivery' ? (order.delivery?.title ?? '') : labelOf(promotionId),
        amount,
        vat,
      }),
    ),
    orders.placed(db, { id: newId('evt'), orderId: order.id, at: now }),
    ...[...quote.demand].map(([variantId, quantity]) =>
      move(db, { id: newId('mov'), variantId, kind: 'hold', quantity, orderId: order.id, at: now }),
    ),
  ]
}

/** The lines of an order as they are written. */
export function frozenLines({ quote, lang }: Pick<Frozen, 'quote' | 'lang'>, orderId: string) {
  return quote.lines.map((line, position) => ({
    id: newId('lin'),
    orderId,
    position,
    variantId: line.id,
    productId: line.productId,
    kind: line.kind,
    sku: line.sku,
    title: pick(line.title, lang),
    choice: choiceLabels(line.options, line.choice)
      .map((label) => pick(label, lang))
      .join(', '),
    imageHash: line.picture?.hash ?? null,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    total: line.total,
    discount: line.discount,
    personal: line.personal.map(({ label, text }) => ({ label: pick(label, lang), text })),
    taxClass: line.taxClass,
    basisPoints: line.basisPoints,
    vat: line.vat,
  }))
}

/** The offers that an order uses: those that took something off it. */
export async function usesOf(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { offers }: Pick<Quote, 'offers'>,
  order: { id: string; email: string },
): Promise<Statement[]> {
  const used = offers.filter(({ off }) => off > 0)
  // Whoever left no address is somebody new.
  const who = order.email || order.id
  const hashes = await Promise.all(used.map(({ id }) => buyerHash(id, who)))
  return used.map(({ id }, i) =>
    addUse(db, { promotionId: id, orderId: order.id, buyerHash: hashes[i] ?? '', at: now }),
  )
}

/** Delivery as it was promised. */
export function frozenDelivery({ chosen, lines, settings }: Quote, lang: Lang, now: number) {
  if (!chosen) return null
  return {
    code: chosen.code,
    kind: chosen.kind,
    title: pick(chosen.title, lang),
    promise: pick(chosen.promise, lang),
    ...arrivalOf(chosen, lines, settings, now),
  }
}

/** What an order comes to, as its row says it. */
export function frozenSums({ settings, totals }: Quote) {
  return {
    currency: settings.shop.currency,
    subtotal: totals.subtotal,
    discountTotal: totals.discountTotal,
    deliveryTotal: totals.deliveryTotal,
    vatTotal: totals.vat,
    total: totals.total,
  }
}
