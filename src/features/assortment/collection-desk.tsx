import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { CollectionFormPage } from './admin/collection-form-page.tsx'
import { CollectionsPage } from './admin/collections-page.tsx'
import { treeWords } from './desk-words.ts'
import { readCollection } from './form.ts'
import { parentsFor } from './rules.ts'
import * as verbs from './save-collection.ts'
import { allCollections, collectionById, imageByHash } from './tree-queries.ts'

const ID = /^col_[0-9a-z]{16}$/
const DONE = ['placed', 'saved', 'removed'] as const

export async function drawTree(c: Context<App>) {
  const { db } = c.var.tools
  const [settings, collections] = await db.batch([allSettings(db), allCollections(db)])
  const done = DONE.find((key) => key === c.req.query('done')) ?? null
  const page = <CollectionsPage collections={collections} done={done} />
  return drawDesk(c, openDesk(c, settings), page)
}

export async function drawNew(c: Context<App>) {
  const desk = await openTree(c, null)
  return desk.draw({ typed: { key: newId('col') } })
}

export async function postNew(c: Context<App>) {
  const desk = await openTree(c, null)
  const typed = await fieldsOf(c)
  const { key = '' } = typed
  const read = await desk.read(typed)
  if (!ID.test(key)) return desk.draw({ typed: { ...typed, key: newId('col') } }, 422)
  if (!read.ok) return desk.draw({ typed, problems: read.problems }, 422)
  const saved = await verbs.addCollection(c.var.tools, actorOf(c), key, read.value)
  if (!saved.ok) return desk.draw({ typed, problems: refusalOf(saved.because) }, 409)
  return c.redirect(deskLink.collections('saved'), 303)
}

export async function drawOne(c: Context<App>) {
  const desk = await openTree(c, c.req.param('id') ?? '')
  if (!desk.collection) return desk.lost()
  return desk.draw({ typed: typedOf(desk.collection), saved: c.req.query('done') === 'saved' })
}

export async function postOne(c: Context<App>) {
  const desk = await openTree(c, c.req.param('id') ?? '')
  const { collection } = desk
  if (!collection) return desk.lost()
  const typed = await fieldsOf(c)
  const read = await desk.read(typed)
  if (!read.ok) return desk.draw({ typed, problems: read.problems }, 422)
  const saved = await verbs.saveCollection(c.var.tools, actorOf(c), collection, read.value)
  if (!saved.ok) return desk.draw({ typed, problems: refusalOf(saved.because) }, 409)
  return c.redirect(`${deskLink.collection(collection.id)}?done=saved`, 303)
}

export async function postPlace(c: Context<App>) {
  const { db } = c.var.tools
  const { place = '' } = await fieldsOf(c)
  const id = c.req.param('id') ?? ''
  const at = /^\d{1,3}$/.test(place) ? Number(place) : -1
  const leaves = await allCollections(db)
  await verbs.placeCollection(c.var.tools, actorOf(c), leaves, { id, place: at })
  return c.redirect(deskLink.collections('placed'), 303)
}

export async function postRemoval(c: Context<App>) {
  const desk = await openTree(c, c.req.param('id') ?? '')
  if (!desk.collection) return c.redirect(deskLink.collections('removed'), 303)
  const done = await verbs.removeCollection(c.var.tools, actorOf(c), desk.collection)
  return done ? c.redirect(deskLink.collections('removed'), 303) : desk.lost()
}

type Form = { typed: Fields; problems?: Problems; saved?: boolean }

/** A collection, or a new one, with all that its page asks. */
async function openTree(c: Context<App>, id: string | null) {
  const { db } = c.var.tools
  const [settings, collections, [collection]] = await db.batch([
    allSettings(db),
    allCollections(db),
    collectionById(db, id ?? ''),
  ])
  const { languages } = readSettings(settings).shop
  const leaves = collections.filter((leaf) => leaf.id !== 'all')
  const parents = parentsFor(leaves, id ?? '').map(({ leaf }) => leaf.id)
  return {
    collection,
    lost: () => drawDeskLost(c, settings),
    async read(typed: Fields) {
      const read = readCollection(typed, { languages, parents })
      const hash = read.ok ? read.value.imageHash : null
      const known = hash === null || (await imageByHash(db, hash)).length > 0
      if (known) return read
      return { ok: false as const, problems: { image: treeWords.noPicture } }
    },
    async draw({ typed, problems, saved = false }: Form, status: 200 | 409 | 422 = 200) {
      const [image = null] = await imageByHash(db, typed['image'] ?? '')
      const page = { collection: collection ?? null, collections, image, typed, saved }
      const view = <CollectionFormPage {...page} {...(problems && { problems })} />
      return drawDesk(c, openDesk(c, settings), view, status)
    },
  }
}

function refusalOf(because: 'slug' | 'parent'): Problems {
  return because === 'slug' ? { slug: treeWords.slugTaken } : { parent: treeWords.parentGone }
}

type Saved = NonNullable<Awaited<ReturnType<typeof collectionById>>[number]>

/** A collection as its form shows it. */
function typedOf(row: Saved): Fields {
  return {
    ...inFields('title', row.title),
    ...inFields('line', row.line),
    ...inFields('description', row.description),
    ...inFields('searchTitle', row.search?.title),
    ...inFields('searchText', row.search?.description),
    slug: row.slug,
    parent: row.parentId ?? '',
    image: row.imageHash ?? '',
  }
}

function inFields(name: string, text: Text | null | undefined): Fields {
  return Object.fromEntries(
    Object.entries(text ?? {}).map(([lang, value]) => [`${name}.${lang}`, value ?? '']),
  )
}
