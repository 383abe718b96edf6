/** Mails about an order, to its buyer. */
export const ORDER_TEMPLATES = [
  'received',
  'payment_failed',
  'confirmation',
  'shipped',
  'ready',
  'refunded',
  'cancelled',
  'pay_link',
] as const
/** Answers to whoever wrote, and what the workshop is told. */
const OTHER_TEMPLATES = [
  'alert',
  'answer',
  'message',
  'low_stock',
  'closing',
  'code_used',
  'differences',
  'test',
] as const

export type OrderTemplate = (typeof ORDER_TEMPLATES)[number]
export type Template = OrderTemplate | (typeof OTHER_TEMPLATES)[number]

/** Whether a mail is about an order. */
export function isAboutOrder(template: Template): template is OrderTemplate {
  return ORDER_TEMPLATES.some((known) => known === template)
}

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
