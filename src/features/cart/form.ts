import { quantityFrom } from './rules.ts'

type Fields = Readonly<Record<string, string>>

type Read = { ok: true; quantity: number } | { ok: false; because: 'incomplete' | 'quantity' }

type Addition = {
  ok: true
  variantId: string
  quantity: number
  /** What was typed into the piece's own fields, by their names. */
  texts: Record<string, string>
}

const TEXT = 'text.'

/** How the form of a piece calls the field that is written on it. */
export const textField = (name: string): string => TEXT + name

/** Reads what is to be added: a variant, how many of it, and what is written on it. */
export function readAddition(fields: Fields): Addition | Exclude<Read, { ok: true }> {
  const { variant = '' } = fields
  if (variant === '') return { ok: false, because: 'incomplete' }
  const read = readQuantity(fields, 1)
  if (!read.ok) return read
  const texts = Object.entries(fields).filter(([name]) => name.startsWith(TEXT))
  return {
    ok: true,
    variantId: variant,
    quantity: read.quantity,
    texts: Object.fromEntries(texts.map(([name, text]) => [name.slice(TEXT.length), text])),
  }
}

/** Reads how many a line shall hold; 0 takes it out. */
export function readQuantity(fields: Fields, min: 0 | 1): Read {
  if (!fields.quantity) return { ok: false, because: 'incomplete' }
  const quantity = quantityFrom(fields.quantity, min)
  return quantity === null ? { ok: false, because: 'quantity' } : { ok: true, quantity }
}
