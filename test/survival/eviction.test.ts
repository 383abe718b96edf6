import { env, exports } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { makeOffer } from '../promotions/make-offer.ts'
import { evictCart } from '../support/faults.ts'
import { makeProduct } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { makeShopper, type Page } from '../support/shopper.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'

type Visit = {
  /** Each answer as a visitor sees it, with names in the place of what is drawn by lot. */
  answers: string[]
  /** How often the cart was thrown out of memory. */
  evictions: number
}

type Made = Awaited<ReturnType<typeof makeVisitable>>

test('K3: a cart thrown out of memory after every request changes not one byte of any answer', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  try {
    const made = await makeVisitable()
    const calm = await visit(made, false)
    const evicted = await visit(made, true)
    expect(calm.evictions).toBe(0)
    expect(evicted.evictions).toBeGreaterThanOrEqual(calm.answers.length - 2)
    expect(evicted.answers).toEqual(calm.answers)
  } finally {
    vi.useRealTimers()
  }
})

async function makeVisitable() {
  const pieces = [
    await makeProduct({}, { stock: 500 }),
    await makeProduct({}, { stock: 500 }),
    await makeProduct({}, { stock: 500 }),
  ]
  const name = { name: 'name', label: { fr: 'Prénom' }, most: 12, price: 500, required: true }
  await env.DB.prepare('update product set personal = ? where id = ?')
    .bind(JSON.stringify([name]), pieces[2]?.id)
    .run()
  const offer = await makeOffer({ basisPoints: 1000 })
  return { variants: pieces.map(({ variants }) => variants[0]?.id ?? ''), code: offer.code ?? '' }
}

/** Fills a cart, changes it, tries codes, orders, pays and comes back: each answer on the way. */
async function visit({ variants, code }: Made, evicting: boolean): Promise<Visit> {
  const [mug = '', bowl = '', plate = ''] = variants
  const pages: Page[] = []
  let evictions = 0
  const visitor = makeShopper(env.SHOP_URL, async (request) => {
    const answer = await exports.default.fetch(request)
    const body = await answer.arrayBuffer()
    const cartId = visitor.cookies.get('__Host-cart')
    if (evicting && cartId && (await evictCart(cartId))) evictions++
    return new Response(answer.status === 304 ? null : body, answer)
  })
  const keep = async (asked: Promise<Page>) => {
    const page = await asked
    pages.push(page)
    return page
  }
  const add = (fields: Record<string, string | number>) => keep(visitor.post('/cart/lines', fields))
  await add({ variant: mug, quantity: 2 })
  await add({ variant: bowl, quantity: 1 })
  await add({ variant: mug, quantity: 1 })
  await add({ variant: plate, quantity: 1, 'text.name': 'Ana' })
  await keep(visitor.post(`/cart/lines/${bowl}`, { quantity: 3 }))
  await keep(visitor.post(`/cart/lines/${mug}`, { quantity: 0 }))
  await keep(visitor.post('/cart/code', { code: 'FAUX' }))
  await keep(visitor.post('/cart/code', { code }))
  await keep(visitor.get('/cart/drawer'))
  const form = await keep(visitor.get('/checkout'))
  await keep(visitor.submit(form, ORDER_FORM, { email: 'nulle part' }))
  const paying = await keep(visitor.submit(form, ORDER_FORM, ANNE))
  const back = await keep(visitor.get('/checkout'))
  const again = await keep(visitor.submit(back, ORDER_FORM, { terms: 'yes' }))
  expect(again.at).toBe(paying.at)
  const [session = ''] = /cs_\w+/.exec(again.at) ?? []
  await stripe.pay(session)
  for (const event of await eventsOf(session)) {
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they happened
    expect(await tell(visitor, event)).toBe(200)
  }
  const order = await keep(visitor.get(`/checkout/return?session_id=${session}`))
  expect(order.at).toMatch(/^\/orders\//)
  const cart = await keep(visitor.get('/cart'))
  expect(cart.html.querySelectorAll('.line')).toHaveLength(0)
  const names = new Map<string, string>()
  return { evictions, answers: pages.map((page) => withoutLots(page, names)) }
}

/** What is drawn by lot, or counted up, has the name of its place in the order of appearance: the same lot, the same name. */
function withoutLots({ status, at, text }: Page, names: Map<string, string>): string {
  return `${status} ${at}\n${text}`.replaceAll(
    /cs_\w+|\b[a-z]{3}_[0-9a-z]{16}\b|\b[0-9a-z]{32}\b|(?<=Commande )\d+|F\d{4}-\d{4}/g,
    (lot) => {
      const name = names.get(lot) ?? `lot ${names.size}`
      names.set(lot, name)
      return name
    },
  )
}
