/** Every mail that the shop writes. The first ones go to buyers, the last ones to the workshop. */
export const TEMPLATES = [
  'confirmation',
  'shipped',
  'ready',
  'refunded',
  'cancelled',
  'pay_link',
  'answer',
  'message',
  'low_stock',
  'code_used',
  'test',
] as const
export type Template = (typeof TEMPLATES)[number]

const MINUTE_MS = 60_000

/** Minutes to wait after each failure. After the last one the mail has failed for good. */
const WAITS = [1, 5, 15, 60, 180, 360, 360, 360, 360]

/** How long whoever took a mail keeps it from the others. */
export const LEASE_MS = 2 * MINUTE_MS

/** When to try again after so many attempts; null once it is no use. */
export function retryAt(attempts: number, now: number): number | null {
  const minutes = WAITS[attempts - 1]
  return minutes === undefined ? null : now + minutes * MINUTE_MS
}

/** Whether a mail may be sent there: one plain address, nothing that could add a second one or a header. */
export function isAddress(value: string): boolean {
  const plain = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d.-]+$/i
  return value.length <= 254 && plain.test(value)
}

/** A subject of one line: control characters become spaces, and 200 characters suffice. */
export function safeSubject(value: string): string {
  return Array.from(value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .slice(0, 200)
    .join('')
}

/** What a mail server said, without the addresses it repeats. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(:,;]+@[^\s<>"'):,;]+/g, '…')
}
