/** How an order is delivered, as it was chosen. */
export type FrozenDelivery = {
  code: string
  kind: 'parcel' | 'pickup'
  title: string
  promise: string
}
