/** How the list of customers may be sorted: by their last order, by what they spent, by how often they bought, by name. */
export const SORTS = ['last', 'spent', 'orders', 'name'] as const
export type Sort = (typeof SORTS)[number]

export const MOST_NOTE = 2000

/** The beginnings of words, as the full-text index is asked; empty when nothing of them can be looked for. */
export function searchFor(typed: string): string {
  const words = typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? []
  return words.map((word) => `"${word}"*`).join(' ')
}

/** Any of these addresses, as the full-text index of orders is asked for them. */
export function buyersAs(emails: readonly string[]): string {
  const phrases = emails.map((email) => `"${email.replaceAll('"', ' ')}"`)
  return `buyer : (${phrases.join(' OR ')})`
}
