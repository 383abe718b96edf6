import type { OrderView } from '#features/orders/queries.ts'
import { formatMoment } from '#lib/dates.ts'
import { formatForeign, formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { type Alert, ALERTS, alertWords } from '../alert-words.ts'
import type { Note } from './note.tsx'
import { type Around, opened } from './shop-note.ts'

/** An order asks for somebody at the workshop: why, and the way to it. Throws for what there are no words for. */
export function alertNote(
  around: Around,
  view: OrderView,
  { about, ref }: { about: string; ref: string },
): Note {
  const { say, ...note } = opened(around)
  if (!isAlert(about)) throw new Error(`No such alert: ${about}`)
  const { order } = view
  const dispute = view.disputes.find(({ stripeId }) => stripeId === ref)
  const refund = view.refunds.find(({ id }) => id === ref)
  const money = (amount: number) => formatMoney(amount, order.currency, around.lang)
  const { timeZone } = around.settings.shop
  const moment = dispute?.dueAt ? formatMoment(dispute.dueAt, timeZone, around.lang) : ''
  const values = {
    number: order.number ?? '',
    order:
      order.number === null
        ? say(alertWords.unnumbered)
        : say(alertWords.numbered, { number: order.number }),
    total: money(order.total),
    captured: money(order.capturedTotal),
    refund: refund ? money(refund.amount) : '',
    disputed: dispute ? formatForeign(dispute.amount, dispute.currency, around.lang) : '',
    due: moment ? say(alertWords.due, { moment }) : '',
  }
  const told = ALERTS[about]
  return {
    ...note,
    subject: say(told.subject, values),
    title: say(told.title, values),
    paragraphs: [say(told.text, values).trim()],
    button: { url: around.origin + deskLink.order(order.id), label: say(alertWords.see) },
  }
}

function isAlert(about: string): about is Alert {
  return Object.hasOwn(ALERTS, about)
}
