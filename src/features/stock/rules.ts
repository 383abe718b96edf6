/** Units from which a variant runs low, unless the maker says otherwise. */
export const LOW_AT = 2

/** What a movement says; the table counts. */
export type Movement = {
  variantId: string
  kind: 'receive' | 'hold' | 'release' | 'claim' | 'return' | 'adjust'
  /** Units: positive but for `adjust`, which may take away. */
  quantity: number
  orderId?: string
  reason?: string
  /** Who did it; nobody when an order did. */
  who?: string
}

/** What a line wants: units of a variant, and the parts of each unit when it is a bundle. */
export type Wanted = { variantId: string; quantity: number; parts: readonly Part[] }
export type Part = { partId: string; quantity: number }

/** Units free to sell of each counted variant. What is missing here is not counted. */
export type Free = ReadonlyMap<string, number>

/**
 * Units each counted variant must give for all lines together. A bundle asks its parts; the same variant on two lines
 * or inside a bundle is summed. Variants that are not counted ask for nothing.
 */
export function demand(lines: readonly Wanted[], free: Free): Map<string, number> {
  const units = new Map<string, number>()
  for (const line of lines) {
    for (const { partId, quantity } of needs(line)) {
      if (free.has(partId)) {
        units.set(partId, (units.get(partId) ?? 0) + quantity * line.quantity)
      }
    }
  }
  return units
}

/** How many of each line can be had, when lines are served in order and share what they have in common. */
export function fit(lines: readonly Wanted[], free: Free): number[] {
  const left = new Map(free)
  return lines.map((line) => {
    const most = needs(line).map(({ partId, quantity }) =>
      left.has(partId) ? Math.floor((left.get(partId) ?? 0) / quantity) : line.quantity,
    )
    const granted = Math.max(0, Math.min(line.quantity, ...most))
    for (const { partId, quantity } of needs(line)) {
      if (left.has(partId)) left.set(partId, (left.get(partId) ?? 0) - quantity * granted)
    }
    return granted
  })
}

function needs(line: Wanted): readonly Part[] {
  return line.parts.length > 0 ? line.parts : [{ partId: line.variantId, quantity: 1 }]
}

/** Why somebody moves stock by hand. */
export const REASONS = ['made', 'sold', 'broken', 'given', 'counted'] as const
export type Reason = (typeof REASONS)[number]

/** What is made comes in; the rest puts right what was there. */
export function kindOf(reason: Reason): 'receive' | 'adjust' {
  return reason === 'made' ? 'receive' : 'adjust'
}

/** Units with the sign that their reason gives them. */
export function signed(reason: Exclude<Reason, 'counted'>, units: number): number {
  return reason === 'made' ? units : -units
}

/** What lies on the shelf: free, held for a payment, and sold but not sent yet. */
export function onShelf(row: { available: number; held: number; packing: number }): number {
  return row.available + row.held + row.packing
}

export type Difference = { variantId: string; expected: number; found: number; difference: number }

/** What a count has found to differ. What was found as expected is left out. */
export function differencesOf(
  counted: readonly { variantId: string; expected: number; found: number }[],
): Difference[] {
  return counted.flatMap((one) =>
    one.found === one.expected ? [] : [{ ...one, difference: one.found - one.expected }],
  )
}

/** How many pieces a page of a count shows at most, and how many variants: as many as one piece may have. */
export const PIECES_AT_ONCE = 20
export const VARIANTS_AT_ONCE = 100

/**
 * What a page of a count shows of what was read for it: whole pieces, so that none is cut in two and half forgotten.
 * `next` is the piece after which the rest begins.
 */
export function pageOfCount<Row extends { productId: string }>(
  read: readonly Row[],
): { rows: Row[]; next: string | null } {
  const pieces = [...new Set(read.map(({ productId }) => productId))]
  const isAll = read.length <= VARIANTS_AT_ONCE && pieces.length <= PIECES_AT_ONCE
  if (isAll || pieces.length < 2) return { rows: [...read], next: null }
  const left = pieces.at(-1)
  return {
    rows: read.filter(({ productId }) => productId !== left),
    next: pieces.at(-2) ?? null,
  }
}
