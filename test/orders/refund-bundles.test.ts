import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { moveStock } from '#features/stock/move-stock.ts'
import { newId } from '#platform/ids.ts'
import { madeProduct, makeShop, productDocument } from '../support/make.ts'
import { orderNow, stockOf } from '../support/orders.ts'
import { stripe, tell } from '../support/stripe.ts'
import { shop, tools } from '../support/worker.ts'
import { ACTOR } from './desk.ts'
import { giveBack, payLines, refundEvents } from './refunds.ts'

test('of what a refund had laid on one shelf for two lines, the bank’s no takes back as much as is still there', async () => {
  const piece = productDocument({}, { stock: 10 })
  const sku = piece.variants[0]?.sku ?? ''
  const set = productDocument({ kind: 'bundle', bundle_items: [{ sku, quantity: 2 }] })
  const other = productDocument({}, { stock: 10 })
  await makeShop({ products: [piece, set, other] })
  const ids = await Promise.all(
    [piece, set, other].map(async ({ slug }) => (await madeProduct(slug)).variants[0]?.id ?? ''),
  )
  const view = {
    ...(await payLines(ids.map((variantId) => ({ variantId, quantity: 1 })))),
    variantId: ids[0] ?? '',
  }
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const units = view.lines
    .filter(({ variantId }) => variantId !== ids[2])
    .map(({ id }) => ({ lineId: id, quantity: 1, restock: true }))
  const { order, lines, payment } = view
  await refund(tools(), ACTOR, {
    id: newId('ref'),
    order,
    lines,
    payment: payment ?? expect.fail('no payment'),
    sum: sumRefund({ units, delivery: 0, extra: 0 }, lines, left),
    reason: 'withdrawal',
    note: '',
  })
  const sold = { id: newId('mov'), variantId: view.variantId, reason: 'sold' as const }
  await moveStock(tools(), ACTOR, { ...sold, quantity: -8 })
  expect((await stockOf(view.variantId)).available).toBe(2)
  await stripe.failRefund((await orderNow(order.id)).refunds[0]?.stripeId ?? '')
  for (const event of await refundEvents(view, 'refund.failed')) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    expect(await tell(shop(), event)).toBe(200)
  }
  expect((await orderNow(order.id)).refunds[0]?.state).toBe('failed')
  expect((await stockOf(view.variantId)).available).toBe(1)
})

/** Bundles of counted pieces, each by the places of its parts in a list. */
async function bundles(...made: number[][]) {
  const pieces = Array.from({ length: 4 }, () => productDocument({}, { stock: 10 }))
  const skus = pieces.map(({ variants }) => variants[0]?.sku ?? '')
  const sets = made.map((parts) =>
    productDocument({
      kind: 'bundle',
      bundle_items: parts.map((at) => ({ sku: skus[at] ?? '', quantity: 1 })),
    }),
  )
  await makeShop({ products: [...pieces, ...sets] })
  const idOf = async ({ slug }: { slug: string }) =>
    (await madeProduct(slug)).variants[0]?.id ?? expect.fail('no variant')
  return { pieces: await Promise.all(pieces.map(idOf)), sets: await Promise.all(sets.map(idOf)) }
}

/** The maker puts another piece into a bundle. */
function exchange(bundleId: string, part: string, other: string) {
  return env.DB.prepare('update bundle_part set part_id = ? where bundle_id = ? and part_id = ?')
    .bind(other, bundleId, part)
    .run()
}

const soldOf = async (pieces: readonly string[]) =>
  Promise.all(pieces.map(async (id) => (await stockOf(id)).sold))

test('the parts of a bundle that come back are those that were sold, whatever is in the bundle now', async () => {
  const { pieces, sets } = await bundles([0, 1])
  const [one, other, instead] = pieces
  const variantId = sets[0] ?? ''
  const view = await payLines([
    { variantId, quantity: 2 },
    { variantId: one ?? '', quantity: 1 },
  ])
  expect(await soldOf(pieces)).toEqual([3, 2, 0, 0])
  await exchange(variantId, other ?? '', instead ?? '')
  expect(await giveBack(view, 1)).toEqual({ ok: true })
  expect(await soldOf(pieces)).toEqual([2, 1, 0, 0])
  expect(await giveBack({ ...view, ...(await orderNow(view.order.id)) }, 1)).toEqual({ ok: true })
  expect(await soldOf(pieces)).toEqual([1, 0, 0, 0])
  expect(await stockOf(instead ?? '')).toEqual({ available: 10, held: 0, sold: 0 })
})

test('of two bundles in one order, one that has changed gives back nothing that was never sold', async () => {
  const { pieces, sets } = await bundles([0, 1], [1, 2])
  const view = await payLines(sets.map((variantId) => ({ variantId, quantity: 1 })))
  expect(await soldOf(pieces)).toEqual([1, 2, 1, 0])
  await exchange(sets[0] ?? '', pieces[0] ?? '', pieces[3] ?? '')
  expect(await giveBack(view, 1)).toEqual({ ok: true })
  expect(await soldOf(pieces)).toEqual([1, 1, 1, 0])
  expect(await stockOf(pieces[3] ?? '')).toEqual({ available: 10, held: 0, sold: 0 })
})
