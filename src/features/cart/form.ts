import { quantityFrom } from './rules.ts'

type Fields = Readonly<Record<string, string>>

type Read = { ok: true; quantity: number } | { ok: false; because: 'incomplete' | 'quantity' }

/** Reads what is to be added: a variant, and how many of it. */
export function readAddition(
  fields: Fields,
): { ok: true; variantId: string; quantity: number } | Exclude<Read, { ok: true }> {
  const { variant = '' } = fields
  if (variant === '') return { ok: false, because: 'incomplete' }
  const read = readQuantity(fields, 1)
  return read.ok ? { ok: true, variantId: variant, quantity: read.quantity } : read
}

/** Reads how many a line shall hold; 0 takes it out. */
export function readQuantity(fields: Fields, min: 0 | 1): Read {
  if (!fields.quantity) return { ok: false, because: 'incomplete' }
  const quantity = quantityFrom(fields.quantity, min)
  return quantity === null ? { ok: false, because: 'quantity' } : { ok: true, quantity }
}
