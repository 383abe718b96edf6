import type { OrderLineRow, OrderRow } from '#features/orders/queries.ts'
import type { Tools } from '#platform/tools.ts'
import { cartOf } from './read-cart.ts'

/** Takes what an order bought out of its cart. It may fail without harm: a cart that keeps its lines is only a nuisance. */
export async function takeBought(
  tools: Tools,
  { id, cartId }: Pick<OrderRow, 'id' | 'cartId'>,
  lines: readonly Pick<OrderLineRow, 'variantId' | 'quantity' | 'personal'>[],
): Promise<void> {
  const bought = lines.map(({ variantId, quantity, personal }) => ({
    variantId,
    quantity,
    personal,
  }))
  await cartOf(tools, cartId)
    .take(id, bought)
    .catch((error: unknown) => tools.log('cart kept its lines', { error: String(error) }))
}
