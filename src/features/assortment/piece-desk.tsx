import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf } from '#platform/http.ts'
import { newId, sha256 } from '#platform/ids.ts'
import { BulkPage } from './admin/bulk-page.tsx'
import { BulkPreview } from './admin/bulk-preview.tsx'
import { ListPage } from './admin/list-page.tsx'
import { tellingOf } from './admin/told.tsx'
import { applyBulk, undoBulk } from './apply-bulk.ts'
import { bulkWords } from './desk-words.ts'
import { duplicateProduct } from './duplicate-product.ts'
import { readBulk, readIds } from './form.ts'
import type { Asked } from './list-products.ts'
import { piecesById } from './queries.ts'
import { readList } from './read-list.ts'
import { MOST_VARIANTS, type Plan, planBulk, SORTS, STATES } from './rules.ts'
import { allCollections } from './tree-queries.ts'

export async function drawList(c: Context<App>) {
  const { state, collection = '', q = '', sort, before = '', done, kept = '' } = c.req.query()
  const asked: Asked = {
    state: STATES.find((known) => known === state) ?? null,
    sort: SORTS.find((known) => known === sort) ?? 'edited',
    collection: /^col_[\w-]{1,40}$/.test(collection) ? collection : '',
    q: q.trim().slice(0, 100),
    before,
    lang: c.var.desk.staff.lang,
  }
  const view = await readList(c.var.tools, asked, readIds([kept]))
  const page = (
    <ListPage view={view} asked={asked} copyId={() => newId('prd')} told={tellingOf(done)} />
  )
  return drawDesk(c, openDesk(c, view.settings), page)
}

/** What is to be done with some pieces: asked, and then shown before it is done. */
export async function drawBulk(c: Context<App>) {
  const ids = readIds(c.req.queries('id') ?? [])
  if (ids.length === 0) return c.redirect(deskLink.products({ done: 'unticked' }), 303)
  const typed = c.req.query()
  if (typed['act'] === 'sale') return c.redirect(`${deskLink.sale('new')}?id=${ids.join()}`, 303)
  const desk = await openBulk(c, ids, typed)
  return desk.ok && !typed['again'] ? desk.preview() : desk.ask()
}

/** Does it, when what was shown is what would happen. */
export async function postBulk(c: Context<App>) {
  const { key = '', seen, ...typed } = await fieldsOf(c)
  const ids = readIds([typed['id'] ?? ''])
  const desk = await openBulk(c, ids, typed)
  if (!desk.ok || !/^blk_[0-9a-z]{16}$/.test(key)) return desk.ask()
  const { act, plan, languages } = desk
  const same = (await markOf(plan)) === seen
  // The same form once more finds nothing left to change: what it did stands.
  const bulk = { id: key, act, changes: plan.changes, languages }
  const done = await applyBulk(c.var.tools, actorOf(c), bulk, same)
  return done ? c.redirect(deskLink.products({ done: 'bulk' }), 303) : desk.preview(true)
}

export async function postUndo(c: Context<App>) {
  const { tools } = c.var
  const { edit = '' } = await fieldsOf(c)
  const { languages } = readSettings(await allSettings(tools.db)).shop
  const kept = await undoBulk(tools, actorOf(c), edit, languages)
  const query = kept ? { done: 'undone', kept: kept.slice(0, 20).join() } : { done: 'refused' }
  return c.redirect(deskLink.products(query), 303)
}

export async function postCopy(c: Context<App>) {
  const { tools } = c.var
  const [from = '', id = ''] = ((await fieldsOf(c))['copy'] ?? '').split('.')
  const { languages } = readSettings(await allSettings(tools.db)).shop
  const made =
    /^prd_[0-9a-z]{16}$/.test(id) &&
    (await duplicateProduct(tools, actorOf(c), { from, id, languages }))
  return c.redirect(made ? deskLink.product(id) : deskLink.products({ done: 'uncopied' }), 303)
}

async function openBulk(c: Context<App>, ids: readonly string[], typed: Fields) {
  const { db, now } = c.var.tools
  const [settings, pieces, collections] = await db.batch([
    allSettings(db),
    piecesById(db, ids),
    allCollections(db),
  ])
  const { currency, languages } = readSettings(settings).shop
  const places = collections.map(({ id }) => id).filter((id) => id !== 'all')
  const read = readBulk(typed, { currency, collections: places })
  const variants = pieces.reduce((sum, piece) => sum + piece.variants.length, 0)
  const site = openDesk(c, settings)
  const ask = (problems: Problems = {}) => {
    const page = { pieces, collections, typed, problems }
    const status = Object.keys(problems).length > 0 ? 422 : 200
    return drawDesk(c, site, <BulkPage {...page} />, status)
  }
  const first = typed['act'] === undefined
  if (variants > MOST_VARIANTS) return { ok: false as const, ask: () => ask(TOO_MANY) }
  if (!read.ok) return { ok: false as const, ask: () => ask(first ? {} : read.problems) }
  const plan = planBulk(read.value, pieces, now)
  const preview = async (moved = false) => {
    const keys = { id: newId('blk'), seen: await markOf(plan) }
    const page = { pieces, collections, plan, keys, moved, typed: sentOf(typed, ids) }
    return drawDesk(c, site, <BulkPreview {...page} />, moved ? 409 : 200)
  }
  return { ok: true as const, act: read.value, plan, languages, ask, preview }
}

/** What of the form goes on to the next page. */
function sentOf(typed: Fields, ids: readonly string[]): Fields {
  const { again: _, key: __, seen: ___, ...kept } = typed
  return { ...kept, id: ids.join() }
}

/** A mark of what a plan changes, but for the moment it was made at. */
function markOf({ changes }: Plan): Promise<string> {
  return sha256(JSON.stringify(changes, (key, value: unknown) => (key === 'now' ? null : value)))
}

const filled = (text: string) => text.replace('{most}', String(MOST_VARIANTS))

const TOO_MANY = {
  act: { fr: filled(bulkWords.tooMany.fr), en: filled(bulkWords.tooMany.en) },
}
