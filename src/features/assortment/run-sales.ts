import { type Actor, note } from '#features/audit/note.ts'
import { relist } from '#features/catalogue/relist.ts'
import { setPrices } from '#features/catalogue/set-prices.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { priceAfterSale, salePrice } from './rules.ts'
import * as q from './sale-queries.ts'

/** The shop itself, by its clock. */
const CLOCK: Actor = { staffId: null, who: 'Échoppe' }

/** Ends the sales whose time is up and begins those whose hour has come: every minute, each once. */
export async function runSales(tools: Tools): Promise<void> {
  const { db, now } = tools
  const [ending, due] = await db.batch([q.endingSales(db, now), q.dueSales(db, now)])
  for (const { id } of ending) {
    // oxlint-disable-next-line no-await-in-loop -- what one gives back, the next may take
    await endSale(tools, CLOCK, id)
  }
  for (const { id } of due) {
    // oxlint-disable-next-line no-await-in-loop -- a variant is in the first of them
    await beginSale(tools, id)
  }
}

/**
 * Gives the variants of a planned sale their sale prices and remembers what they go back to. What another sale has
 * reduced, or costs no more than that already, stays as it is. False when it has begun already, or a price changes at
 * this very moment: the clock comes back in a minute.
 */
export async function beginSale(tools: Tools, id: string): Promise<boolean> {
  const { db, now } = tools
  const [[sale], rows] = await db.batch([q.saleById(db, id), q.variantsIn(db, id)])
  if (!sale) return false
  const busy = await q.reducedNow(
    db,
    rows.map((row) => row.id),
  )
  const others = new Set(busy.map((row) => row.id))
  const reduced = rows
    .filter((row) => row.offered && !others.has(row.id))
    .map((row) => ({ ...row, to: salePrice(row.price, row.own, sale) }))
    .filter(({ price, to }) => to < price && to > 0)
  return once(async () => {
    const prices = reduced.map((row) => ({ variantId: row.id, price: row.to }))
    await runBatch(db, [
      ...q.beginSale(
        db,
        id,
        reduced.map((row) => ({ id: row.id, price: row.price })),
      ),
      ...(await setPrices(tools, prices)),
      ...relist(db, [...new Set(reduced.map((row) => row.productId))]),
      note(db, CLOCK, {
        act: 'sale.begun',
        subject: id,
        facts: { title: sale.title, variants: reduced.length },
        at: now,
      }),
    ])
  })
}

/**
 * Ends a running sale. What still has its sale price goes back to what it cost before; a price that was changed
 * meanwhile is the maker's and stays. False when it was over already, or a price changes at this very moment.
 */
export async function endSale(tools: Tools, actor: Actor, id: string): Promise<boolean> {
  const { db, now } = tools
  const [[sale], rows] = await db.batch([q.saleById(db, id), q.variantsIn(db, id)])
  if (!sale) return false
  const back = rows.flatMap((row) => {
    const to = priceAfterSale(row, sale)
    return to === null ? [] : [{ ...row, to }]
  })
  return once(async () => {
    const prices = back.map((row) => ({ variantId: row.id, price: row.to }))
    await runBatch(db, [
      q.endSale(
        db,
        id,
        now,
        back.map((row) => ({ id: row.id, price: row.price })),
      ),
      ...(await setPrices(tools, prices)),
      ...relist(db, [...new Set(back.map((row) => row.productId))]),
      note(db, actor, {
        act: 'sale.ended',
        subject: id,
        facts: { title: sale.title, variants: back.length },
        at: now,
      }),
    ])
  })
}

async function once(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (!/^(sale|price_change)\./.test(brokenConstraint(error) ?? '')) throw error
    return false
  }
}
