import type { StripeStandIn } from '../stripe/server.ts'
import type { Query } from './server.ts'

/** What an answer has promised, by the row or the state that must be there from then on. */
const KEPT = {
  session: `value in (select session_id from payment)`,
  paid: `exists (select 1 from payment p join "order" o on o.id = p.order_id
    where p.session_id = value and (o.paid_at is not null or o.refunded_total > 0))`,
  expired: `exists (select 1 from payment p join "order" o on o.id = p.order_id
    where p.session_id = value and o.state <> 'pending')`,
  parcel: `value in (select id from shipment)`,
  refund: `value in (select id from refund)`,
  movement: `value in (select id from movement)`,
  note: `value in (select id from order_note)`,
} as const

export type Kind = keyof typeof KEPT

/** Forms whose key is the id of what they write. */
const KEYED: [RegExp, Kind][] = [
  [/^\/admin\/orders\/\w+\/shipments$/, 'parcel'],
  [/^\/admin\/refunds\/\w+$/, 'refund'],
  [/^\/admin\/stock\/\w+\/movements$/, 'movement'],
  [/^\/admin\/orders\/\w+\/notes$/, 'note'],
]

export type Promises = ReturnType<typeof newPromises>

/** Everything that the shop has acknowledged: to those who visit it, and to Stripe. */
export function newPromises() {
  const made = new Map<Kind, Set<string>>()

  function add(kind: Kind, id: string): void {
    made.set(kind, (made.get(kind) ?? new Set()).add(id))
  }

  /** Reads what an answer promises to who sent the form. */
  function hear(path: string, form: URLSearchParams, answer: Response): void {
    if (answer.status !== 303) return
    const [session] = /cs_\w+/.exec(answer.headers.get('location') ?? '') ?? []
    if (path === '/checkout' && session) add('session', session)
    const [, kind] = KEYED.find(([form]) => form.test(path)) ?? []
    const key = form.get('key')
    if (kind && key) add(kind, key)
  }

  /** Reads what was answered to Stripe. */
  function hearStripe({ control }: StripeStandIn): void {
    const acknowledged = new Set(
      control.deliveryLog().flatMap(({ id, state }) => (state === 'acknowledged' ? [id] : [])),
    )
    for (const { id, type, data } of control.events()) {
      const session = 'id' in data.object ? data.object.id : ''
      if (!acknowledged.has(id)) continue
      if (type === 'checkout.session.completed') add('paid', session)
      if (type === 'checkout.session.expired') add('expired', session)
    }
  }

  /** The promises that the shop has not kept. */
  async function broken(query: Query): Promise<string[]> {
    const found = await Promise.all(
      [...made].map(async ([kind, ids]) => {
        const sql = `select value from json_each(?) where not (${KEPT[kind]})`
        const rows = await query<{ value: string }>(sql, JSON.stringify([...ids]))
        return rows.map(({ value }) => `${kind} ${value}`)
      }),
    )
    return found.flat()
  }

  const counts = () => Object.fromEntries([...made].map(([kind, ids]) => [kind, ids.size]))
  return { add, hear, hearStripe, broken, counts }
}
