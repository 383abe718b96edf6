import type { Context } from 'hono'
import { relatedToVariants } from '#features/catalogue/queries.ts'
import { draw, drawPart, openSite, type Status } from '#features/settings/page.tsx'
import { prefixOf } from '#links.ts'
import { cartIdOf, keepCartId, keepCount } from '#platform/cookies.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newToken } from '#platform/ids.ts'
import { addLine } from '../add-line.ts'
import { readAddition, readQuantity } from '../form.ts'
import { cartOf, heldBy, readCart } from '../read-cart.ts'
import { type CartLine, unitsIn } from '../rules.ts'
import { type RefusedCode, tryCode } from '../try-code.ts'
import type { Refusal } from '../words.ts'
import type { Said } from './refused.tsx'
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
  textMissing: 422,
  textLong: 422,
  textUnprintable: 422,
}

export const cartRoutes = router()
  .get('/cart', (c) => drawCart(c, cartIdOf(c)))
  .get('/cart/drawer', (c) => drawDrawer(c, cartIdOf(c)))
  // Where a refused addition was shown: reloading it, or asking for it in another language, shows the cart.
  .get('/cart/lines/:key?', (c) => backToCart(c))
  .post('/cart/lines', async (c) => {
    const read = readAddition(await fieldsOf(c))
    if (!read.ok) return answer(c, cartIdOf(c), { refused: read })
    const cartId = cartIdOf(c) ?? newToken()
    const added = await addLine(c.var.tools, cartId, read)
    if (!added.ok) return answer(c, cartIdOf(c), { refused: added })
    keepCartId(c, cartId)
    return answer(c, cartId, { added: added.key, lines: added.lines })
  })
  .post('/cart/lines/:key', async (c) => {
    const cartId = cartIdOf(c)
    const read = readQuantity(await fieldsOf(c), 0)
    if (!read.ok) return answer(c, cartId, { refused: read })
    const key = c.req.param('key')
    const lines = cartId && (await cartOf(c.var.tools, cartId).change(key, read.quantity))
    return answer(c, cartId, lines ? { lines } : { refused: { because: 'notInCart' } })
  })
  .get('/cart/code', (c) => backToCart(c))
  .post('/cart/code', async (c) => {
    const cartId = cartIdOf(c)
    const { code = '', remove } = await fieldsOf(c)
    if (!cartId) return backToCart(c)
    if (remove === 'yes') await cartOf(c.var.tools, cartId).keepCode(null)
    const refused = remove === 'yes' ? null : await tryCode(c.var.tools, cartId, code)
    return refused ? drawCart(c, cartId, { code: refused }) : backToCart(c)
  })

/** What the cart holds now, and the line that was added; or why nothing has changed. */
type Outcome = { lines: readonly CartLine[]; added?: string } | { refused: Said }

/** After a form: an island gets the drawer; a browser the cart, or what is wrong. */
async function answer(c: Context<App>, cartId: string | null, outcome: Outcome) {
  if (c.req.header('x-fragment') === 'drawer') return drawDrawer(c, cartId, outcome)
  if ('refused' in outcome) return drawCart(c, cartId, outcome)
  keepCount(c, unitsIn(outcome.lines))
  return backToCart(c)
}

/** To the cart, in the language of the address. */
function backToCart(c: Context<App>) {
  const lang = prefixOf(c.req.path)
  return c.redirect(lang ? `/${lang}/cart` : '/cart', 303)
}

type Trouble = { refused?: Said; code?: RefusedCode }

async function drawCart(c: Context<App>, cartId: string | null, trouble: Trouble = {}) {
  const { tools } = c.var
  const { refused, code } = trouble
  const held = await heldBy(tools, cartId)
  const ids = held.lines.map((line) => line.variantId)
  const [priced, beside] = await Promise.all([
    readCart(tools, cartId, held),
    relatedToVariants(tools.db, ids, BESIDE),
  ])
  if (cartId) keepCount(c, priced.units)
  const site = openSite(c, priced.settingRows)
  return draw(
    c,
    // A refused form is shown at its own address, which is no page of its own.
    { ...site, path: site.link.cart() },
    <CartPage quote={priced} beside={beside} refused={refused} code={code} />,
    statusOf(trouble),
  )
}

function statusOf({ refused, code }: Trouble): Status {
  if (code) return code.because === 'tooMany' ? 429 : 422
  return refused ? STATUS[refused.because] : 200
}

async function drawDrawer(
  c: Context<App>,
  cartId: string | null,
  { added, refused }: { added?: string | undefined; refused?: Said | undefined } = {},
) {
  const { tools } = c.var
  const priced = await readCart(tools, cartId, await heldBy(tools, cartId))
  if (cartId) keepCount(c, priced.units)
  const line = priced.lines.find(({ key }) => key === added)
  const gone = added !== undefined && !line
  return drawPart(
    c,
    openSite(c, priced.settingRows),
    <CartDrawer quote={priced} added={line ?? null} refused={refused} />,
    refused ? STATUS[refused.because] : gone ? 409 : 200,
  )
}
