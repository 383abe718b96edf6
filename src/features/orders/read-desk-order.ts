import { actsOn } from '#features/audit/queries.ts'
import { variantWeights } from '#features/catalogue/queries.ts'
import { customerByEmail, proofOf } from '#features/customers/queries.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { mailsOf } from '#features/mail/queries.ts'
import type { Db } from '#platform/db.ts'
import { notesOf, readOrder } from './queries.ts'

/** Everything that the desk shows of an order. Two round trips: the second asks for what the first one names. */
export async function readDeskOrder(db: Db, id: string) {
  const view = await readOrder(db, id)
  if (!view) return null
  const { order, lines } = view
  const [notes, mails, acts, [buyer], [proof], images] = await db.batch([
    notesOf(db, id),
    mailsOf(db, id),
    actsOn(db, id, 100),
    customerByEmail(db, order.email.toLowerCase()),
    proofOf(db, id),
    imagesByHash(
      db,
      lines.flatMap((line) => line.imageHash ?? []),
    ),
  ])
  return { ...view, notes, mails, acts, buyer: buyer ?? null, proof: proof ?? null, images }
}

export type DeskOrder = NonNullable<Awaited<ReturnType<typeof readDeskOrder>>>

/** Orders to pack, with what each piece weighs. */
export async function readSlips(db: Db, ids: readonly string[]) {
  const views = await Promise.all(ids.map((id) => readOrder(db, id)))
  const found = views.flatMap((view) => (view?.order.number === null || !view ? [] : [view]))
  const weights = await variantWeights(
    db,
    found.flatMap(({ lines }) => lines.map((line) => line.variantId)),
  )
  const grams = new Map(weights.map((row) => [row.id, row.weightG]))
  return found.map((view) => ({ ...view, grams }))
}

export type Slip = Awaited<ReturnType<typeof readSlips>>[number]
