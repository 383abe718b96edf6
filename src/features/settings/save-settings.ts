import * as v from 'valibot'
import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { swapSetting } from './queries.ts'
import { type Settings, settingsForm } from './rules.ts'

type Change = {
  /** Every setting as the form was read against. */
  was: Settings
  /** The settings that the form holds, whole. */
  next: Partial<Settings>
  /** What must stand or fall with them. */
  also?: readonly Statement[]
}

/**
 * Writes the settings of one form; false when somebody else has changed one of them since. What has not changed is not
 * written. The audit log is told the names of the fields that changed and not what they said. Throws a valibot error for
 * what is no setting.
 */
export async function saveSettings(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  actor: Actor,
  { was, next, also = [] }: Change,
): Promise<boolean> {
  const changed = keysOf(next).filter((key) => !same(was[key], next[key]))
  if (changed.length === 0) return true
  try {
    await runBatch(db, [
      ...changed.map((key) =>
        swapSetting(db, key, {
          was: was[key],
          value: v.parse(settingsForm.entries[key], next[key]),
        }),
      ),
      ...also,
      ...changed.map((key) =>
        note(db, actor, {
          act: `settings.${key}`,
          subject: key,
          facts: { fields: changedFields(was[key], next[key]).join(', ') },
          at: now,
        }),
      ),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'setting.value') throw error
    return false
  }
  return true
}

function keysOf(next: Partial<Settings>) {
  return Object.keys(settingsForm.entries).flatMap((name) => {
    const key = settingNamed(name)
    return key && next[key] !== undefined ? [key] : []
  })
}

function settingNamed(name: string): keyof Settings | null {
  return v.is(v.keyof(settingsForm), name) ? name : null
}

function changedFields(was: unknown, next: unknown): string[] {
  const [before, after] = [fieldsIn(was), fieldsIn(next)]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !same(before[name], after[name]))
}

function fieldsIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
