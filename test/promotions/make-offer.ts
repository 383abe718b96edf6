import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { promotion } from '#features/promotions/table.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

type Row = typeof promotion.$inferInsert

/** Adds an offer: ten per cent off everything with a code of its own, unless it is said otherwise. */
export async function makeOffer(given: Partial<Row> = {}) {
  const id = newId('pro')
  const row = {
    id,
    title: { fr: `Offre ${id}`, en: `Offer ${id}` },
    code: id.slice(4).toUpperCase(),
    kind: 'percent',
    basisPoints: 1000,
    scope: { products: [], collections: [] },
    combines: false,
    active: true,
    createdAt: Date.now(),
    ...given,
  } satisfies Row
  await openDb(env.DB).insert(promotion).values(row)
  return { ...row, code: row.code ?? '' }
}

/** An offer as it is now. */
export async function offerNow(id: string) {
  const [row] = await openDb(env.DB).select().from(promotion).where(eq(promotion.id, id))
  if (!row) throw new Error(`No offer ${id}`)
  return row
}

/** Changes an offer behind the shop's back. */
export async function changeOffer(id: string, change: Partial<Row>) {
  await openDb(env.DB).update(promotion).set(change).where(eq(promotion.id, id))
}
