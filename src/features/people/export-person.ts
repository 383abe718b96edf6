import { type Actor, note } from '#features/audit/note.ts'
import { customerByEmail, proofOf } from '#features/customers/queries.ts'
import { orderById } from '#features/orders/queries.ts'
import { csv } from '#lib/csv.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { gatherPerson } from './gather-person.ts'
import { asRows, type Format } from './rules.ts'

/** Everything that the shop knows of somebody, by their address in small letters, as a file. */
export async function exportPerson(
  { db, now }: Tools,
  actor: Actor,
  email: string,
  format: Format,
): Promise<string> {
  const tables = await gatherPerson(db, email)
  const [customer] = await customerByEmail(db, email)
  await runBatch(db, [
    note(db, actor, {
      act: 'person.exported',
      subject: customer?.id ?? 'person',
      facts: { format },
      at: now,
    }),
  ])
  if (format === 'csv') return csv([['table', 'row', 'field', 'value'], ...asRows(tables)])
  const document = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))
  return JSON.stringify({ email, at: new Date(now).toISOString(), ...document }, null, 2)
}

/** The archived proof of an erased buyer's order, as a file; null when there is none. */
export async function fetchProof(
  { db, now }: Tools,
  actor: Actor,
  orderId: string,
): Promise<string | null> {
  const [[proof], [order]] = await db.batch([proofOf(db, orderId), orderById(db, orderId)])
  if (!proof || !order) return null
  await runBatch(db, [
    note(db, actor, {
      act: 'proof.fetched',
      subject: orderId,
      facts: { order: order.number },
      at: now,
    }),
  ])
  const { buyer, at, until } = proof
  return JSON.stringify(
    {
      order: order.number,
      erasedAt: new Date(at).toISOString(),
      keptUntil: new Date(until).toISOString(),
      buyer,
    },
    null,
    2,
  )
}
