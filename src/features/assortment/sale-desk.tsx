import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { addDays, localTime } from '#lib/dates.ts'
import type { Problems } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { SaleChoicePage } from './admin/sale-choice-page.tsx'
import { SaleFormPage } from './admin/sale-form-page.tsx'
import { SalePage } from './admin/sale-page.tsx'
import { SalesPage } from './admin/sales-page.tsx'
import { saleWords } from './desk-words.ts'
import { readIds, readSale } from './form.ts'
import { planSale, removeSale } from './plan-sale.ts'
import { type Choosing, type Foreseen, foresee, readChoice, readSaleView } from './read-sale.ts'
import { endSale } from './run-sales.ts'
import { SALES_PER_PAGE, saleById, salesIn } from './sale-queries.ts'
import { allCollections } from './tree-queries.ts'

const ID = /^sal_[0-9a-z]{16}$/
const DONE = ['planned', 'over', 'refused'] as const

export async function drawSales(c: Context<App>) {
  const { db } = c.var.tools
  const { before = '', done } = c.req.query()
  const [settings, running, planned, past] = await db.batch([
    allSettings(db),
    salesIn(db, 'running'),
    salesIn(db, 'planned'),
    salesIn(db, 'over', before),
  ])
  const over = past.slice(0, SALES_PER_PAGE)
  const next = past.length > SALES_PER_PAGE ? String(over.at(-1)?.startsAt ?? '') : null
  const lists = before ? { running: [], planned: [], over } : { running, planned, over }
  const page = <SalesPage {...lists} before={before} next={next} removed={done === 'removed'} />
  return drawDesk(c, openDesk(c, settings), page)
}

export async function drawNew(c: Context<App>) {
  const { db, now } = c.var.tools
  const { collection = '' } = c.req.query()
  const ids = readIds(c.req.queries('id') ?? [])
  const settings = await allSettings(db)
  const choosing = { ids, collection }
  const { variants, trouble } = await choose(c, choosing)
  if (trouble || variants.length === 0) return drawChoice(c, settings, trouble)
  const { day } = localTime(now, readSettings(settings).shop.timeZone)
  const typed = {
    key: newId('sal'),
    id: ids.join(),
    collection,
    from: addDays(day, 1),
    fromHour: '8',
    until: addDays(day, 15),
    untilHour: '0',
  }
  return drawDesk(c, openDesk(c, settings), <SaleFormPage variants={variants} typed={typed} />)
}

/** Shows what the shop will show, or plans the sale. */
export async function postSale(c: Context<App>) {
  const { tools } = c.var
  const typed = await fieldsOf(c)
  const { key = '', id = '', collection = '', step } = typed
  const settings = await allSettings(tools.db)
  const { variants, trouble } = await choose(c, { ids: readIds([id]), collection })
  if (trouble || variants.length === 0) return drawChoice(c, settings, trouble)
  const draw = (form: { problems?: Problems; preview?: Foreseen[] }, status: 200 | 422 | 409) => {
    const page = <SaleFormPage variants={variants} typed={typed} {...form} />
    return drawDesk(c, openDesk(c, settings), page, status)
  }
  const { currency, timeZone } = readSettings(settings).shop
  const read = readSale(typed, variants, { currency, timeZone, now: tools.now })
  if (!read.ok) return draw({ problems: read.problems }, 422)
  const preview = await foresee(tools.db, variants, read.value)
  if (step !== 'plan' || !ID.test(key)) return draw({ preview }, 200)
  const variantIds = variants.map((variant) => variant.id)
  const planned = await planSale(tools, actorOf(c), key, { form: read.value, variantIds })
  if (planned.ok) return c.redirect(`${deskLink.sale(key)}?done=planned`, 303)
  return draw({ problems: { from: clashOf(planned.clashes) }, preview }, 409)
}

export async function drawSale(c: Context<App>) {
  const { db } = c.var.tools
  const settings = await allSettings(db)
  const view = await readSaleView(db, c.req.param('id') ?? '')
  if (!view) return drawDeskLost(c, settings)
  const done = DONE.find((key) => key === c.req.query('done')) ?? null
  return drawDesk(c, openDesk(c, settings), <SalePage view={view} done={done} />)
}

export async function postEnd(c: Context<App>) {
  const id = c.req.param('id') ?? ''
  const done = await endSale(c.var.tools, actorOf(c), id)
  return c.redirect(`${deskLink.sale(id)}?done=${done ? 'over' : 'refused'}`, 303)
}

export async function postRemoval(c: Context<App>) {
  const { tools } = c.var
  const [sale] = await saleById(tools.db, c.req.param('id') ?? '')
  if (!sale || (await removeSale(tools, actorOf(c), sale))) {
    return c.redirect(deskLink.sales({ done: 'removed' }), 303)
  }
  return c.redirect(`${deskLink.sale(sale.id)}?done=refused`, 303)
}

async function choose(c: Context<App>, choosing: Choosing) {
  const asked = choosing.ids.length > 0 || choosing.collection !== ''
  const { variants, tooMany } = await readChoice(c.var.tools.db, choosing)
  const trouble = tooMany
    ? saleWords.tooMany
    : asked && variants.length === 0
      ? saleWords.noneLeft
      : undefined
  return { variants, trouble }
}

async function drawChoice(
  c: Context<App>,
  settings: Awaited<ReturnType<typeof allSettings>>,
  trouble: Phrase | undefined,
) {
  const collections = await allCollections(c.var.tools.db)
  const page = <SaleChoicePage collections={collections} trouble={trouble} />
  return drawDesk(c, openDesk(c, settings), page, trouble ? 422 : 200)
}

function clashOf(titles: readonly string[]): Phrase {
  const fill = (text: string) => text.replace('{titles}', titles.join(', '))
  return { fr: fill(saleWords.clash.fr), en: fill(saleWords.clash.en) }
}
