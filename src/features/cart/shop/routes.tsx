import type { Context } from 'hono'
import { relatedToVariants } from '#features/catalogue/queries.ts'
import { draw, drawPart, openSite, type Status } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { cartIdOf, keepCartId, keepCount } from '#platform/cookies.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newToken } from '#platform/ids.ts'
import { addLine } from '../add-line.ts'
import { readAddition, readQuantity } from '../form.ts'
import { cartOf, linesOf, readCart } from '../read-cart.ts'
import type { Refusal } from '../words.ts'
import { CartDrawer } from './cart-drawer.tsx'
import { CartPage } from './cart-page.tsx'

/** Cards below the cart. */
const BESIDE = 4

const STATUS: Record<Refusal, Status> = {
  quantity: 400,
  incomplete: 400,
  unknown: 404,
  notInCart: 404,
  notForSale: 409,
  full: 422,
}

export const cartRoutes = router()
  .get('/cart', (c) => drawCart(c, cartIdOf(c)))
  .get('/cart/drawer', (c) => drawDrawer(c, cartIdOf(c)))
  // Where a refused addition was shown: reloading it, or asking for it in another language, shows the cart.
  .get('/cart/lines/:variant?', (c) => backToCart(c))
  .post('/cart/lines', async (c) => {
    const read = readAddition(await fieldsOf(c))
    if (!read.ok) return answer(c, cartIdOf(c), { refusal: read.because })
    const cartId = cartIdOf(c) ?? newToken()
    const added = await addLine(c.var.tools, cartId, read)
    if (!added.ok) return answer(c, cartIdOf(c), { refusal: added.because })
    keepCartId(c, cartId)
    return answer(c, cartId, { added: read.variantId })
  })
  .post('/cart/lines/:variant', async (c) => {
    const cartId = cartIdOf(c)
    const read = readQuantity(await fieldsOf(c), 0)
    if (!read.ok) return answer(c, cartId, { refusal: read.because })
    const variantId = c.req.param('variant')
    const lines = cartId && (await cartOf(c.var.tools, cartId).change(variantId, read.quantity))
    return answer(c, cartId, lines ? {} : { refusal: 'notInCart' })
  })

type Outcome = { added?: string; refusal?: Refusal }

/** After a form: an island gets the drawer; a browser the cart, or what is wrong. */
async function answer(c: Context<App>, cartId: string | null, { added, refusal }: Outcome) {
  if (c.req.header('x-fragment') === 'drawer') return drawDrawer(c, cartId, { added, refusal })
  if (refusal) return drawCart(c, cartId, refusal)
  const lines = await linesOf(c.var.tools, cartId)
  keepCount(
    c,
    lines.reduce((sum, line) => sum + line.quantity, 0),
  )
  return backToCart(c)
}

async function backToCart(c: Context<App>) {
  const site = openSite(c, await allSettings(c.var.tools.db))
  return c.redirect(site.link.cart(), 303)
}

async function drawCart(c: Context<App>, cartId: string | null, refusal?: Refusal) {
  const { tools } = c.var
  const lines = await linesOf(tools, cartId)
  const ids = lines.map((line) => line.variantId)
  const [priced, beside] = await Promise.all([
    readCart(tools, cartId, lines),
    relatedToVariants(tools.db, ids, BESIDE),
  ])
  if (cartId) keepCount(c, priced.units)
  const site = openSite(c, priced.settingRows)
  return draw(
    c,
    // A refused form is shown at its own address, which is no page of its own.
    { ...site, path: site.link.cart() },
    <CartPage quote={priced} beside={beside} refusal={refusal} />,
    refusal ? STATUS[refusal] : 200,
  )
}

async function drawDrawer(
  c: Context<App>,
  cartId: string | null,
  { added, refusal }: { added?: string | undefined; refusal?: Refusal | undefined } = {},
) {
  const { tools } = c.var
  const priced = await readCart(tools, cartId, await linesOf(tools, cartId))
  if (cartId) keepCount(c, priced.units)
  const line = priced.lines.find(({ id }) => id === added)
  const gone = added !== undefined && !line
  return drawPart(
    c,
    openSite(c, priced.settingRows),
    <CartDrawer quote={priced} added={line ?? null} refusal={refusal} />,
    refusal ? STATUS[refusal] : gone ? 409 : 200,
  )
}
