import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { actorOf } from '#features/audit/actor-of.ts'
import { termsPage } from '#features/content/queries.ts'
import { quote as quoteOf } from '#features/pricing/quote.ts'
import { matchExpression, searchTerm } from '#features/search/rules.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import type { Fields } from '#lib/form.ts'
import { pick } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { chosenLines, offFrom, readManual } from './manual-form.ts'
import { variantsNamed } from './manual-queries.ts'
import { IN_HAND, LINK_DAYS, soldByHand } from './manual-rules.ts'
import { orderById } from './queries.ts'
import { writeOrder } from './write-order.ts'
import { ManualCheckPage } from './admin/manual-check-page.tsx'
import { ManualPage, type ManualProps } from './admin/manual-page.tsx'

/** Orders that the maker writes: for a buyer at the stall or on the phone. */
export const manualDesk = router()
  .get('/', async (c) => {
    const typed = { key: newId('ord'), delivery: IN_HAND, days: String(LINK_DAYS.usual) }
    return drawForm(c, await open(c, typed))
  })
  .post('/', async (c) => {
    const fields = await fieldsOf(c)
    // The same form once more: its order is written, and its pieces are sold.
    const [known] = await orderById(c.var.tools.db, fields['key'] ?? '')
    if (known?.cartId === `desk_${known?.id}`) return toOrder(c, known.id)
    const form = await open(c, fields)
    const step = fields['step'] ?? ''
    if (step !== 'check' && step !== 'send') return drawForm(c, form)
    const read = readManual(fields, form.quote)
    if (!read.ok) return drawForm(c, { ...form, problems: read.problems }, 422)
    if (form.quote.changes.length > 0) return drawForm(c, { ...form, refused: 'short' }, 409)
    const agreed = fields['total'] === String(form.quote.totals.total)
    if (step === 'send' && agreed) return write(c, form, read.value)
    const changed = step === 'send'
    const page = <ManualCheckPage {...form} manual={read.value} changed={changed} />
    return draw(c, form, page, changed ? 409 : 200)
  })

/** The form as it was typed, with what its pieces cost now. */
async function open(c: Context<App>, fields: Fields): Promise<ManualProps> {
  const { tools } = c.var
  const { db } = tools
  const inHand = (fields['delivery'] ?? IN_HAND) === IN_HAND
  const adds = fields['add'] !== undefined
  const term = adds ? '' : searchTerm(fields['find'])
  const [quote, found] = await Promise.all([
    quoteOf(tools, chosenLines(fields), {
      cartId: `desk_${fields['key'] ?? ''}`,
      country: inHand ? undefined : fields['country'],
      postalCode: inHand ? undefined : fields['postal_code'],
      delivery: inHand ? undefined : fields['delivery'],
      email: fields['email'] || undefined,
    }),
    term === '' ? [] : variantsNamed(db, term, matchExpression(term)),
  ])
  const { currency, address } = quote.settings.shop
  const typed = { country: address.country, ...fields, find: term }
  return { typed, quote: soldByHand(quote, inHand, offFrom(fields, currency)), found }
}

type Read = Extract<ReturnType<typeof readManual>, { ok: true }>['value']

async function write(c: Context<App>, form: ManualProps, manual: Read) {
  const { tools } = c.var
  const [terms] = await termsPage(tools.db)
  const body = pick(terms?.body, manual.lang)
  const written = await writeOrder(tools, actorOf(c), {
    ...manual,
    quote: form.quote,
    terms: { body },
  })
  if (written.ok) return toOrder(c, manual.id)
  return drawForm(c, { ...(await open(c, form.typed)), refused: written.because }, 409)
}

function drawForm(c: Context<App>, form: ManualProps, status: 200 | 409 | 422 = 200) {
  return draw(c, form, <ManualPage {...form} />, status)
}

function draw(c: Context<App>, { quote }: ManualProps, page: Child, status: 200 | 409 | 422) {
  return drawDesk(c, openDesk(c, quote.settingRows), page, status)
}

function toOrder(c: Context<App>, id: string) {
  return c.redirect(deskLink.order(id, { done: 'written' }), 303)
}
