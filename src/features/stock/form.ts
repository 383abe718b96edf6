import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import { REASONS, signed } from './rules.ts'

const MOST = 9999

export type MoveForm =
  | { id: string; set: false; reason: 'made' | 'sold' | 'broken' | 'given'; quantity: number }
  | { id: string; set: true; reason: 'counted'; shown: number; to: number }

/** Reads a movement: so many made, sold elsewhere, broken or given; or the level that was counted. */
export function readMove(fields: Fields): Read<MoveForm> {
  const form = readForm(fields)
  const id = form.typed('key')
  const reason = form.choice('reason', REASONS)
  const quantity = form.whole('quantity', { least: reason === 'counted' ? 0 : 1, most: MOST })
  const shown = form.whole('shown', { most: MOST })
  if (!/^mov_[0-9a-z]{16}$/.test(id)) form.fault('quantity', says.stale)
  if (!form.required('quantity', quantity))
    return form.done({ id, set: true, reason: 'counted', shown: 0, to: 0 })
  if (reason !== 'counted') {
    return form.done({ id, set: false, reason, quantity: signed(reason, quantity) })
  }
  if (shown === null) form.fault('quantity', says.stale)
  return form.done({ id, set: true, reason, shown: shown ?? 0, to: quantity })
}

/** Reads from how many units down a piece runs low; null for never. */
export function readThreshold(fields: Fields): Read<number | null> {
  const form = readForm(fields)
  return form.done(form.whole('lowAt', { most: 99 }))
}

/** A piece of a count: what the page said should be there, and what was found. */
export type Counted = { variantId: string; expected: number; found: number }

/** Reads a count: `found_<variant>` beside `expected_<variant>`. Fields that stay empty were not counted. */
export function readCount(fields: Fields): Read<{ id: string; counted: Counted[] }> {
  const form = readForm(fields)
  const id = form.typed('key')
  const counted = Object.keys(fields).flatMap((name) => {
    const [, variantId] = /^found_(var_[0-9a-z]{16})$/.exec(name) ?? []
    if (!variantId) return []
    const found = form.whole(name, { most: MOST })
    const expected = form.whole(`expected_${variantId}`, { least: -MOST, most: MOST })
    return found === null || expected === null ? [] : [{ variantId, expected, found }]
  })
  if (!/^cnt_[0-9a-z]{16}$/.test(id)) form.fault('form', says.stale)
  if (counted.length === 0) form.fault('form', says.nothing)
  return form.done({ id, counted })
}

const says = {
  stale: {
    fr: 'La page a vieilli\u00a0: rouvrez-la.',
    en: 'The page has aged: please open it again.',
  },
  nothing: { fr: 'Rien n’a été compté.', en: 'Nothing was counted.' },
} satisfies Record<string, Phrase>
