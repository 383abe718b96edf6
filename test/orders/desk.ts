import { env } from 'cloudflare:workers'
import { settle } from '#features/payments/settle.ts'
import { addSession } from '#features/staff/queries.ts'
import type { Role } from '#features/staff/rules.ts'
import { staff } from '#features/staff/table.ts'
import type { Lang } from '#lib/i18n.ts'
import { openDb } from '#platform/db.ts'
import { newId, newToken, sha256 } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed } from '../support/orders.ts'
import { shop, tools } from '../support/worker.ts'

/** Somebody at the desk, without the ceremony of a passkey. */
export async function atDesk(role: Role = 'helper', lang: Lang = 'fr') {
  const db = openDb(env.DB)
  const id = newId('stf')
  const token = newToken()
  const now = Date.now()
  await db.insert(staff).values({ id, name: 'Mona', role, lang, createdAt: now })
  const session = { hash: await sha256(token), staffId: id, browser: 'test', createdAt: now }
  await addSession(db, { ...session, seenAt: now })
  const browser = shop()
  browser.cookies.set('__Host-desk', token)
  return browser
}

type Placing = Parameters<typeof placed>[1]

/** A paid order of one or more new pieces, so many of each. */
export async function paidOrder(quantities: readonly number[] = [2], wish: Placing = {}) {
  const made = await Promise.all(quantities.map(() => makeProduct()))
  return pay(
    made.map(({ variants }, i) => ({
      variantId: variants[0]?.id ?? '',
      quantity: quantities[i] ?? 1,
    })),
    wish,
  )
}

/** Places an order for some lines and settles it as paid. */
export async function pay(lines: Parameters<typeof placed>[0], wish: Placing = {}) {
  const { order, sessionId } = await placed(lines, wish)
  await settle(tools(), {
    sessionId,
    orderId: order.id,
    outcome: 'paid',
    amount: order.total,
    currency: order.currency.toLowerCase(),
    paymentIntent: 'pi_1',
    method: 'visa 4242',
    live: false,
  })
  return orderNow(order.id)
}

export const ACTOR = { staffId: 'stf_test', who: 'Mona' }
