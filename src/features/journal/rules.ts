/** `undone`: money of a refund that the bank sent back. The others close a span of time. */
export const LINE_KINDS = ['sale', 'refund', 'undone', 'day', 'month', 'year'] as const
export type LineKind = (typeof LINE_KINDS)[number]
