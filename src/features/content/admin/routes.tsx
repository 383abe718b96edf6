import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { searchTerm } from '#features/search/rules.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { pick } from '#lib/i18n.ts'
import { pageOf } from '#lib/pages.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import * as q from '../desk-queries.ts'
import { findPieces } from '../find-pieces.ts'
import { PICTURE, pieceFields, readEntry, says, typedEntry } from '../form.ts'
import { ENTRIES_PER_PAGE, pieceLabel, STANDINGS, standingOf } from '../rules.ts'
import { removeEntry } from '../remove-entry.ts'
import { saveEntry } from '../save-entry.ts'
import { EntryFormPage, type EntryFormProps } from './entry-form-page.tsx'
import { EntryListPage } from './entry-list-page.tsx'

// In brackets, or each of the two would end the pattern where it stands.
const PART = '/:part{(?:journal|pages)}'
const ENTRY = `${PART}/:id{ent_[0-9a-z]{16}}`

export const entryDesk = router()
  .get(PART, drawList)
  .get(`${PART}/new`, (c) => c.redirect(deskLink.content(partOf(c), newId('ent')), 303))
  .get(ENTRY, drawEntry)
  .post(ENTRY, postEntry)
  .post(`${ENTRY}/removal`, async (c) => {
    const { entry } = await lookUp(c)
    const part = partOf(c)
    if (!entry) return c.redirect(`${deskLink.content(part)}?done=removed`, 303)
    const { kind, id, slug } = entry
    const done = await removeEntry(c.var.tools, actorOf(c), { kind, id, slug })
    return c.redirect(
      done ? `${deskLink.content(part)}?done=removed` : deskLink.content(part, id),
      303,
    )
  })

function partOf(c: Context<App>): EntryFormProps['part'] {
  return c.req.param('part') === 'pages' ? 'pages' : 'journal'
}

function kindOf(c: Context<App>): q.Kind {
  return partOf(c) === 'pages' ? 'page' : 'post'
}

async function drawList(c: Context<App>) {
  const { db, now } = c.var.tools
  const { list, before = '', done } = c.req.query()
  const asked: q.AskedEntries = {
    list: STANDINGS.find((known) => known === list) ?? null,
    q: searchTerm(c.req.query('q')),
    before,
  }
  const [settings, found] = await db.batch([
    allSettings(db),
    q.listEntries(db, kindOf(c), asked, now),
  ])
  const { rows, more } = pageOf(found, ENTRIES_PER_PAGE)
  const last = rows.at(-1)
  const next = more && last ? `${last.publishedAt}.${last.id}` : null
  const page = { part: partOf(c), asked, rows, next, removed: done === 'removed' }
  return drawDesk(c, openDesk(c, settings), <EntryListPage {...page} />)
}

/** An entry with what its page needs; none when the address is that of one that is not written yet. */
async function lookUp(c: Context<App>) {
  const { db } = c.var.tools
  const id = c.req.param('id') ?? ''
  const [rows, [found], mentioned, latest] = await db.batch([
    allSettings(db),
    q.entryById(db, id),
    q.piecesOf(db, id),
    q.latestPieces(db),
  ])
  const { languages, timeZone } = readSettings(rows).shop
  const entry = found?.kind === kindOf(c) ? found : undefined
  return { id, rows, languages, timeZone, entry, stranger: found && !entry, mentioned, latest }
}

type Looked = Awaited<ReturnType<typeof lookUp>>

async function drawEntry(c: Context<App>) {
  const looked = await lookUp(c)
  const { entry, mentioned, timeZone } = looked
  if (looked.stranger) return drawDeskLost(c, looked.rows)
  const names = mentioned.map(({ slug, title }) =>
    pieceLabel(pick(title, c.var.desk.staff.lang), slug),
  )
  const pieces = Object.fromEntries(
    pieceFields('piece', names.length).map((field, at) => [field, names[at] ?? '']),
  )
  const typed = entry && { ...typedEntry(entry, timeZone, c.var.tools.now), ...pieces }
  const told = c.req.query('done') === 'saved' ? 'saved' : undefined
  return draw(c, looked, { typed: typed ?? { state: 'draft' }, image: entry?.image ?? null, told })
}

async function postEntry(c: Context<App>) {
  const { tools } = c.var
  const looked = await lookUp(c)
  const { id, entry, languages, timeZone, rows } = looked
  if (looked.stranger) return drawDeskLost(c, rows)
  const typed = await fieldsOf(c)
  const hash = PICTURE.test(typed['image'] ?? '') ? (typed['image'] ?? '') : ''
  const [image = null] = hash ? await imagesByHash(tools.db, [hash]) : []
  const form = { typed, image }
  if (typed['act'] === 'preview') return draw(c, looked, { ...form, preview: true })
  const kind = kindOf(c)
  const around = { kind, languages, timeZone, now: tools.now, before: entry ?? null }
  const read = readEntry(typed, around)
  if (!read.ok) return draw(c, looked, { ...form, problems: read.problems }, 422)
  const { pieces, ...value } = read.value
  const found = await findPieces(
    tools.db,
    pieces.map(({ name }) => name),
  )
  const problems = missing(found, pieces, typed, image)
  if (Object.keys(problems).length > 0) return draw(c, looked, { ...form, problems }, 422)
  // An empty `was` is a form for a new one: when it is there already, the same form was posted twice.
  const before =
    entry && typed['was'] ? { slug: entry.slug, updatedAt: Number(typed['was']) } : null
  const productIds = found.flatMap((piece) => piece?.id ?? [])
  const whole = { ...value, id, kind, imageHash: image?.hash ?? null, productIds, before }
  const done = await saveEntry(tools, actorOf(c), whole, languages)
  if (done === 'saved') return c.redirect(`${deskLink.content(partOf(c), id)}?done=saved`, 303)
  if (done === 'changed') return draw(c, looked, { ...form, told: 'changed' }, 409)
  return draw(c, looked, { ...form, problems: { slug: says.slugTaken } }, 422)
}

function missing(
  found: Awaited<ReturnType<typeof findPieces>>,
  pieces: readonly { field: string }[],
  typed: Fields,
  image: EntryFormProps['image'],
): Problems {
  const unknown = pieces.filter((_, at) => found[at] === null)
  return {
    ...Object.fromEntries(unknown.map(({ field }) => [field, says.piece])),
    ...(typed['image'] && !image ? { image: says.picture } : {}),
  }
}

type Drawn = Pick<EntryFormProps, 'typed' | 'image' | 'problems' | 'told' | 'preview'>

function draw(c: Context<App>, looked: Looked, form: Drawn, status: 200 | 409 | 422 = 200) {
  const { id, rows, entry, latest } = looked
  const saved = entry && {
    slug: entry.slug,
    title: pick(entry.title, c.var.desk.staff.lang),
    role: entry.role,
    out: standingOf(entry, c.var.tools.now) === 'out',
  }
  const page = { part: partOf(c), id, saved: saved ?? null, pieces: latest, ...form }
  return drawDesk(c, openDesk(c, rows), <EntryFormPage {...page} />, status)
}
