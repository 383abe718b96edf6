import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { availabilityOf, countVariant, move } from '#features/stock/queries.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { madeProduct, makeProduct, makeShop, productDocument } from '../support/make.ts'
import { stockOf } from '../support/orders.ts'
import { tools } from '../support/worker.ts'

async function counted(stock: number): Promise<string> {
  return (await makeProduct({}, { stock })).variants[0]?.id ?? ''
}

test('what is not there cannot be held, and the batch that tried leaves nothing behind', async () => {
  const { db, now } = tools()
  const [one, two] = [await counted(5), await counted(1)]
  const hold = (variantId: string, quantity: number) =>
    move(db, { id: newId('mov'), variantId, kind: 'hold', quantity, orderId: 'ord_x', at: now })
  const failed = await runBatch(db, [hold(one, 2), hold(two, 2)]).catch((error: unknown) => error)
  expect(brokenConstraint(failed)).toBe('stock_is_short')
  expect(await stockOf(one)).toEqual({ available: 5, held: 0, sold: 0 })
})

test('a movement is never changed or deleted', async () => {
  const id = await counted(3)
  const change = env.DB.prepare('update movement set quantity = 99 where variant_id = ?').bind(id)
  const remove = env.DB.prepare('delete from movement where variant_id = ?').bind(id)
  await expect(change.run()).rejects.toThrow(/never changed/)
  await expect(remove.run()).rejects.toThrow(/never deleted/)
})

test('S2: whatever moves, the counters are the sum of the movements', async () => {
  const { db, now } = tools()
  const kinds = fc.constantFrom('receive', 'hold', 'release', 'claim', 'return', 'adjust' as const)
  const moves = fc.array(fc.record({ kind: kinds, quantity: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(moves, async (steps) => {
      const id = await counted(5)
      for (const { kind, quantity } of steps) {
        const signed = kind === 'adjust' ? -quantity : quantity
        const entry = { id: newId('mov'), variantId: id, kind, quantity: signed, at: now }
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await runBatch(db, [move(db, entry)]).catch((error: unknown) => {
          expect(brokenConstraint(error)).toMatch(/stock_is_short|held_is|sold_is/)
        })
      }
      const sums = await env.DB.prepare(
        `select
          sum(case kind when 'hold' then -quantity when 'claim' then 0 else quantity end) as available,
          sum(case kind when 'hold' then quantity when 'release' then -quantity when 'claim' then -quantity else 0 end) as held,
          sum(case kind when 'claim' then quantity when 'return' then -quantity else 0 end) as sold
        from movement where variant_id = ?`,
      )
        .bind(id)
        .first()
      expect(await stockOf(id)).toEqual(sums)
    }),
    { numRuns: 25 },
  )
})

test('a bundle can be sold as often as its scarcest part allows', async () => {
  const mug = productDocument({}, { stock: 5 })
  const bowl = productDocument({}, { stock: 9 })
  const part = (product: typeof mug, quantity: number) => ({
    sku: product.variants[0]?.sku ?? '',
    quantity,
  })
  const set = productDocument({ kind: 'bundle', bundle_items: [part(mug, 2), part(bowl, 1)] })
  await makeShop({ products: [mug, bowl, set] })
  const id = (await madeProduct(set.slug)).variants[0]?.id ?? ''
  expect(await availabilityOf(tools().db, [id])).toEqual([{ variantId: id, available: 2 }])
})

test('counting a variant twice starts it once', async () => {
  const id = await counted(4)
  const { db } = tools()
  await runBatch(db, [countVariant(db, id, 2), countVariant(db, id, 2)])
  expect(await stockOf(id)).toEqual({ available: 4, held: 0, sold: 0 })
})
