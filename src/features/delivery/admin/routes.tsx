import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { drawDesk, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { shortHash } from '#lib/hash.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { allMethods, methodById, type MethodRow } from '../desk-queries.ts'
import { bandRows, readMethod, typedMethod } from '../form.ts'
import { addMethod, changeMethod, moveMethod, removeMethod } from '../keep-method.ts'
import { ListPage, type Told } from './list-page.tsx'
import { MethodPage, type MethodSheet } from './method-page.tsx'

const METHOD = '/:id{[0-9A-Za-z_-]{3,60}}'

export const deliveryDesk = router()
  .get('/', async (c) => {
    const { db } = c.var.tools
    const [rows, methods] = await db.batch([allSettings(db), allMethods(db)])
    const page = <ListPage methods={methods} told={c.req.query('done')} />
    return drawDesk(c, openDesk(c, rows), page)
  })
  .get('/new', async (c) => {
    const { shop } = readSettings(await allSettings(c.var.tools.db))
    const typed = typedMethod(null, shop.currency, c.var.desk.staff.lang)
    return drawMethod(c, null, { typed, mark: newId('del'), rows: 1 })
  })
  .post('/', postNew)
  .get(METHOD, async (c) => {
    const found = await methodOf(c)
    if (!found) return lost(c)
    const { shop } = readSettings(await allSettings(c.var.tools.db))
    const typed = typedMethod(found.method, shop.currency, c.var.desk.staff.lang)
    const rows = bandRows(typed)
    return drawMethod(c, found.method, { typed, mark: shortHash(found.standing), rows })
  })
  .post(METHOD, postChange)
  .post(`${METHOD}/place`, async (c) => {
    const { by } = await fieldsOf(c)
    const id = c.req.param('id')
    await moveMethod(c.var.tools, actorOf(c), { id, by: by === 'up' ? -1 : 1 })
    return toList(c, 'moved')
  })
  .post(`${METHOD}/removal`, async (c) => {
    const found = await methodOf(c)
    if (found) await removeMethod(c.var.tools, actorOf(c), found.method)
    return toList(c, 'removed')
  })

async function postNew(c: Context<App>) {
  const typed = await fieldsOf(c)
  const mark = typed['mark'] ?? ''
  if (!/^del_[0-9a-z]{16}$/.test(mark)) return lost(c)
  const sheet = { typed, mark, rows: bandRows(typed, typed['step'] === 'row') }
  if (typed['step'] === 'row') return drawMethod(c, null, sheet)
  const { shop } = readSettings(await allSettings(c.var.tools.db))
  const read = readMethod(typed, null, shop)
  if (!read.ok) return drawMethod(c, null, { ...sheet, problems: read.problems }, 422)
  const added = await addMethod(c.var.tools, actorOf(c), { ...read.value, id: mark })
  return added ? toList(c, 'added') : drawMethod(c, null, { ...sheet, told: 'full' }, 409)
}

async function postChange(c: Context<App>) {
  const found = await methodOf(c)
  if (!found) return lost(c)
  const { method, standing } = found
  const typed = await fieldsOf(c)
  const { mark = '' } = typed
  const sheet = { typed, mark, rows: bandRows(typed, typed['step'] === 'row') }
  if (typed['step'] === 'row') return drawMethod(c, method, sheet)
  const { shop } = readSettings(await allSettings(c.var.tools.db))
  const read = readMethod(typed, method, shop)
  if (!read.ok) return drawMethod(c, method, { ...sheet, problems: read.problems }, 422)
  const now = shortHash(standing)
  const change = { id: method.id, standing, to: read.value }
  const saved = mark === now && (await changeMethod(c.var.tools, actorOf(c), change))
  if (saved) return toList(c, 'saved')
  return drawMethod(c, method, { ...sheet, mark: now, told: 'stale' }, 409)
}

async function drawMethod(
  c: Context<App>,
  method: MethodRow | null,
  sheet: MethodSheet,
  status: 200 | 409 | 422 = 200,
) {
  const site = openDesk(c, await allSettings(c.var.tools.db))
  return drawDesk(c, site, <MethodPage method={method} sheet={sheet} />, status)
}

async function methodOf(c: Context<App>) {
  const [found] = await methodById(c.var.tools.db, c.req.param('id') ?? '')
  return found
}

function toList(c: Context<App>, done: Told) {
  return c.redirect(deskLink.deliveries(done), 303)
}
