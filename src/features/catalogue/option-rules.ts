import type { Option } from './rules.ts'

export const MOST_OPTIONS = 3
export const MOST_VARIANTS = 100

type Choice = Record<string, string>
type Known = { id: string; choice: Choice; offered: boolean; position: number }

/** What becomes of the variants of a piece when its options change. */
export type Plan<V extends Known> = {
  /** Every variant there will be, in order: one for each combination of values. */
  rows: ({ choice: Choice; position: number } & (
    | { is: 'kept' | 'back'; variant: V }
    | { is: 'gained'; like: V | null }
  ))[]
  /** Offered until now, and not any more. */
  lost: V[]
}

/** Every combination of the values of some options: one, of nothing, when there are none. */
export function combinations(options: readonly Option[]): Choice[] {
  return options.reduce<Choice[]>(
    (all, { name, values }) =>
      all.flatMap((choice) => values.map(({ value }) => ({ ...choice, [name]: value }))),
    [{}],
  )
}

/**
 * Fits variants to new options. A variant stays itself where its choice still stands: a new option gives it that
 * option's first value, and of those that an option less makes the same the first one stays. A combination that was
 * offered once comes back as what it was; a new one is like its nearest neighbour.
 */
export function planVariants<V extends Known>(
  variants: readonly V[],
  options: readonly Option[],
): Plan<V> {
  const inOrder = variants.toSorted((a, b) => a.position - b.position)
  const offered = inOrder.filter((variant) => variant.offered)
  const staying = new Map<string, V>()
  for (const variant of offered) {
    const key = keyOf(fitted(variant.choice, options), options)
    if (!staying.has(key)) staying.set(key, variant)
  }
  const rows = combinations(options).map((choice, position) => {
    const kept = staying.get(keyOf(choice, options))
    if (kept) return { is: 'kept' as const, variant: kept, choice, position }
    const back = inOrder.find((variant) => !variant.offered && isSame(variant.choice, choice))
    if (back) return { is: 'back' as const, variant: back, choice, position }
    return { is: 'gained' as const, like: nearest(offered, choice), choice, position }
  })
  const stay = new Set(rows.flatMap((row) => (row.is === 'gained' ? [] : [row.variant.id])))
  return { rows, lost: offered.filter(({ id }) => !stay.has(id)) }
}

function fitted(choice: Choice, options: readonly Option[]): Choice {
  return Object.fromEntries(
    options.map(({ name, values }) => [name, choice[name] ?? values[0]?.value ?? '']),
  )
}

function keyOf(choice: Choice, options: readonly Option[]): string {
  return JSON.stringify(options.map(({ name }) => choice[name]))
}

function isSame(a: Choice, b: Choice): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/** The variant that shares the most values; the later an option, the more it says of size and price. */
function nearest<V extends Known>(variants: readonly V[], choice: Choice): V | null {
  const shared = (variant: V) =>
    Object.keys(choice).reduce(
      (sum, name, at) => (variant.choice[name] === choice[name] ? sum + 2 ** at : sum),
      0,
    )
  return variants.toSorted((a, b) => shared(b) - shared(a))[0] ?? null
}

/** A reference for a new variant: what the others begin with, and the first letters of its values. */
export function referenceFor(
  like: string | null,
  options: readonly Option[],
  choice: Choice,
): string {
  const stem = like?.split('-').slice(0, Math.max(1, like.split('-').length - options.length))
  const ends = options.map(({ name }) => (choice[name] ?? '').replaceAll('-', '').slice(0, 4))
  return [...(stem ?? []), ...ends].join('-').toUpperCase().slice(0, 56)
}
