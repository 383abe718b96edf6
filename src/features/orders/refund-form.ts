import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import type { OrderLineRow } from './queries.ts'
import { type Left, type Reason, REASONS, type Sum, sumRefund } from './refund-rules.ts'

const REFUND_ID = /^ref_[0-9a-z]{16}$/
const NOTE_MOST = 500

/** The fields of a line in the form of a refund. */
export const refundFields = (lineId: string) => ({
  units: `units_${lineId}`,
  restock: `restock_${lineId}`,
})

export type RefundForm = { id: string; sum: Sum; reason: Reason; note: string }

/** Reads the form of a refund against what is left: which units, how much of the delivery, what else, and why. */
export function readRefund(
  fields: Fields,
  lines: readonly OrderLineRow[],
  left: Left,
  currency: string,
): Read<RefundForm> {
  const form = readForm(fields)
  const units = lines.flatMap(({ id }) => {
    const name = refundFields(id)
    const quantity = form.whole(name.units, { most: left.units.get(id) ?? 0 }) ?? 0
    const restock = form.flag(name.restock)
    return quantity > 0 ? [{ lineId: id, quantity, restock }] : []
  })
  const delivery = form.money('delivery', currency, { most: left.delivery }) ?? 0
  const extra = form.money('extra', currency) ?? 0
  const reason = form.choice('reason', REASONS)
  const note = form.text('note', { most: NOTE_MOST })
  const id = refundId(form.fields)
  if (!id) form.fault('extra', says.stale)
  if (extra > left.amount) form.fault('extra', says.tooMuch)
  const sum = sumRefund({ units, delivery, extra }, lines, left)
  if (sum.amount === 0) form.fault('extra', says.nothing)
  return form.done({ id: id ?? '', sum, reason, note })
}

export type CallOffForm = { id: string; restock: boolean; reason: Reason; note: string }

/** Reads the form that gives up a paid order; null when it is none of ours. */
export function readCallOff(fields: Fields): CallOffForm | null {
  const id = refundId(fields)
  const reason = REASONS.find((known) => known === fields['reason']) ?? 'unavailable'
  return id === null ? null : { id, restock: fields['restock'] === 'yes', reason, note: '' }
}

function refundId({ key = '' }: Fields): string | null {
  return REFUND_ID.test(key) ? key : null
}

const says = {
  stale: {
    fr: 'Ce formulaire a vieilli\u00a0: rouvrez-le depuis la commande.',
    en: 'This form has aged: open it again from the order.',
  },
  tooMuch: {
    fr: 'C’est plus qu’il n’en reste à rendre.',
    en: 'That is more than is left to give back.',
  },
  nothing: {
    fr: 'Choisissez ce qui revient\u00a0: des pièces, la livraison ou un montant.',
    en: 'Choose what goes back: pieces, the delivery or an amount.',
  },
} satisfies Record<string, Phrase>
