import { localTime } from '#lib/dates.ts'
import { type Lang, say } from '#lib/i18n.ts'
import { decimals } from '#lib/money.ts'
import { columnWords as words, STANDPOINTS } from '../desk-words.ts'
import type { PaidRow } from '../list-orders.ts'
import { CHANNEL_WORDS } from '../manual-words.ts'
import { standpoint } from '../rules.ts'

/** The rows of the export, its heading first: a row an order, amounts with a point. */
export function exportRows(orders: readonly PaidRow[], lang: Lang, timeZone: string): string[][] {
  return [
    Object.values(words).map((phrase) => say(phrase, lang)),
    ...orders.map((order) => {
      const money = (amount: number) =>
        (amount / 10 ** decimals(order.currency)).toFixed(decimals(order.currency))
      return [
        String(order.number ?? ''),
        order.paidAt === null ? '' : localTime(order.paidAt, timeZone).day,
        order.firstName,
        order.lastName,
        order.email,
        order.address?.postalCode ?? '',
        order.address?.city ?? '',
        order.address?.country ?? '',
        order.pieces.map(({ title, quantity }) => `${quantity} × ${title}`).join(', '),
        money(order.subtotal),
        money(order.deliveryTotal),
        money(order.vatTotal),
        money(order.total),
        money(order.refundedTotal),
        order.currency,
        order.method ?? '',
        say(STANDPOINTS[standpoint(order)], lang),
        say(CHANNEL_WORDS[order.channel], lang),
      ]
    }),
  ]
}
