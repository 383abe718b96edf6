import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { messagesFrom } from '#features/messages/queries.ts'
import { ErasurePage } from '#features/people/admin/erasure-page.tsx'
import { erasureOf } from '#features/people/erasing.ts'
import { drawDesk, drawDeskLost, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { addressLines } from '#lib/address.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { readNote } from '../form.ts'
import * as q from '../queries.ts'
import { SORTS } from '../rules.ts'
import { saveNote } from '../save-note.ts'
import { CustomerPage } from './customer-page.tsx'
import { CustomerListPage } from './list-page.tsx'

const CUSTOMER = '/:id{cus_[0-9a-z]{16}}'
const ORDERS = 20
const MESSAGES = 10

export const customerDesk = router()
  .get('/', drawList)
  .get(CUSTOMER, (c) => drawCustomer(c, c.req.param('id')))
  .post(`${CUSTOMER}/note`, async (c) => {
    const id = c.req.param('id')
    const typed = await fieldsOf(c)
    const read = readNote(typed)
    if (!read.ok) {
      return drawCustomer(c, id, { typed: typed['note'] ?? '', problems: read.problems })
    }
    const [customer] = await q.customerById(c.var.tools.db, id)
    if (!customer) return lost(c)
    await saveNote(c.var.tools, actorOf(c), id, read.value)
    return c.redirect(deskLink.customer(id, { done: 'noted' }), 303)
  })
  .get(`${CUSTOMER}/erasure`, async (c) => {
    const { db } = c.var.tools
    const [settings, [customer]] = await db.batch([
      allSettings(db),
      q.customerById(db, c.req.param('id')),
    ])
    if (!customer) return drawDeskLost(c, settings)
    const orders = await erasureOf(db, customer.email)
    const page = <ErasurePage customer={customer} orders={orders} />
    return drawDesk(c, openDesk(c, settings), page)
  })

async function drawList(c: Context<App>) {
  const { db } = c.var.tools
  const { by, q: typed = '', before = '', done } = c.req.query()
  const asked = {
    by: SORTS.find((name) => name === by) ?? 'last',
    q: typed.trim().slice(0, 100),
    before,
  }
  const [settings, found] = await db.batch([allSettings(db), q.customerLines(db, asked)])
  const rows = found.slice(0, q.PER_PAGE)
  const next = found.length > q.PER_PAGE ? (rows.at(-1)?.cursor ?? null) : null
  const page = <CustomerListPage asked={asked} rows={rows} next={next} erased={done === 'erased'} />
  return drawDesk(c, openDesk(c, settings), page)
}

type Form = Pick<Parameters<typeof CustomerPage>[0], 'typed' | 'problems'>

async function drawCustomer(c: Context<App>, id: string, form: Form = {}) {
  const { db } = c.var.tools
  const [settings, [customer]] = await db.batch([allSettings(db), q.customerById(db, id)])
  if (!customer) return drawDeskLost(c, settings)
  const { before = '', done } = c.req.query()
  const { email } = customer
  const [found, addresses, messages] = await db.batch([
    q.ordersOf(db, email, ORDERS + 1, before),
    q.addressesOf(db, email),
    messagesFrom(db, email, MESSAGES),
  ])
  const { lang } = c.var.desk.staff
  const home = readSettings(settings).shop.address.country
  const orders = found.slice(0, ORDERS)
  const last = orders.at(-1)
  const view = {
    customer,
    orders,
    addresses: addresses.flatMap(({ address }) =>
      address ? [addressLines(address, lang, home)] : [],
    ),
    messages,
    before,
    next: found.length > ORDERS && last ? q.cursorOf(last) : null,
  }
  const page = <CustomerPage view={view} noted={done === 'noted'} {...form} />
  return drawDesk(c, openDesk(c, settings), page, form.problems ? 422 : 200)
}
