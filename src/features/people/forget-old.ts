import { type Actor, note } from '#features/audit/note.ts'
import { pdfKey } from '#features/documents/rules.ts'
import { forgetMessages, messagesBefore } from '#features/messages/queries.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { erasePerson } from './erase-person.ts'
import { forgetBuyers } from './erasing.ts'
import {
  dropDocuments,
  dropProofs,
  oldDocuments,
  quietCustomers,
  unpaidOrders,
} from './forgetting.ts'
import { isForgettingTime, QUIET_MS } from './rules.ts'

/** Of each kind at once; the full-text index is asked for this many addresses in one expression. */
const AT_ONCE = 100
const ROUNDS = 20
/** R2 takes a thousand names at once. */
const FILES_AT_ONCE = 1000
const PEOPLE_A_DAY = 50

const SHOP: Actor = { staffId: null, who: 'Échoppe' }

/**
 * Forgets, once a day, what is kept no longer: buyers of orders that were never paid, old messages, people who bought
 * nothing for years, and proofs and documents whose time is over. Each batch is true by itself: what one night leaves, the next takes.
 */
export async function forgetOld(tools: Tools): Promise<void> {
  if (!isForgettingTime(tools.now)) return
  const unpaid = await forgetUnpaid(tools)
  const messages = await forgetMessagesOf(tools)
  const customers = await forgetQuiet(tools)
  const proofs = await dropProofs(tools.db, tools.now)
  const documents = await forgetDocuments(tools)
  const facts = { unpaid, messages, customers, proofs: proofs.length, documents }
  if (Object.values(facts).every((count) => count === 0)) return
  await note(tools.db, SHOP, {
    act: 'shop.forgot',
    subject: 'shop',
    facts,
    at: tools.now,
  })
  tools.log('forgot', facts)
}

async function forgetUnpaid({ db, now }: Tools): Promise<number> {
  let from = 0
  let forgotten = 0
  for (let round = 0; round < ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- each round goes on where the last one ended
    const found = await unpaidOrders(db, now, from, AT_ONCE)
    // oxlint-disable-next-line no-await-in-loop
    await runBatch(db, forgetBuyers(db, found))
    forgotten += found.length
    from = found.at(-1)?.holdUntil ?? from
    if (found.length < AT_ONCE) break
  }
  return forgotten
}

async function forgetMessagesOf({ db, now }: Tools): Promise<number> {
  const old = await messagesBefore(db, now - QUIET_MS, AT_ONCE * ROUNDS)
  const ids = old.map(({ id }) => id)
  if (ids.length > 0) await runBatch(db, [...forgetMessages(db, ids)])
  return ids.length
}

/** The file first: a file without its row would be forgotten by nobody. */
async function forgetDocuments({ db, env, now }: Tools): Promise<number> {
  const old = await oldDocuments(db, now, FILES_AT_ONCE)
  if (old.length === 0) return 0
  await env.PICTURES.delete(old.map(pdfKey))
  await dropDocuments(
    db,
    old.map(({ id }) => id),
  )
  return old.length
}

async function forgetQuiet(tools: Tools): Promise<number> {
  const found = await quietCustomers(tools.db, tools.now, PEOPLE_A_DAY)
  let forgotten = 0
  for (const { email } of found) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each is a batch of its own
    const erased = await erasePerson(tools, SHOP, email)
    if (erased.ok) forgotten++
  }
  return forgotten
}
