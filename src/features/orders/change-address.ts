import { type Actor, note } from '#features/audit/note.ts'
import type { Address } from '#lib/address.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { findUnder, type OrderRow, setAddress } from './queries.ts'

export type Addressee = { firstName: string; lastName: string; address: Address }

/**
 * Puts right where an order goes, until its first parcel has left; false afterwards. The audit log is told which fields
 * changed and not what they said.
 */
export async function changeAddress(
  { db, now }: Tools,
  actor: Actor,
  order: OrderRow,
  to: Addressee,
): Promise<boolean> {
  const was: Record<string, string> = { ...order.address, ...nameOf(order) }
  const fields = Object.entries({ ...to.address, ...nameOf(to) }).flatMap(([field, value]) =>
    was[field] === value ? [] : [field],
  )
  if (fields.length === 0) return true
  try {
    await runBatch(db, [
      setAddress(db, order.id, to),
      findUnder(db, order, `${to.firstName} ${to.lastName}`),
      note(db, actor, {
        act: 'order.address_changed',
        subject: order.id,
        facts: { order: order.number, fields: fields.join(', ') },
        at: now,
      }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'order.first_name') throw error
    return false
  }
  return true
}

function nameOf({ firstName, lastName }: { firstName: string; lastName: string }) {
  return { firstName, lastName }
}
