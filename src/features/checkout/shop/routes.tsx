import type { Context } from 'hono'
import { cartOf, heldBy, readCart } from '#features/cart/read-cart.ts'
import { type RefusedCode, tryCode } from '#features/cart/try-code.ts'
import { CartPage } from '#features/cart/shop/cart-page.tsx'
import { termsPage } from '#features/content/queries.ts'
import { openOrderOfCart, orderById } from '#features/orders/queries.ts'
import type { Quote } from '#features/pricing/quote.ts'
import { draw, openSite, type Status } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { pick } from '#lib/i18n.ts'
import { cartIdOf, keepCount } from '#platform/cookies.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Site } from '#ui/site.tsx'
import { fieldsFrom, type Problems, readForm, type Typed, typedFrom } from '../form.ts'
import { placeOrder } from '../place-order.ts'
import { ORDER_KEY } from '../rules.ts'
import type { NoticeName } from '../words.ts'
import { CheckoutPage, type Terms } from './checkout-page.tsx'

/** Everything that the form stands on: the cart as it is now, and what was typed. */
type Desk = { cartId: string; site: Site; quote: Quote; typed: Typed; terms: Terms | null }

export const checkoutRoutes = router()
  .get('/checkout', async (c) => {
    // Back from a payment page that was left: what was typed for it is still there.
    const [left] = await openOrderOfCart(c.var.tools.db, cartIdOf(c) ?? '')
    const desk = await openDesk(c, left ? fieldsFrom(left) : {})
    return desk ? show(c, desk) : toCart(c)
  })
  .post('/checkout', async (c) => {
    const fields = await fieldsOf(c)
    const placed = await freeOrderOf(c, fields)
    if (placed) return placed
    const code = await changeCode(c, fields)
    const desk = await openDesk(c, fields)
    if (!desk) return toCart(c)
    if (code) return show(c, desk, { status: code.because === 'tooMany' ? 429 : 422, code })
    if (fields.step === 'code' || fields.step === 'uncode') return show(c, desk)
    if (fields.step === 'update') return show(c, desk)
    const { quote, typed } = desk
    const checked = readForm(typed, { ...quote, digital: hasFile(quote) })
    const problems = checked.ok ? {} : checked.problems
    if (quote.changes.length > 0 || fields.total !== String(quote.totals.total)) {
      return show(c, desk, { status: 409, notice: 'total', problems })
    }
    if (!checked.ok) return show(c, desk, { status: 422, problems })
    return place(c, desk, fields, checked.value.buyer)
  })

/** The same form once more, when its order had nothing to pay: it is placed, and its cart is empty. */
async function freeOrderOf(c: Context<App>, { key = '' }: Record<string, string>) {
  const { db } = c.var.tools
  if (!ORDER_KEY.test(key)) return null
  const [[order], settings] = await db.batch([orderById(db, key), allSettings(db)])
  if (!order || order.cartId !== cartIdOf(c)) return null
  return c.redirect(openSite(c, settings).link.order(order.token), 303)
}

/** A code that was typed in the form, or shall be forgotten: kept in the cart, or why it was not. */
async function changeCode(
  c: Context<App>,
  { step, code = '' }: Record<string, string>,
): Promise<RefusedCode | null> {
  const cartId = cartIdOf(c)
  if (!cartId) return null
  if (step === 'uncode') await cartOf(c.var.tools, cartId).keepCode(null)
  return step === 'code' ? tryCode(c.var.tools, cartId, code) : null
}

async function openDesk(c: Context<App>, fields: Record<string, string>): Promise<Desk | null> {
  const { tools } = c.var
  const cartId = cartIdOf(c)
  const held = await heldBy(tools, cartId)
  if (!cartId || held.lines.length === 0) return null
  const wish = {
    country: fields.country,
    postalCode: fields.postal_code,
    delivery: fields.delivery,
    email: fields.email,
  }
  const [quote, [terms]] = await Promise.all([
    readCart(tools, cartId, held, wish),
    termsPage(tools.db),
  ])
  keepCount(c, quote.units)
  const typed = typedFrom({ key: newId('ord'), ...fields }, quote.settings.shop.address.country)
  return { cartId, site: openSite(c, quote.settingRows), quote, typed, terms: terms ?? null }
}

type Buyer = Extract<ReturnType<typeof readForm>, { ok: true }>['value']['buyer']

async function place(
  c: Context<App>,
  { cartId, site, quote, typed, terms }: Desk,
  fields: Record<string, string>,
  buyer: Buyer,
) {
  const { lang, link } = site
  const body = pick(terms?.body, lang)
  const { key } = typed
  const placed = await placeOrder(c.var.tools, {
    cartId,
    lang,
    quote,
    buyer,
    terms: { body },
    ...(ORDER_KEY.test(key) && { key }),
  })
  if (placed.ok) return c.redirect(placed.url, 303)
  if (placed.because === 'paid') {
    return c.redirect(placed.token ? link.order(placed.token) : link.cart(), 303)
  }
  if (placed.because === 'payment_down') {
    return show(c, { cartId, site, quote, typed, terms }, { status: 502, notice: 'payment_down' })
  }
  // Somebody else was faster, with a piece or with this very cart: shown as it is now.
  const desk = await openDesk(c, fields)
  return desk ? show(c, desk, { status: 409, notice: placed.because }) : toCart(c)
}

type Said = { status?: Status; notice?: NoticeName; problems?: Problems; code?: RefusedCode }

function show(c: Context<App>, desk: Desk, said: Said = {}) {
  const { status = 200, notice, problems = {}, code } = said
  // Not `no-referrer`: with it browsers post forms with `Origin: null`, which the shop refuses.
  c.header('referrer-policy', 'same-origin')
  const { site, quote, typed, terms } = desk
  // Nothing is left to order: the cart says why.
  if (quote.lines.length === 0) {
    return draw(
      c,
      { ...site, path: site.link.cart() },
      <CartPage quote={quote} beside={[]} />,
      status,
    )
  }
  return draw(
    c,
    site,
    <CheckoutPage {...{ quote, typed, terms, notice, problems, code }} />,
    status,
  )
}

async function toCart(c: Context<App>) {
  const site = openSite(c, await allSettings(c.var.tools.db))
  return c.redirect(site.link.cart(), 303)
}

function hasFile({ lines }: Quote): boolean {
  return lines.some((line) => line.kind === 'digital')
}
