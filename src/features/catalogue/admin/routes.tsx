import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { searchTerm } from '#features/search/rules.ts'
import { drawDesk, drawDeskLost, openDesk, lost } from '#features/settings/desk-page.tsx'
import { drawPart } from '#features/settings/page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { formatMoment } from '#lib/dates.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { say } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import * as q from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { readProduct } from '../product-form.ts'
import { keepFile } from '../keep-file.ts'
import { readOptions } from '../option-form.ts'
import { planVariants } from '../option-rules.ts'
import { closePreview, openPreview } from '../preview.ts'
import { type DeskProduct, rateOfPiece, readDeskProduct } from '../read-desk-product.ts'
import { saveOptions } from '../save-options.ts'
import { saveProduct } from '../save-product.ts'
import { refreshed, typedNew, typedOptions, typedProduct } from '../typed-product.ts'
import { OptionsPage } from './options-page.tsx'
import { PieceList } from './piece-list.tsx'
import { PlanPage } from './plan-page.tsx'
import { type Conflict, ProductPage } from './product-page.tsx'
import { TextPage } from './text-page.tsx'

const PRODUCT = '/:id{prd_[0-9a-z]{16}}'
const SUGGESTED = 8
const MOST_SPARE = 12

export const productDesk = router()
  .get('/new', async (c) => {
    const id = newId('prd')
    const view = await readDeskProduct(c.var.tools.db, id)
    return drawProduct(c, id, view, { typed: typedNew(firstVariant(id)) })
  })
  .post('/text', async (c) => {
    const { show = '', ...typed } = await fieldsOf(c)
    const site = openDesk(c, await allSettings(c.var.tools.db))
    return drawDesk(c, site, <TextPage text={typed[show] ?? ''} />)
  })
  .get('/pieces', async (c) => {
    const { db } = c.var.tools
    const site = openDesk(c, await allSettings(db))
    const pieces = await q.piecesNamed(db, searchTerm(c.req.query('q')), SUGGESTED)
    return drawPart(c, site, <PieceList pieces={pieces} />)
  })
  .get(PRODUCT, async (c) => {
    const view = await readDeskProduct(c.var.tools.db, c.req.param('id'))
    if (!view.product) return drawDeskLost(c, view.settings)
    const done = c.req.query('done')
    return drawProduct(c, view.product.id, view, { typed: typedNow(c, view), done })
  })
  .post(PRODUCT, postProduct)
  .get(`${PRODUCT}/options`, async (c) => {
    const view = await readDeskProduct(c.var.tools.db, c.req.param('id'))
    if (!view.product) return drawDeskLost(c, view.settings)
    return drawOptions(c, view, { typed: typedOptions(view.product.options), spare: 1 })
  })
  .post(`${PRODUCT}/options`, postOptions)
  .post(`${PRODUCT}/file`, postFile)
  .post(`${PRODUCT}/preview`, async (c) => {
    const product = await productOf(c)
    if (!product) return lost(c)
    await openPreview(c.var.tools, actorOf(c), product.id)
    return c.redirect(`${deskLink.product(product.id, 'preview')}#preview`, 303)
  })
  .post(`${PRODUCT}/preview/end`, async (c) => {
    const product = await productOf(c)
    if (!product) return lost(c)
    await closePreview(c.var.tools, actorOf(c), product.id)
    return c.redirect(`${deskLink.product(product.id, 'closed')}#preview`, 303)
  })

/** The one variant of a piece without options: named after it, so that the form posted twice makes one. */
const firstVariant = (id: string) => id.replace('prd_', 'var_')

type Drawing = {
  typed: Fields
  problems?: Problems
  done?: string | undefined
  conflict?: Conflict | null
  fileProblem?: keyof typeof words
}

function drawProduct(c: Context<App>, id: string, view: DeskProduct, drawing: Drawing) {
  const { typed, problems = {}, conflict = null, fileProblem, done } = drawing
  const { product, variants, settings } = view
  const first = { id: firstVariant(id), choice: {}, available: null, lowAt: null }
  const wrong = fileProblem !== undefined || Object.keys(problems).length > 0
  return drawDesk(
    c,
    openDesk(c, settings),
    <ProductPage
      id={id}
      product={product}
      variants={product ? variants : [first]}
      pictures={view.pictures}
      collections={view.collections}
      known={view.known}
      taxClasses={view.taxClasses}
      basisPoints={rateOfPiece(view, typed['tax_class'], c.var.tools.now)}
      form={{ typed, problems }}
      done={done}
      conflict={conflict}
      fileProblem={fileProblem ?? null}
    />,
    conflict ? 409 : wrong ? 422 : 200,
  )
}

async function postProduct(c: Context<App>) {
  const { tools } = c.var
  const id = c.req.param('id') ?? ''
  const [view, typed] = await Promise.all([readDeskProduct(tools.db, id), fieldsOf(c)])
  const { product } = view
  const settings = readSettings(view.settings)
  const seen = Number(typed['seen'])
  if (!Number.isSafeInteger(seen) || (!product && seen !== 0)) return drawDeskLost(c, view.settings)
  if (product && seen !== 0 && seen !== product.updatedAt) return drawChanged(c, view, typed)
  const read = readProduct(typed, {
    ...settings.shop,
    now: tools.now,
    variantIds: product ? view.variants.map((variant) => variant.id) : [firstVariant(id)],
    collectionIds: view.collections.map((collection) => collection.id),
    taxClasses: view.taxClasses,
  })
  if (!read.ok) return drawProduct(c, id, view, { typed, problems: read.problems })
  const saved = await saveProduct(tools, actorOf(c), { id, seen, value: read.value, settings })
  if (saved.ok) {
    const { state } = read.value
    const out = state === 'published' && product?.state !== 'published'
    return c.redirect(deskLink.product(id, out ? 'published' : product ? 'saved' : 'made'), 303)
  }
  if (saved.because === 'problems') {
    return drawProduct(c, id, view, { typed, problems: saved.problems })
  }
  const now = await readDeskProduct(tools.db, id)
  if (saved.because === 'changed') return drawChanged(c, now, typed)
  return drawProduct(c, id, now, { ...refreshedIn(c, now, typed), conflict: { is: 'stock' } })
}

