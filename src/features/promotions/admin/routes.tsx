import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { searchTerm } from '#features/search/rules.ts'
import { drawDesk, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { fill, type Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import * as q from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { markOf, pieceBox, readOffer, typedOf } from '../form.ts'
import type { PromotionRow } from '../queries.ts'
import { easyCode, LISTS } from '../rules.ts'
import { addNewOffer, changeOffer, removeOffer, restOffer, type Saved } from '../save-offer.ts'
import { ListPage } from './list-page.tsx'
import { OfferPage } from './offer-page.tsx'

const ID = /^pro_[0-9a-z]{16}$/
const OFFER = '/:id{pro_[0-9a-z]{16}}'

/** What a new form holds. */
const BLANK: Fields = { active: 'yes', way: 'code', kind: 'percent', scope: 'all' }

export const promotionDesk = router()
  .get('/', drawList)
  .get('/new', (c) => drawForm(c, { offer: null, typed: BLANK }))
  .post('/', async (c) => {
    const typed = await fieldsOf(c)
    const { id = '' } = typed
    if (!ID.test(id)) return lost(c)
    if (isStep(typed)) return drawStep(c, null, typed)
    const { shop } = readSettings(await allSettings(c.var.tools.db))
    const read = readOffer(typed, shop)
    if (!read.ok) return drawForm(c, { offer: null, typed, problems: read.problems }, 422)
    const saved = await addNewOffer(c.var.tools, actorOf(c), id, read.value)
    if (!saved.ok) return drawForm(c, { offer: null, typed, problems: faults(saved) }, 409)
    return c.redirect(deskLink.promotion(id, 'added'), 303)
  })
  .get(OFFER, async (c) => {
    const [offer] = await offerOf(c)
    if (!offer) return lost(c)
    const { shop } = readSettings(await allSettings(c.var.tools.db))
    return drawForm(c, { offer, typed: typedOf(offer, shop, c.var.desk.staff.lang) })
  })
  .post(OFFER, async (c) => {
    const [[offer], typed] = await Promise.all([offerOf(c), fieldsOf(c)])
    if (!offer) return lost(c)
    if (isStep(typed)) return drawStep(c, offer, typed)
    const { shop } = readSettings(await allSettings(c.var.tools.db))
    const read = readOffer(typed, shop)
    if (!read.ok) return drawForm(c, { offer, typed, problems: read.problems }, 422)
    const { value } = read
    const stale = typed['mark'] !== markOf(offer) && markOf(value) !== markOf(offer)
    if (stale) return drawForm(c, { offer, typed, stale }, 409)
    const saved = await changeOffer(c.var.tools, actorOf(c), offer, value)
    if (!saved.ok) return drawRefused(c, offer, typed, saved)
    return c.redirect(deskLink.promotion(offer.id, 'saved'), 303)
  })
  .post(`${OFFER}/rest`, async (c) => {
    const [[offer], { active }] = await Promise.all([offerOf(c), fieldsOf(c)])
    if (!offer) return lost(c)
    await restOffer(c.var.tools, actorOf(c), offer, active === 'yes')
    return c.redirect(deskLink.promotion(offer.id, active === 'yes' ? 'resumed' : 'paused'), 303)
  })
  .post(`${OFFER}/removal`, async (c) => {
    const [offer] = await offerOf(c)
    // Posted again: it has gone already.
    if (!offer || (await removeOffer(c.var.tools, actorOf(c), offer))) {
      return c.redirect(deskLink.promotions({ done: 'removed' }), 303)
    }
    const { shop } = readSettings(await allSettings(c.var.tools.db))
    const typed = typedOf(offer, shop, c.var.desk.staff.lang)
    return drawForm(c, { offer, typed, refused: true }, 409)
  })

async function drawList(c: Context<App>) {
  const { db, now } = c.var.tools
  const { list, before = '', done } = c.req.query()
  const asked: q.Asked = {
    list: LISTS.find((known) => known === list) ?? null,
    q: searchTerm(c.req.query('q')),
    before,
  }
  const [settings, found] = await db.batch([allSettings(db), q.listOffers(db, asked, now)])
  const offers = found.slice(0, q.PER_PAGE)
  const last = offers.at(-1)
  const [collections, pieces] = await db.batch([
    q.collectionNames(db),
    q.piecesById(
      db,
      offers.flatMap(({ scope }) => scope.products.slice(0, 3)),
    ),
  ])
  return drawDesk(
    c,
    openDesk(c, settings),
    <ListPage
      offers={offers}
      names={[...collections, ...pieces]}
      asked={asked}
      next={found.length > q.PER_PAGE && last ? `${last.createdAt}-${last.id}` : null}
      removed={done === 'removed'}
    />,
  )
}

/** A form that could not be saved, beside the offer as it is now. */
async function drawRefused(c: Context<App>, was: PromotionRow, typed: Fields, saved: Unsaved) {
  const [offer = was] = await offerOf(c)
  const stale = saved.because === 'stale'
  return drawForm(c, { offer, typed, problems: faults(saved, offer), stale }, 409)
}

/** A piece that is looked for is looked for first, whatever was pressed. */
function isStep({ step, find }: Fields): boolean {
  return Boolean(step || find?.trim())
}

/** A form that is not saved yet: a code is made, a piece is looked for, or what it says is said. */
function drawStep(c: Context<App>, offer: PromotionRow | null, typed: Fields) {
  const code = easyCode(crypto.getRandomValues(new Uint8Array(8)))
  const made = typed['step'] === 'code' ? { ...typed, code, way: 'code' } : typed
  return drawForm(c, { offer, typed: made, find: typed['find'] ?? '' })
}

type Form = {
  offer: PromotionRow | null
  typed: Fields
  problems?: Problems
  find?: string
  refused?: boolean
  stale?: boolean
}

async function drawForm(c: Context<App>, form: Form, status: 200 | 409 | 422 = 200) {
  const { db } = c.var.tools
  const { offer, typed, problems = {}, find = '', refused = false, stale = false } = form
  const ticked = Object.keys(typed).filter((name) => name.startsWith(pieceBox('')))
  const [settings, collections, pieces, found] = await db.batch([
    allSettings(db),
    q.collectionNames(db),
    q.piecesById(
      db,
      ticked.map((name) => name.slice(pieceBox('').length)),
    ),
    q.piecesCalled(db, find),
  ])
  const page = (
    <OfferPage
      offer={offer}
      newId={typed['id'] ?? newId('pro')}
      typed={typed}
      problems={problems}
      collections={collections}
      pieces={pieces}
      found={find ? found : null}
      done={c.req.query('done') ?? ''}
      refused={refused}
      stale={stale}
    />
  )
  return drawDesk(c, openDesk(c, settings), page, status)
}

type Unsaved = Extract<Saved, { ok: false }>

function faults(saved: Unsaved, offer?: PromotionRow): Problems {
  if (saved.because === 'stale') return {}
  if (saved.because === 'code') return { code: words.taken }
  const said = (text: string) => fill(text, { count: offer?.uses ?? 0 })
  const tooFew: Phrase = { fr: said(words.tooFew.fr), en: said(words.tooFew.en) }
  return { uses_most: tooFew }
}

function offerOf(c: Context<App>) {
  return q.offerById(c.var.tools.db, c.req.param('id') ?? '')
}
