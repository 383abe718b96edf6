import { type Actor, note } from '#features/audit/note.ts'
import { pick } from '#lib/i18n.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { dueProducts } from './desk-queries.ts'
import { relist } from './relist.ts'
import { publishNow } from './save-queries.ts'

const AT_ONCE = 25

/** The shop itself, when its clock acts. */
const CLOCK: Actor = { staffId: null, who: 'Échoppe' }

/** Brings out every scheduled piece whose hour has come, each once, however many clocks run. */
export async function publishScheduled(tools: Tools): Promise<void> {
  const { db, now } = tools
  for (const { id, title } of await dueProducts(db, now, AT_ONCE)) {
    const facts = { piece: pick(title, 'fr') }
    try {
      // oxlint-disable-next-line no-await-in-loop -- each is a batch of its own, whole or not at all
      await runBatch(db, [
        publishNow(db, id, now),
        ...relist(db, [id]),
        note(db, CLOCK, { act: 'product.came_out', subject: id, facts, at: now }),
      ])
      tools.log('piece published', { product: id })
    } catch (error) {
      if (brokenConstraint(error) !== 'product.slug') throw error
    }
  }
}
