import type { Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { newId } from '#platform/ids.ts'
import type { Alert } from './alert-words.ts'
import { mailLater } from './queries.ts'

type Asked = {
  orderId: string
  about: Alert
  /** Which one it was, of what may happen to an order several times. */
  ref?: string
}

/**
 * Tells the workshop of an order that asks for somebody, once. It belongs to no order's mails: its buyer never gets it.
 */
export function alertLater(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { orderId, about, ref = '' }: Asked,
): Statement {
  const key = ['alert', about, orderId, ref].filter(Boolean).join(':')
  const facts = { order: orderId, about, ...(ref && { ref }) }
  return mailLater(db, { id: newId('out'), key, template: 'alert', facts, at: now })
}
