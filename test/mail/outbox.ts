import { env } from 'cloudflare:workers'
import { mailLater, type OutboxRow } from '#features/mail/queries.ts'
import { outbox } from '#features/mail/table.ts'
import { addLine, addOrder, keepTerms } from '#features/orders/queries.ts'
import { writeSetting } from '#features/settings/queries.ts'
import { DEFAULTS, type Settings } from '#features/settings/rules.ts'
import { openDb } from '#platform/db.ts'
import { newId, newToken } from '#platform/ids.ts'
import { eq } from 'drizzle-orm'
import { facts } from './orders.ts'

const db = openDb(env.DB)
let number = 5000

/** A paid order whose confirmation is due at `at`; answers the mail's id. */
export async function paidOrder(at: number, email = 'anne@example.com'): Promise<string> {
  const { order, lines } = facts().view
  const id = newId('ord')
  const mail = newId('out')
  number++
  await db.batch([
    keepTerms(db, { hash: order.termsHash, body: 'Conditions.', at }),
    addOrder(db, { ...order, id, token: newToken(), cartId: newToken(), number, email }),
    ...lines.map((line) => addLine(db, { ...line, id: newId('lin'), orderId: id })),
    mailLater(db, {
      id: mail,
      key: `confirmation:${id}`,
      template: 'confirmation',
      orderId: id,
      at,
    }),
  ])
  return mail
}

export async function mailRow(id: string): Promise<OutboxRow> {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id))
  if (!row) throw new Error(`No mail ${id}`)
  return row
}

/** Says how the shop's mails leave, and forgets those of other tests. */
export async function useMail(mail: Partial<Settings['mail']>): Promise<void> {
  await db.delete(outbox)
  await writeSetting(db, 'mail', {
    ...DEFAULTS.mail,
    from: 'commandes@atelier.example.com',
    ...mail,
  })
  await writeSetting(db, 'shop', { ...facts().settings.shop, name: 'Atelier « Éstran », "grès"' })
}
