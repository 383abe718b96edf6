import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { drawDesk, drawDeskLost, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { csv } from '#lib/csv.ts'
import { localTime, monthSpan } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { advance, packMany } from '../advance.ts'
import { cancelUnpaid } from '../cancel.ts'
import { changeAddress } from '../change-address.ts'
import { readAddress, readNote, readParcel } from '../form.ts'
import {
  type Asked,
  listRows,
  NONE_OPEN,
  openCounts,
  ordersPaidIn,
  PER_PAGE,
  soldIn,
} from '../list-orders.ts'
import { orderById, ordersByIds, type OrderRow } from '../queries.ts'
import { readDeskOrder, readSlips } from '../read-desk-order.ts'
import { resendMail } from '../resend-mail.ts'
import { FILTERS, isStopped, leftToSend, mayReaddress, mayShip, SAID } from '../rules.ts'
import { ship } from '../ship.ts'
import { writeNote } from '../write-note.ts'
import { AddressPage } from './address-page.tsx'
import { exportRows } from './export-rows.ts'
import { ListPage } from './list-page.tsx'
import { manualDesk } from '../manual-desk.tsx'
import { DeskOrderPage, type Keys, type Refused, type Trouble } from './order-page.tsx'
import { SlipsPage } from './slips-page.tsx'

const ORDER = '/:id{ord_[0-9a-z]{16}}'

export const orderDesk = router()
  .route('/new', manualDesk)
  .get('/', drawList)
  .get('/export.csv', exportMonth)
  .post('/packing', postPacking)
  .get('/slips', (c) => drawSlips(c, (c.req.query('ids') ?? '').split(',').slice(0, PER_PAGE)))
  .get(ORDER, (c) => drawOrder(c, c.req.param('id')))
  .get(`${ORDER}/slip`, (c) => drawSlips(c, [c.req.param('id')]))
  .post(`${ORDER}/shipments`, postShipment)
  .post(`${ORDER}/steps`, async (c) => {
    const order = await orderOf(c)
    const typed = await fieldsOf(c)
    const to = SAID.find((step) => step === typed['to'])
    if (!order || !to) return lost(c)
    const done = await advance(c.var.tools, actorOf(c), order, to)
    return done ? toOrder(c, order.id, to) : drawOrder(c, order.id, refused('state'))
  })
  .post(`${ORDER}/cancellation`, async (c) => {
    const order = await orderOf(c)
    if (!order) return lost(c)
    const cancelled = await cancelUnpaid(c.var.tools, actorOf(c), order)
    if (!cancelled.ok) return drawOrder(c, order.id, refused(cancelled.because))
    return c.redirect(deskLink.order(order.id, { done: 'cancelled' }), 303)
  })
  .post(`${ORDER}/notes`, async (c) => {
    const order = await orderOf(c)
    if (!order) return lost(c)
    const typed = await fieldsOf(c)
    const read = readNote(typed)
    if (!read.ok) return drawOrder(c, order.id, { typed: { note: typed['note'] ?? '' }, ...read })
    await writeNote(c.var.tools, actorOf(c), order, read.value)
    return toOrder(c, order.id, 'noted')
  })
  .post(`${ORDER}/mails`, async (c) => {
    const { mail: id, key = '' } = await fieldsOf(c)
    const view = await readDeskOrder(c.var.tools.db, c.req.param('id'))
    const mail = view?.mails.find((known) => known.id === id)
    if (!view || !mail || !/^out_[0-9a-z]{16}$/.test(key)) return lost(c)
    await resendMail(c.var.tools, actorOf(c), view.order, mail, key)
    return toOrder(c, view.order.id, 'resent')
  })
  .get(`${ORDER}/address`, async (c) => {
    const order = await orderOf(c)
    return order?.address ? drawAddress(c, order, { typed: typedOf(order) }) : lost(c)
  })
  .post(`${ORDER}/address`, async (c) => {
    const order = await orderOf(c)
    if (!order?.address) return lost(c)
    const typed = await fieldsOf(c)
    const read = readAddress(typed, order.address.country)
    if (!read.ok) return drawAddress(c, order, { typed, problems: read.problems }, 422)
    const done = await changeAddress(c.var.tools, actorOf(c), order, read.value)
    return done
      ? toOrder(c, order.id, 'address')
      : drawAddress(c, order, { typed, tooLate: true }, 409)
  })

async function drawList(c: Context<App>) {
  const { db, now } = c.var.tools
  const { list, q = '', sort, before = '' } = c.req.query()
  const asked: Asked = {
    filter: FILTERS.find((name) => name === list) ?? 'all',
    q: q.trim().slice(0, 100),
    oldest: sort === 'oldest',
    before,
  }
  const [settings, found, [counts]] = await db.batch([
    allSettings(db),
    listRows(db, asked),
    openCounts(db),
  ])
  const { timeZone } = readSettings(settings).shop
  const month = localTime(now, timeZone).day.slice(0, 7)
  const span = asked.filter === 'all' && !asked.q && !before ? monthSpan(month, timeZone) : null
  const [sold] = span && found.length > 0 ? await soldIn(db, span) : []
  const rows = found.slice(0, PER_PAGE)
  return drawDesk(
    c,
    openDesk(c, settings),
    <ListPage
      asked={asked}
      rows={rows}
      counts={counts ?? NONE_OPEN}
      told={{ packed: Number(c.req.query('packed') ?? -1), of: Number(c.req.query('of') ?? 0) }}
      next={found.length > PER_PAGE ? (rows.at(-1)?.cursor ?? null) : null}
      month={sold ? { month, ...sold } : null}
    />,
  )
}

/** Says of the ticked orders that they are packed. */
async function postPacking(c: Context<App>) {
  const { tools } = c.var
  const { id } = await c.req.parseBody({ all: true }).catch(() => ({ id: [] }))
  const ids = [id].flat().filter((one) => typeof one === 'string')
  const orders = await ordersByIds(tools.db, ids.slice(0, PER_PAGE))
  const packed = await packMany(tools, actorOf(c), orders)
  const told = { packed: String(packed), of: String(orders.length) }
  return c.redirect(deskLink.orders({ list: 'to_pack', ...told }), 303)
}

async function exportMonth(c: Context<App>) {
  const { db } = c.var.tools
  const settings = await allSettings(db)
  const { timeZone } = readSettings(settings).shop
  const month = c.req.query('month') ?? ''
  const span = monthSpan(month, timeZone)
  if (!span) return drawDeskLost(c, settings)
  const rows = exportRows(await ordersPaidIn(db, span), c.var.desk.staff.lang, timeZone)
  return c.body(csv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="orders-${month}.csv"`,
    'cache-control': 'private, no-store',
  })
}

async function drawOrder(c: Context<App>, id: string, trouble: Trouble | null = null) {
  const { db } = c.var.tools
  const [settings, view] = await Promise.all([allSettings(db), readDeskOrder(db, id)])
  if (!view) return drawDeskLost(c, settings)
  const keys: Keys = {
    shipment: newId('shp'),
    note: newId('not'),
    refund: newId('ref'),
    mail: () => newId('out'),
  }
  const { done = '', refused: because } = c.req.query()
  const shown = trouble ?? (isRefused(because) ? refused(because) : null)
  const page = <DeskOrderPage view={view} keys={keys} trouble={shown} done={done} />
  return drawDesk(c, openDesk(c, settings), page, statusOf(trouble))
}

function statusOf(trouble: Trouble | null) {
  if (!trouble) return 200
  return trouble.refused ? 409 : 422
}

async function postShipment(c: Context<App>) {
  const { tools } = c.var
  const { db } = tools
  const [rows, view] = await Promise.all([
    allSettings(db),
    readDeskOrder(db, c.req.param('id') ?? ''),
  ])
  if (!view) return drawDeskLost(c, rows)
  const { order, shipments } = view
  const typed = await fieldsOf(c)
  // The same form once more: its parcel has left, and there may be nothing left to read it against.
  if (shipments.some(({ id }) => id === typed['key'])) return toOrder(c, order.id, 'shipped')
  const left = leftToSend(view)
  const stopped = isStopped(view.disputes)
  if (left.size === 0 || !mayShip({ ...order, stopped })) {
    return drawOrder(c, order.id, refused('state'))
  }
  const read = readParcel(typed, left, readSettings(rows).carriers)
  if (!read.ok) return drawOrder(c, order.id, { typed, problems: read.problems })
  const parcel = { ...read.value, orderId: order.id, order: order.number }
  const shipped = await ship(tools, actorOf(c), parcel)
  return shipped.ok
    ? toOrder(c, order.id, 'shipped')
    : drawOrder(c, order.id, refused(shipped.because))
}

async function drawSlips(c: Context<App>, ids: readonly string[]) {
  const { db } = c.var.tools
  const [settings, slips] = await Promise.all([allSettings(db), readSlips(db, [...new Set(ids)])])
  const packing = slips.filter(({ order }) => order.delivery)
  if (packing.length === 0) return drawDeskLost(c, settings)
  return drawDesk(c, openDesk(c, settings), <SlipsPage slips={packing} />)
}

type AddressForm = Pick<Parameters<typeof AddressPage>[0], 'typed' | 'problems' | 'tooLate'>

async function drawAddress(
  c: Context<App>,
  order: OrderRow,
  form: AddressForm,
  status: 200 | 409 | 422 = 200,
) {
  const site = openDesk(c, await allSettings(c.var.tools.db))
  const country = order.address?.country ?? ''
  const tooLate = form.tooLate ?? !mayReaddress(order.state, 0)
  const page = <AddressPage order={order} country={country} {...form} tooLate={tooLate} />
  return drawDesk(c, site, page, status)
}

function typedOf({ firstName, lastName, address }: OrderRow) {
  return {
    first_name: firstName,
    last_name: lastName,
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    postal_code: address?.postalCode ?? '',
    city: address?.city ?? '',
  }
}

async function orderOf(c: Context<App>): Promise<OrderRow | undefined> {
  const [order] = await orderById(c.var.tools.db, c.req.param('id') ?? '')
  return order
}

const isRefused = (told?: string): told is Refused =>
  told === 'left' || told === 'state' || told === 'paid' || told === 'down'

function refused(because: Refused): Trouble {
  return { typed: {}, problems: {}, refused: because }
}

function toOrder(c: Context<App>, id: string, done: string) {
  return c.redirect(deskLink.order(id, { done }), 303)
}
