/** What a cart holds: variants and how many. It knows no prices. */
export type CartLine = { variantId: string; quantity: number }

export const MAX_LINES = 50
export const MAX_QUANTITY = 99

/** A whole number from `min` to 99, or null for anything else a form may hold. */
export function quantityFrom(value: unknown, min: 0 | 1): number | null {
  if (typeof value !== 'string' || !/^\d{1,2}$/.test(value)) return null
  const quantity = Number(value)
  return quantity >= min ? quantity : null
}

/** Units in a cart: the number beside the word. */
export function unitsIn(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}
