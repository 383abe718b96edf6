/** What a movement says; the table counts. */
export type Movement = {
  variantId: string
  kind: 'receive' | 'hold' | 'release' | 'claim' | 'return' | 'adjust'
  /** Units: positive but for `adjust`, which may take away. */
  quantity: number
  orderId?: string
  reason?: string
}

/** What an order wants: units of a variant, and what a bundle is made of. */
export type Wanted = { variantId: string; quantity: number; parts: Part[] }
export type Part = { partId: string; quantity: number }

/**
 * Units each counted variant must give for all lines together. A bundle asks its parts; the same variant on two lines
 * or inside a bundle is summed. Variants that are not counted ask for nothing.
 */
export function demand(lines: readonly Wanted[], counted: (variantId: string) => boolean) {
  const units = new Map<string, number>()
  const want = (variantId: string, quantity: number) => {
    if (counted(variantId)) units.set(variantId, (units.get(variantId) ?? 0) + quantity)
  }
  for (const line of lines) {
    if (line.parts.length === 0) want(line.variantId, line.quantity)
    for (const part of line.parts) want(part.partId, part.quantity * line.quantity)
  }
  return units
}
