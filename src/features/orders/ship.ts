import { type Actor, note } from '#features/audit/note.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addShipment, addShipmentLine, shipmentById, shippedWhenAllSent } from './ship-queries.ts'

export type Shipping = {
  /** Made with the form: the same form posted twice is the same parcel. */
  id: string
  orderId: string
  /** The order's number, for the audit log. */
  order: number | null
  carrier: string
  number: string
  /** Units of each line, none of them zero. */
  units: readonly { lineId: string; quantity: number }[]
  /** Whether the buyer gets a mail. */
  tell: boolean
}

/** `left`: not that many are left to send. `state`: no parcel may leave of this order. */
export type Shipped = { ok: true } | { ok: false; because: 'left' | 'state' }

/**
 * Sends a parcel with all or part of an order: the parcel, what is in it, the mail and the audit line are one batch,
 * which fails as a whole when more would leave than was ordered. The parcel that is the last one moves the order.
 */
export async function ship(tools: Tools, actor: Actor, parcel: Shipping): Promise<Shipped> {
  const { db, now } = tools
  const { id, orderId, order, carrier, number, units, tell } = parcel
  try {
    await runBatch(db, [
      addShipment(db, { id, orderId, carrier, number, at: now, ...actor }),
      ...units.map((unit) => addShipmentLine(db, { ...unit, shipmentId: id, orderId })),
      ...shippedWhenAllSent(db, { id: newId('evt'), orderId, at: now, by: actor }),
      ...(tell ? [mailLater(db, { ...mailOf(parcel), id: newId('out'), at: now })] : []),
      note(db, actor, {
        act: 'order.parcel_sent',
        subject: orderId,
        facts: {
          order,
          shipment: id,
          carrier,
          units: units.reduce((sum, { quantity }) => sum + quantity, 0),
        },
        at: now,
      }),
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (!constraint || !/^(shipment|shipment_line|order_event)\./.test(constraint)) throw error
    const [known] = await shipmentById(db, id)
    if (known?.orderId === orderId) return { ok: true }
    return { ok: false, because: constraint.startsWith('shipment_line.') ? 'left' : 'state' }
  }
  tools.log('parcel sent', { order: orderId, shipment: id })
  if (tell) tools.later(sendOutbox(tools))
  return { ok: true }
}

function mailOf({ id, orderId }: Shipping) {
  return { key: `shipped:${id}`, template: 'shipped' as const, orderId, shipmentId: id }
}
