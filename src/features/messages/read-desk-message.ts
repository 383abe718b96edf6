import { customerByEmail, ordersOf } from '#features/customers/queries.ts'
import type { Db } from '#platform/db.ts'
import { answersTo, messageById, messagesFrom, orderNamed } from './queries.ts'

/** Orders and other messages that stand beside a message. */
const BESIDE = 5

/** Everything that the desk shows of a message. Two round trips: the second asks by what the first one names. */
export async function readDeskMessage(db: Db, id: string) {
  const [message] = await messageById(db, id)
  if (!message) return null
  const { email, orderNumber } = message
  const [answers, [named], [customer], orders, others] = await db.batch([
    answersTo(db, id),
    orderNamed(db, orderNumber, email),
    customerByEmail(db, email),
    ordersOf(db, email, BESIDE),
    messagesFrom(db, email, BESIDE, id),
  ])
  return {
    message,
    answers,
    named: named ?? null,
    customer: customer ?? null,
    orders,
    others,
  }
}

export type DeskMessage = NonNullable<Awaited<ReturnType<typeof readDeskMessage>>>
