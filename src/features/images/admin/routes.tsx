import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { picturesOf } from '#features/catalogue/queries.ts'
import { drawDesk, drawDeskLost, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { type Phrase, say } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { acceptPicture } from '../accept-picture.ts'
import { describePicture, movePicture, removePicture, showPicture } from '../change-pictures.ts'
import { newestImages, PER_PAGE, productOfPictures } from '../desk-queries.ts'
import { refusals } from '../desk-words.ts'
import { readPlace, readWords } from '../form.ts'
import { type Image, imagesByHash } from '../queries.ts'
import { isHash } from '../rules.ts'
import { LibraryPage } from './library-page.tsx'
import { type PictureForm, PicturePage, typedOf } from './picture-page.tsx'
import { RefusedPage, type Refused } from './refused-page.tsx'

const PRODUCT = '/products/:id{prd_[0-9a-z]{16}}'

export const pictureDesk = router()
  .get('/', (c) => drawLibrary(c))
  .post('/', async (c) => {
    const [file] = await filesOf(c)
    const kept = file ? await acceptPicture(c.var.tools, file) : NOTHING
    if (wantsJson(c)) return kept.ok ? c.json(kept.image) : refuse(c, kept.problem)
    return kept.ok
      ? c.redirect(deskLink.pictures({ done: kept.image.hash }), 303)
      : drawLibrary(c, kept.problem)
  })
  .post(PRODUCT, postPictures)
  .get(`${PRODUCT}/:hash{[0-9a-f]{24}}`, (c) => drawPicture(c, c.req.param('hash')))
  .post(`${PRODUCT}/order`, async (c) => {
    const piece = await pieceOf(c)
    const moved = readPlace(await fieldsOf(c))
    if (!piece || !moved) return lost(c)
    await movePicture(c.var.tools, actorOf(c), piece, moved)
    return c.redirect(`${deskLink.productPicture(piece.id, moved.hash)}?done=moved`, 303)
  })
  .post(`${PRODUCT}/words`, async (c) => {
    const piece = await pieceOf(c)
    const typed = await fieldsOf(c)
    const hash = typed['picture'] ?? ''
    if (!piece || !isHash(hash)) return lost(c)
    const { languages } = readSettings(await allSettings(c.var.tools.db)).shop
    const read = readWords(typed, languages, piece.options)
    if (!read.ok) return drawPicture(c, hash, { typed, problems: read.problems })
    await describePicture(c.var.tools, actorOf(c), piece, { hash, ...read.value })
    return toPiece(c, piece.id)
  })
  .post(`${PRODUCT}/removal`, async (c) => {
    const piece = await pieceOf(c)
    const { picture = '' } = await fieldsOf(c)
    if (!piece || !isHash(picture)) return lost(c)
    await removePicture(c.var.tools, actorOf(c), piece, picture)
    return toPiece(c, piece.id)
  })

const NOTHING = { ok: false, problem: refusals.none } as const

/** Several files, or the number of a picture that the shop has already. */
async function postPictures(c: Context<App>) {
  const { tools } = c.var
  const piece = await pieceOf(c)
  if (!piece) return wantsJson(c) ? c.json({}, 404) : lost(c)
  const [files, known] = [await filesOf(c), await knownOf(c)]
  const kept: Image[] = []
  const refused: Refused[] = []
  for (const file of [...files, ...known]) {
    // One picture in memory at a time, each after the one before it.
    // oxlint-disable-next-line no-await-in-loop
    const done = await keep(file)
    if (done.ok) kept.push(done.image)
    else refused.push({ name: file instanceof File ? file.name : '', problem: done.problem })
  }
  if (kept.length + refused.length === 0) refused.push({ name: '', problem: refusals.none })
  const [first] = refused
  if (wantsJson(c)) return first ? refuse(c, first.problem) : c.json(kept[0])
  if (!first) return toPiece(c, piece.id)
  const site = openDesk(c, await allSettings(tools.db))
  const page = <RefusedPage piece={piece} kept={kept.length} refused={refused} />
  return drawDesk(c, site, page, 422)

  async function keep(given: File | Image) {
    const accepted =
      given instanceof File
        ? await acceptPicture(tools, given)
        : { ok: true as const, image: given }
    if (!accepted.ok || !piece) return accepted
    const shown = await showPicture(tools, actorOf(c), piece, accepted.image.hash)
    return shown.ok ? accepted : shown
  }
}

async function drawLibrary(c: Context<App>, problem: Phrase | null = null) {
  const { db } = c.var.tools
  const { before = '', done = '', for: id = '' } = c.req.query()
  const cursor = /^\d{1,15}$/.test(before) ? Number(before) : null
  const [settings, found, [piece], there] = await db.batch([
    allSettings(db),
    newestImages(db, cursor),
    productOfPictures(db, id),
    picturesOf(db, id),
  ])
  const images = found.slice(0, PER_PAGE)
  const page = (
    <LibraryPage
      images={images}
      next={found.length > PER_PAGE ? String(images.at(-1)?.cursor) : null}
      before={before}
      done={isHash(done) ? done : null}
      piece={piece ? { ...piece, hashes: there.map(({ hash }) => hash) } : null}
      problem={problem}
    />
  )
  return drawDesk(c, openDesk(c, settings), page, problem ? 422 : 200)
}

async function drawPicture(c: Context<App>, hash: string, form: PictureForm | null = null) {
  const { db } = c.var.tools
  const id = c.req.param('id') ?? ''
  const [settings, [piece], pictures] = await db.batch([
    allSettings(db),
    productOfPictures(db, id),
    picturesOf(db, id),
  ])
  const at = pictures.findIndex((picture) => picture.hash === hash)
  const picture = pictures[at]
  if (!piece || !picture) return drawDeskLost(c, settings)
  const page = (
    <PicturePage
      piece={piece}
      picture={picture}
      at={at}
      of={pictures.length}
      moved={c.req.query('done') === 'moved'}
      form={form ?? { typed: typedOf(picture) }}
    />
  )
  return drawDesk(c, openDesk(c, settings), page, form ? 422 : 200)
}

async function pieceOf(c: Context<App>) {
  const [piece] = await productOfPictures(c.var.tools.db, c.req.param('id') ?? '')
  return piece
}

/** The files of a form; one that was left empty is none. */
async function filesOf(c: Context<App>): Promise<File[]> {
  const { file } = await c.req.parseBody({ all: true }).catch(() => ({ file: [] }))
  return [file].flat().filter((one): one is File => one instanceof File && one.name !== '')
}

async function knownOf(c: Context<App>): Promise<Image[]> {
  const { picture = '' } = await fieldsOf(c)
  return isHash(picture) ? imagesByHash(c.var.tools.db, [picture]) : []
}

function wantsJson(c: Context<App>): boolean {
  return c.req.header('accept')?.includes('application/json') ?? false
}

function refuse(c: Context<App>, problem: Phrase) {
  return c.json({ problem: say(problem, c.var.desk.staff.lang) }, 422)
}

function toPiece(c: Context<App>, id: string) {
  return c.redirect(`${deskLink.product(id, 'pictures')}#pictures`, 303)
}
