/** Messages that one place, and one address, may send in an hour. */
export const MESSAGES_AN_HOUR = 5

/** Characters of a message: fewer say nothing, more are no message. */
export const LEAST_TEXT = 10
export const MOST_TEXT = 4000
export const MOST_ANSWER = 10_000

/** The lists of the back office. */
export const FILTERS = ['unread', 'all'] as const
export type Filter = (typeof FILTERS)[number]

/** The number in what somebody typed of an order: "n° 1042". Null for what holds none, or several. */
export function orderNumberIn(typed: string): number | null {
  const [number, ...others] = typed.replace(/(?<=\d)[\s\u202f](?=\d)/g, '').match(/\d+/g) ?? []
  if (number === undefined || others.length > 0 || number.length > 9) return null
  return Number(number)
}

/** What makes two posts the same message: who says what on which day. */
export function sameness({ email, text, day }: { email: string; text: string; day: string }) {
  return JSON.stringify([email, text, day])
}
