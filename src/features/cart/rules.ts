import type { Personal } from '#features/catalogue/rules.ts'

/** What the buyer wants written on a piece, by the name of the field. */
export type Written = { name: string; text: string }

/** What a cart holds: variants, how many, and what is written on them. It knows no prices. */
export type CartLine = {
  variantId: string
  quantity: number
  /** Tells lines of one variant apart by what is written on them; the variant itself when nothing is. */
  key?: string
  written?: readonly Written[]
}

export const MAX_LINES = 50
export const MAX_QUANTITY = 99
/** Codes that one cart may try in a minute. */
export const TRIES_A_MINUTE = 10

/** The key of a line, as addresses write it. */
export function keyOf({ key, variantId }: Pick<CartLine, 'key' | 'variantId'>): string {
  return key ?? variantId
}

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

/** Whether two lines have the same texts on them, whatever the fields are called. */
export function sameTexts(one: readonly { text: string }[], two: readonly { text: string }[]) {
  return one.length === two.length && one.every(({ text }, i) => text === two[i]?.text)
}

/** What is wrong with a text that shall be written on a piece. */
export type TextFault = 'textMissing' | 'textLong' | 'textUnprintable'

type Asked = Pick<Personal, 'name' | 'most' | 'required'>

/** Control characters, and marks that turn text around; what joins an emoji is neither. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/**
 * What is written on a piece, field by field as it asks, without what was left empty; or the first field that is wrong.
 * Lengths are counted as browsers count them.
 */
export function writtenFrom<A extends Asked>(
  typed: Readonly<Record<string, string>>,
  asked: readonly A[],
): { ok: true; written: Written[] } | { ok: false; because: TextFault; field: A } {
  const written: Written[] = []
  for (const field of asked) {
    const text = (typed[field.name] ?? '').normalize().replace(/\s+/g, ' ').trim()
    const because = textFault(text, field)
    if (because) return { ok: false, because, field }
    if (text !== '') written.push({ name: field.name, text })
  }
  return { ok: true, written }
}

function textFault(text: string, { most, required }: Asked): TextFault | null {
  if (text === '') return required ? 'textMissing' : null
  if (UNPRINTABLE.test(text)) return 'textUnprintable'
  return text.length > most ? 'textLong' : null
}

/** Whether what was once written still is what a piece asks for: its maker may have changed the fields since. */
export function stillFits(written: readonly Written[], asked: readonly Asked[]): boolean {
  const known = written.every(({ name }) => asked.some((field) => field.name === name))
  const typed = Object.fromEntries(written.map(({ name, text }) => [name, text]))
  return known && writtenFrom(typed, asked).ok
}
