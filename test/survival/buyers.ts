import { ANNE, ORDER_FORM } from '../support/anne.ts'
import type { Page, Shopper } from '../support/shopper.ts'
import { MUCH } from './seed.ts'
import type { World } from './world.ts'

/** How many of a piece the cart has been promised, and how many it may have beside them. */
type Expected = Map<string, { least: number; most: number }>

/** Comes, fills a cart, orders and mostly pays, again and again, until the world is over. */
export async function buy(world: World, name: string): Promise<void> {
  for (let visit = 1; !world.isOver; visit++) {
    // oxlint-disable-next-line no-await-in-loop -- one visit after the other
    await visitOnce(world, `${name}.${visit}@example.com`)
  }
}

async function visitOnce(world: World, email: string): Promise<void> {
  const visitor = world.visitor()
  const expected: Expected = new Map()
  const wanted = 1 + Math.floor(world.random() * 3)
  for (let i = 0; i < wanted; i++) {
    // oxlint-disable-next-line no-await-in-loop
    await addPiece(world, visitor, expected)
  }
  const cart = await world.insist(() => visitor.get('/cart'))
  world.troubles.push(...missing(cart, expected).map((line) => `the cart of ${email} has ${line}`))
  const session = world.isOver ? null : await order(world, visitor, email)
  if (!session || world.random() < 0.2) return
  await world.stripe.control.pay(session)
  if (world.random() < 0.4) return
  const back = await world.insist(() => visitor.ask(`/checkout/return?session_id=${session}`))
  if (back.status === 303) world.promises.add('paid', session)
}

async function addPiece(world: World, visitor: Shopper, expected: Expected): Promise<void> {
  const piece = world.pieces[Math.floor(world.random() * world.pieces.length)]
  if (!piece) return
  const { variantId, stock } = piece
  const known = expected.get(variantId) ?? { least: 0, most: 0 }
  // What may be sold out leaves the cart by itself, and says so once.
  if (stock === MUCH) expected.set(variantId, known)
  const units = 1 + Math.floor(world.random() * 2)
  const body = new URLSearchParams({ variant: variantId, quantity: String(units) })
  await world.insist(async () => {
    known.most += units
    const answer = await visitor.ask('/cart/lines', {
      method: 'POST',
      headers: { origin: world.origin },
      body,
    })
    if (answer.status === 303) known.least += units
  })
}

/** Lines that hold less than was acknowledged, or more than was ever asked for. */
function missing(cart: Page, expected: Expected): string[] {
  return [...expected].flatMap(([variantId, { least, most }]) => {
    const line = cart.html.querySelector(`form[action$="/cart/lines/${variantId}"] [selected]`)
    const found = Number(line?.getAttribute('value') ?? 0)
    return found >= least && found <= most
      ? []
      : [`${found} of ${variantId}, not ${least} to ${most}`]
  })
}

/** Sends the order form until it leads to a payment page; null when the cart has nothing left to order. */
async function order(world: World, visitor: Shopper, email: string): Promise<string | null> {
  let page = await world.insist(() => visitor.get('/checkout'))
  for (let tries = 0; tries < 4; tries++) {
    const form = page
    if (!form.html.querySelector(ORDER_FORM)) return null
    // oxlint-disable-next-line no-await-in-loop -- a form that was refused is sent again as it is shown
    page = await world.insist(() => visitor.submit(form, ORDER_FORM, { ...ANNE, email }))
    const [session] = /cs_\w+/.exec(page.at) ?? []
    if (session) return session
  }
  return null
}
