import type { Tools } from '#platform/tools.ts'
import type { Known, Model, Run } from './model-shop.ts'

/** An act, with its form filled in: done twice it is done once. `after` tells the model. */
export type Staged = { act: (tools: Tools) => Promise<unknown>; after: (model: Model) => void }

/** Fills in the form of an act; null when there is nothing to do it to. */
export type Act = (model: Model, run: Run) => Promise<Staged | null>

export const nothing = () => {}

/** One of the latest orders. */
export function pick({ orders }: Model, nth: number): Known | null {
  const latest = orders.slice(-8)
  return latest[nth % latest.length] ?? null
}

/** Tells the model what became of an order. */
export function tell(model: Model, id: string, change: (order: Known) => void): void {
  const order = model.orders.find((known) => known.id === id)
  if (order) change(order)
}
