import { type Actor, note } from '#features/audit/note.ts'
import { pick } from '#lib/i18n.ts'
import { slugify } from '#lib/text.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'
import type { MethodForm } from './form.ts'
import { moved } from './rules.ts'

type Bench = Pick<Tools, 'db' | 'now'>

/** Adds a way to deliver. The same form once more changes nothing; false when the shop has as many as it can. */
export async function addMethod(
  { db, now }: Bench,
  actor: Actor,
  { id, ...method }: MethodForm & { id: string },
): Promise<boolean> {
  const title = pick(method.title, 'fr')
  const code = `${slugify(title) || method.kind}-${id.slice(-5)}`
  const line = { act: 'delivery.added', subject: id, facts: { title }, at: now }
  try {
    await runBatch(db, [q.addMethod(db, { ...method, id, code }), note(db, actor, line)])
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'delivery_method.id') return true
    if (broken !== 'delivery_method.position') throw error
    return false
  }
  return true
}

/** Changes a way to deliver; false when somebody else has changed it since. Orders keep what they were promised. */
export async function changeMethod(
  { db, now }: Bench,
  actor: Actor,
  { id, standing, to }: { id: string; standing: string; to: MethodForm },
): Promise<boolean> {
  const line = {
    act: 'delivery.changed',
    subject: id,
    facts: { title: pick(to.title, 'fr') },
    at: now,
  }
  try {
    await runBatch(db, [q.changeMethod(db, id, standing, to), note(db, actor, line)])
  } catch (error) {
    if (brokenConstraint(error) !== 'delivery_method.kind') throw error
    return false
  }
  return true
}

/** Takes a way to deliver out of the shop. Orders keep theirs: it is frozen in them. */
export async function removeMethod({ db, now }: Bench, actor: Actor, method: q.MethodRow) {
  const { id, title } = method
  const line = {
    act: 'delivery.removed',
    subject: id,
    facts: { title: pick(title, 'fr') },
    at: now,
  }
  await runBatch(db, [q.removeMethod(db, id), note(db, actor, line)])
}

/** Moves a way one place up or down the list. At the end of it nothing happens. */
export async function moveMethod(
  { db, now }: Bench,
  actor: Actor,
  { id, by }: { id: string; by: -1 | 1 },
) {
  const ids = (await q.allMethods(db)).map((method) => method.id)
  const order = moved(ids, id, by)
  if (order.join() === ids.join()) return
  const line = { act: 'delivery.moved', subject: id, at: now }
  await runBatch(db, [q.orderMethods(db, order), note(db, actor, line)])
}
