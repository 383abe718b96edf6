import { settle } from '#features/payments/settle.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed } from '../support/orders.ts'
import { tools } from '../support/worker.ts'

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
