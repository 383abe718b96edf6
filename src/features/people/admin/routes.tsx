import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { customerByEmail } from '#features/customers/queries.ts'
import { messageIdsFrom } from '#features/messages/queries.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { localTime } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { erasePerson } from '../erase-person.ts'
import { erasureOf } from '../erasing.ts'
import { exportPerson, fetchProof } from '../export-person.ts'
import { forgettingCounts } from '../forgetting.ts'
import { readFormat, readPerson } from '../form.ts'
import { ErasurePage } from './erasure-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'

const TYPES = { json: 'application/json', csv: 'text/csv; charset=utf-8' } as const

/** People are named by their address, which stays out of addresses: every page here is asked for by a form. */
export const peopleDesk = router()
  .get('/', (c) => drawPeople(c))
  .post('/', async (c) => {
    const typed = await fieldsOf(c)
    const read = readPerson(typed)
    const email = typed['email'] ?? ''
    if (!read.ok) return drawPeople(c, { typed: email, problem: read.problems['email'] })
    return drawPerson(c, read.value)
  })
  .post('/export', async (c) => {
    const typed = await fieldsOf(c)
    const read = readPerson(typed)
    const format = readFormat(typed)
    if (!read.ok) return drawPeople(c, { problem: read.problems['email'] })
    const { tools } = c.var
    const body = await exportPerson(tools, actorOf(c), read.value, format)
    const { day } = localTime(tools.now, 'UTC')
    return file(c, body, TYPES[format], `person-${day}.${format}`)
  })
  .post('/erasure', async (c) => {
    const read = readPerson(await fieldsOf(c))
    if (!read.ok) return drawPeople(c, { problem: read.problems['email'] })
    const erased = await erasePerson(c.var.tools, actorOf(c), read.value)
    if (!erased.ok) return drawPerson(c, read.value, true)
    return c.redirect(deskLink.customers({ done: 'erased' }), 303)
  })
  .post('/proofs/:order{ord_[0-9a-z]{16}}', async (c) => {
    const id = c.req.param('order')
    const proof = await fetchProof(c.var.tools, actorOf(c), id)
    if (!proof) return drawDeskLost(c, await allSettings(c.var.tools.db))
    return file(c, proof, TYPES.json, `proof-${id}.json`)
  })

type Form = Pick<Parameters<typeof PeoplePage>[0], 'typed' | 'problem' | 'unknown'>

async function drawPeople(c: Context<App>, form: Form = {}) {
  const { db, now } = c.var.tools
  const [settings, [counts]] = await db.batch([allSettings(db), forgettingCounts(db, now)])
  const forgetting = counts ?? { unpaid: 0, messages: 0, customers: 0, proofs: 0, documents: 0 }
  const page = <PeoplePage forgetting={forgetting} {...form} />
  return drawDesk(c, openDesk(c, settings), page, form.problem ? 422 : 200)
}

/** A customer has a page of their own; anybody else is drawn from what they left. */
async function drawPerson(c: Context<App>, email: string, refused = false) {
  const { db } = c.var.tools
  const [settings, [customer], orders, messages] = await db.batch([
    allSettings(db),
    customerByEmail(db, email),
    erasureOf(db, email),
    messageIdsFrom(db, email),
  ])
  const site = openDesk(c, settings)
  if (customer && !refused) return c.redirect(deskLink.customer(customer.id), 303)
  if (customer) {
    return drawDesk(c, site, <ErasurePage customer={customer} orders={orders} refused />, 409)
  }
  if (orders.length + messages.length === 0) {
    return drawPeople(c, { typed: email, unknown: true })
  }
  const found = { email, orders, messages: messages.length }
  return drawDesk(c, site, <PersonPage {...found} refused={refused} />, refused ? 409 : 200)
}

function file(c: Context<App>, body: string, type: string, name: string) {
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  })
}