/** What was typed stays; who saved meanwhile is named. */
function drawChanged(c: Context<App>, view: DeskProduct, typed: Fields) {
  const { product, lastAct } = view
  if (!product) return drawDeskLost(c, view.settings)
  return drawProduct(c, product.id, view, {
    ...refreshedIn(c, view, typed),
    conflict: { is: 'changed', ...whoChanged(c, view, lastAct) },
  })
}

function whoChanged(
  c: Context<App>,
  { settings, product }: DeskProduct,
  act: DeskProduct['lastAct'],
) {
  const { timeZone } = readSettings(settings).shop
  const { lang } = c.var.desk.staff
  const time = formatMoment(act?.at ?? product?.updatedAt ?? 0, timeZone, lang)
  return { who: act?.who ?? '?', time: time.replace(/^.*, /, '') }
}

function refreshedIn(c: Context<App>, view: DeskProduct, typed: Fields) {
  const { shop } = readSettings(view.settings)
  return refreshed(typed, view.variants, shop, c.var.desk.staff.lang)
}

function typedNow(c: Context<App>, { product, settings, ...view }: DeskProduct): Fields {
  if (!product) return {}
  return typedProduct({ product, ...view }, readSettings(settings).shop, c.var.desk.staff.lang)
}

type OptionsForm = { typed: Fields; problems?: Problems; spare: number; conflict?: string | null }

function drawOptions(
  c: Context<App>,
  { product, settings }: DeskProduct,
  { typed, problems = {}, spare, conflict = null }: OptionsForm,
) {
  if (!product) return drawDeskLost(c, settings)
  const form = { typed, problems }
  const page = <OptionsPage product={product} form={form} spare={spare} conflict={conflict} />
  const status = conflict ? 409 : Object.keys(problems).length > 0 ? 422 : 200
  return drawDesk(c, openDesk(c, settings), page, status)
}

async function postOptions(c: Context<App>) {
  const { tools } = c.var
  const [view, typed] = await Promise.all([
    readDeskProduct(tools.db, c.req.param('id') ?? ''),
    fieldsOf(c),
  ])
  const { product, everyVariant } = view
  if (!product) return drawDeskLost(c, view.settings)
  const settings = readSettings(view.settings)
  const { step } = typed
  const spare = Math.min(MOST_SPARE, Number(typed['spare']) || 1)
  if (step === 'more')
    return drawOptions(c, view, { typed, spare: Math.min(MOST_SPARE, spare + 3) })
  const read = readOptions(typed, settings.shop.languages)
  if (!read.ok || step === 'back') {
    return drawOptions(c, view, { typed, spare, ...(!read.ok && { problems: read.problems }) })
  }
  const options = read.value
  if (step !== 'save') {
    const plan = planVariants(everyVariant, options)
    const page = <PlanPage product={product} options={options} plan={plan} typed={typed} />
    return drawDesk(c, openDesk(c, view.settings), page)
  }
  const refitting = { id: product.id, seen: Number(typed['seen']), options, settings }
  if (await saveOptions(tools, actorOf(c), refitting)) {
    return c.redirect(deskLink.product(product.id, 'options'), 303)
  }
  const now = await readDeskProduct(tools.db, product.id)
  const told = say(words.changedBy, c.var.desk.staff.lang, whoChanged(c, now, now.lastAct))
  return drawOptions(c, now, { typed, spare, conflict: told })
}

async function postFile(c: Context<App>) {
  const { tools } = c.var
  const view = await readDeskProduct(tools.db, c.req.param('id') ?? '')
  const { product } = view
  if (!product || product.kind !== 'digital') return drawDeskLost(c, view.settings)
  const posted: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const { download: file, max_downloads: most } = posted
  const maxDownloads = Math.min(99, Math.max(1, Math.trunc(Number(most)) || 5))
  const sent = file instanceof File && file.size > 0 ? file : null
  if (!sent && !product.download) {
    return drawProduct(c, product.id, view, {
      typed: typedNow(c, view),
      fileProblem: 'fileMissing',
    })
  }
  const bytes = sent && new Uint8Array(await sent.arrayBuffer())
  const given = { name: sent?.name ?? '', bytes, maxDownloads }
  const kept = await keepFile(tools, actorOf(c), product, given)
  if (kept.ok) return c.redirect(`${deskLink.product(product.id, 'file')}#file`, 303)
  const fileProblem = kept.because === 'large' ? 'fileLarge' : 'fileKind'
  return drawProduct(c, product.id, view, { typed: typedNow(c, view), fileProblem })
}

async function productOf(c: Context<App>) {
  const [product] = await q.productById(c.var.tools.db, c.req.param('id') ?? '')
  return product
}
