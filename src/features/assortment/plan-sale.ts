import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import type { SaleForm } from './form.ts'
import * as q from './sale-queries.ts'

/** The titles of the sales that have some of these variants at the same time; nothing is planned then. */
export type Planned = { ok: true } | { ok: false; clashes: string[] }

/** Plans a sale under an id that came with the form: the same form once more is the same sale. The clock begins it. */
export async function planSale(
  { db, now }: Tools,
  actor: Actor,
  id: string,
  { form, variantIds }: { form: SaleForm; variantIds: readonly string[] },
): Promise<Planned> {
  const { title, startsAt, endsAt, basisPoints, prices } = form
  const chosen = basisPoints === null ? variantIds.filter((own) => prices.has(own)) : variantIds
  const others = await q.clashes(db, chosen, form)
  if (others.some((other) => other.id === id)) return { ok: true }
  if (others.length > 0) return { ok: false, clashes: others.map((other) => other.title) }
  try {
    await runBatch(db, [
      q.addSale(db, { id, title, state: 'planned', startsAt, endsAt, basisPoints }),
      q.addSaleVariants(
        db,
        id,
        chosen.map((variantId) => ({ variantId, price: prices.get(variantId) ?? null })),
      ),
      note(db, actor, { act: 'sale.planned', subject: id, facts: { title }, at: now }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'sale.id') throw error
  }
  return { ok: true }
}

/** Forgets a sale that has not begun; false when it has. */
export async function removeSale(
  { db, now }: Tools,
  actor: Actor,
  { id, title }: { id: string; title: string },
): Promise<boolean> {
  const [found] = await q.saleById(db, id)
  if (found?.state !== 'planned') return false
  await runBatch(db, [
    ...q.removeSale(db, id),
    note(db, actor, { act: 'sale.removed', subject: id, facts: { title }, at: now }),
  ])
  return true
}
