import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { note } from '#features/audit/note.ts'
import { matchExpression, searchTerm } from '#features/search/rules.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import type { Fields } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { runBatch } from '#platform/db.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { readCount, readMove, readThreshold } from '../form.ts'
import * as list from '../list-stock.ts'
import { moveStock, setStock } from '../move-stock.ts'
import { setLowAt } from '../queries.ts'
import { differencesOf, pageOfCount } from '../rules.ts'
import { takeStock } from '../take-stock.ts'
import { CountPage } from './count-page.tsx'
import { DifferencesPage } from './differences-page.tsx'
import { StockPage } from './list-page.tsx'
import { PieceStockPage } from './piece-page.tsx'

const VARIANT = '/:id{var_[0-9a-z]{16}}'

export const stockDesk = router()
  .get('/', async (c) => {
    const { db } = c.var.tools
    const { after = '', sort, done } = c.req.query()
    const q = searchTerm(c.req.query('q'))
    const low = c.req.query('list') === 'low'
    const scarcest = low || sort === 'scarcest'
    const [settings, found, [counted], toSend] = await db.batch([
      allSettings(db),
      q
        ? list.findStock(db, matchExpression(q), q)
        : scarcest
          ? list.listScarcest(db, low, after)
          : list.listStock(db, after),
      list.lowCount(db),
      list.unitsToSend(db),
    ])
    const rows = list.withPacking(q ? found : found.slice(0, list.PER_PAGE), toSend)
    const last = rows.length < found.length ? rows.at(-1) : undefined
    const at = last && (scarcest ? `${last.available}-${last.variantId}` : last.sku)
    const asked = { list: low ? ('low' as const) : ('all' as const), q, scarcest, after }
    const page = { asked, rows, next: at ?? null, low: counted?.low ?? 0, done: done !== undefined }
    return drawDesk(c, openDesk(c, settings), <StockPage {...page} />)
  })
  .get('/count', (c) => drawCount(c, {}))
  .post('/count/differences', async (c) => {
    const { db } = c.var.tools
    const typed = await fieldsOf(c)
    const read = readCount(typed)
    if (!read.ok) return drawCount(c, { typed, problems: read.problems })
    const { id, counted } = read.value
    return drawDifferences(c, typed, await allSettings(db), { id, counted })
  })
  .post('/count', async (c) => {
    const { tools } = c.var
    const typed = await fieldsOf(c)
    const read = readCount(typed)
    if (!read.ok) return drawCount(c, { typed, problems: read.problems })
    const { id, counted } = read.value
    const taken = await takeStock(tools, actorOf(c), id, differencesOf(counted))
    if (taken.ok) return c.redirect('/admin/stock?done', 303)
    return drawDifferences(c, typed, await allSettings(tools.db), { id, counted, refused: 'short' })
  })
  .get(VARIANT, (c) => drawPiece(c, { done: c.req.query('done') !== undefined }))
  .post(`${VARIANT}/movements`, async (c) => {
    const { tools } = c.var
    const variantId = c.req.param('id')
    const typed = await fieldsOf(c)
    const read = readMove(typed)
    if (!read.ok) return drawPiece(c, { typed, problems: read.problems }, 422)
    const entry = { ...read.value, variantId }
    const moved = entry.set
      ? await setStock(tools, actorOf(c), entry)
      : await moveStock(tools, actorOf(c), entry)
    if (!moved.ok) return drawPiece(c, { typed, refused: moved.because }, 409)
    if (typed['back'] === 'today') return c.redirect('/admin#low', 303)
    return c.redirect(`${deskLink.stockOf(variantId)}?done`, 303)
  })
  .post(`${VARIANT}/threshold`, async (c) => {
    const { db, now } = c.var.tools
    const variantId = c.req.param('id')
    const typed = await fieldsOf(c)
    const read = readThreshold(typed)
    if (!read.ok) return drawPiece(c, { typed, problems: read.problems }, 422)
    const facts = { lowAt: read.value }
    await runBatch(db, [
      setLowAt(db, variantId, read.value),
      note(db, actorOf(c), { act: 'stock.threshold', subject: variantId, facts, at: now }),
    ])
    return c.redirect(`${deskLink.stockOf(variantId)}?done`, 303)
  })

type PieceForm = NonNullable<Parameters<typeof PieceStockPage>[0]['form']>

async function drawPiece(c: Context<App>, form: PieceForm, status: 200 | 409 | 422 = 200) {
  const { db } = c.var.tools
  const id = c.req.param('id') ?? ''
  const { before = '' } = c.req.query()
  const [settings, rows, toSend, found] = await Promise.all([
    allSettings(db),
    list.stockOf(db, [id]),
    list.unitsToSend(db),
    list.movementsOf(db, id, before),
  ])
  const [row] = list.withPacking(rows, toSend)
  if (!row) return drawDeskLost(c, settings)
  const movements = found.slice(0, list.PER_PAGE)
  const next = found.length > list.PER_PAGE ? (movements.at(-1)?.cursor ?? null) : null
  const page = { row, movements, before, next, newKey: newId('mov'), form }
  return drawDesk(c, openDesk(c, settings), <PieceStockPage {...page} />, status)
}

type CountForm = Pick<Parameters<typeof CountPage>[0], 'typed' | 'problems'>

async function drawCount(c: Context<App>, form: CountForm) {
  const { db } = c.var.tools
  const collection = form.typed?.['collection'] ?? c.req.query('collection') ?? 'all'
  const after = c.req.query('after') ?? ''
  const ids = Object.keys(form.typed ?? {}).flatMap((name) =>
    name.startsWith('found_') ? [name.slice('found_'.length)] : [],
  )
  const [settings, found, toSend, collections] = await Promise.all([
    allSettings(db),
    ids.length > 0 ? list.stockOf(db, ids) : list.stockIn(db, collection, after),
    list.unitsToSend(db),
    list.countable(db),
  ])
  const { rows: shown, next } = pageOfCount(found)
  const rows = list.withPacking(shown, toSend)
  const page = { rows, collections, collection, next, newKey: newId('cnt') }
  const status = form.problems ? 422 : 200
  return drawDesk(c, openDesk(c, settings), <CountPage {...page} {...form} />, status)
}

type CountRead = Pick<Parameters<typeof DifferencesPage>[0], 'id' | 'refused'> & {
  counted: Parameters<typeof differencesOf>[0]
}

async function drawDifferences(
  c: Context<App>,
  typed: Fields,
  settings: Awaited<ReturnType<typeof allSettings>>,
  { id, counted, refused }: CountRead,
) {
  const differences = differencesOf(counted)
  const rows = list.withPacking(
    await list.stockOf(
      c.var.tools.db,
      differences.map(({ variantId }) => variantId),
    ),
    [],
  )
  const collection = typed['collection'] ?? 'all'
  const page = { id, collection, counted: counted.length, differences, rows }
  const view = <DifferencesPage {...page} {...(refused ? { refused } : {})} />
  return drawDesk(c, openDesk(c, settings), view, refused ? 409 : 200)
}
