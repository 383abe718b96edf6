import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { actorOf } from '#features/audit/actor-of.ts'
import { drawDesk, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import type { Fields } from '#lib/form.ts'
import { typedMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { cancelPaid } from './cancel.ts'
import { type OrderView, readOrder } from './queries.ts'
import { readCallOff, readRefund, refundFields, type RefundForm } from './refund-form.ts'
import { type Left, leftToRefund } from './refund-rules.ts'
import { refund } from './refund.ts'
import { RefundCheckPage } from './admin/refund-check-page.tsx'
import { RefundPage } from './admin/refund-page.tsx'

const ORDER = '/:id{ord_[0-9a-z]{16}}'

/** What only an owner does with an order: money goes back. */
export const refundDesk = router()
  .get(ORDER, async (c) => {
    const opened = await open(c)
    if (!opened) return lost(c)
    const typed = suggested(c, opened, c.req.query('all') === 'yes')
    return draw(c, <RefundPage {...opened} typed={typed} />)
  })
  .post(ORDER, async (c) => {
    const opened = await open(c)
    if (!opened) return lost(c)
    const { view, left } = opened
    const typed = await fieldsOf(c)
    // The same form once more: its refund is made, and there may be nothing left to read it against.
    if (view.refunds.some(({ id }) => id === typed['key'])) return done(c, view)
    const read = readRefund(typed, view.lines, left, view.order.currency)
    if (!read.ok) return draw(c, <RefundPage {...opened} typed={typed} {...read} />, 422)
    if (typed['step'] === 'edit') return draw(c, <RefundPage {...opened} typed={typed} />)
    const agreed = typed['amount'] === String(read.value.sum.amount)
    if (typed['step'] === 'send' && agreed) return send(c, opened, read.value, typed)
    const changed = typed['step'] === 'send'
    const page = <RefundCheckPage view={view} form={read.value} typed={typed} changed={changed} />
    return draw(c, page, changed ? 409 : 200)
  })
  .post(`${ORDER}/cancellation`, async (c) => {
    const opened = await open(c)
    const form = readCallOff(await fieldsOf(c))
    if (!opened || !form) return lost(c)
    const { view } = opened
    const cancelled = await cancelPaid(c.var.tools, actorOf(c), view, form)
    const told = cancelled.ok ? { done: 'cancelled' } : { refused: cancelled.because }
    return c.redirect(deskLink.order(view.order.id, told), 303)
  })

type Opened = { view: OrderView; left: Left }

async function open(c: Context<App>): Promise<Opened | null> {
  const view = await readOrder(c.var.tools.db, c.req.param('id') ?? '')
  if (!view) return null
  const left = leftToRefund(view, view.refunds, view.refundLines)
  return view.payment?.state === 'paid' ? { view, left } : { view, left: { ...left, amount: 0 } }
}

async function send(c: Context<App>, { view }: Opened, form: RefundForm, typed: Fields) {
  const { order, lines, payment } = view
  if (!payment) return lost(c)
  const refunded = await refund(c.var.tools, actorOf(c), { ...form, order, lines, payment })
  if (refunded.ok) return done(c, view)
  const now = await open(c)
  return now ? draw(c, <RefundPage {...now} typed={typed} refused />, 409) : lost(c)
}

/** What the form proposes: nothing or everything; what has not left goes back on the shelf. */
function suggested(c: Context<App>, { view, left }: Opened, all: boolean): Fields {
  const { order, lines, shipments } = view
  const { lang } = c.var.desk.staff
  const pieces = lines.flatMap(({ id }) => {
    const { units, restock } = refundFields(id)
    return [
      [units, String(all ? (left.units.get(id) ?? 0) : 0)],
      ...(shipments.length === 0 ? [[restock, 'yes']] : []),
    ]
  })
  const delivery = all ? left.delivery : 0
  return {
    ...Object.fromEntries(pieces),
    key: newId('ref'),
    delivery: delivery > 0 ? typedMoney(delivery, order.currency, lang) : '',
  }
}

async function draw(c: Context<App>, page: Child, status: 200 | 409 | 422 = 200) {
  const site = openDesk(c, await allSettings(c.var.tools.db))
  return drawDesk(c, site, page, status)
}

function done(c: Context<App>, { order }: OrderView) {
  return c.redirect(deskLink.order(order.id, { done: 'refunded' }), 303)
}
