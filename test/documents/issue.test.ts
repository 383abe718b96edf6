import { expect, test } from 'vitest'
import { refund } from '#features/orders/refund.ts'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import type { OrderView } from '#features/orders/queries.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { paidAtStripe } from '../orders/refunds.ts'
import { orderNow } from '../support/orders.ts'
import { expectSound } from '../support/sound.ts'
import { tools } from '../support/worker.ts'

const { db } = tools()

/** Gives back some units of the first line. */
async function giveBack(view: OrderView, quantity: number, extra = 0) {
  const lineId = view.lines[0]?.id ?? ''
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const asked = { units: [{ lineId, quantity, restock: true }], delivery: 0, extra }
  const { order, lines, payment } = view
  const sum = sumRefund(asked, lines, left)
  const id = newId('ref')
  const done = await refund(tools(), ACTOR, {
    id,
    order,
    lines,
    payment: payment ?? expect.fail('not paid'),
    sum,
    reason: 'broken',
    note: '',
  })
  expect(done).toEqual({ ok: true })
  return { id, sum }
}

test('an order that is paid has its invoice and its line in the journal, in one go', async () => {
  const { order, documents } = await paidAtStripe(2)
  expect(documents).toHaveLength(1)
  const [sold] = documents
  expect(sold).toMatchObject({ kind: 'invoice', amount: order.total, vat: order.vatTotal, nth: 0 })
  expect(sold?.number).toMatch(/^F\d{4}-\d{4}$/)
  expect(sold?.body.lines.map(({ amount }) => amount).reduce((a, b) => a + b)).toBe(order.total)
  const lines = await db.$client
    .prepare(
      'select kind, amount, goods, services, vat, number from journal_line where order_id = ?',
    )
    .bind(order.id)
    .all()
  expect(lines.results).toEqual([
    {
      kind: 'sale',
      amount: order.total,
      goods: order.total,
      services: 0,
      vat: order.vatTotal,
      number: sold?.number,
    },
  ])
})

test('refunds have credit notes, one that comes back is undone, and all adds up', async () => {
  const view = await paidAtStripe(2)
  const first = await giveBack(view, 1, 7)
  const second = await giveBack(await orderNow(view.order.id), 1)
  const then = await orderNow(view.order.id)
  expect(then.refunds.map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
  expect(then.documents.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['invoice', view.order.total],
    ['credit_note', 0 - first.sum.amount],
    ['credit_note', 0 - second.sum.amount],
  ])
  const { state } = (await db.$client
    .prepare('select sum(amount) as state from journal_line where order_id = ?')
    .bind(view.order.id)
    .first<{ state: number }>()) ?? { state: null }
  expect(state).toBe(view.order.total - first.sum.amount - second.sum.amount)
  await expectSound()
  expect(then.documents[1]?.body.corrects).toBe(then.documents[0]?.number)
  await expect(db.$client.prepare('update journal_line set amount = 0').run()).rejects.toThrow(
    'the journal never changes',
  )
  await expect(db.$client.prepare('delete from document').run()).rejects.toThrow('ten years')
})
