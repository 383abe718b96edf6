import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { Cart } from '#features/cart/object.ts'
import type { Personal } from '#features/catalogue/rules.ts'
import { product } from '#features/catalogue/table.ts'
import { drawConfirmation } from '#features/mail/mail/confirmation.tsx'
import { settle } from '#features/payments/settle.ts'
import { readSettings, allSettings } from '#features/settings/queries.ts'
import { openDb } from '#platform/db.ts'
import { openOrderOfCart } from '#features/orders/queries.ts'
import { makeProduct } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { orderNow } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'

const NAME: Personal = {
  name: 'name',
  label: { fr: 'Prénom', en: 'First name' },
  most: 12,
  price: 500,
  required: false,
}

async function ask(id: string, personal: Personal[]) {
  await openDb(env.DB).update(product).set({ personal }).where(eq(product.id, id))
}

async function engraved(given: Partial<Personal> = {}) {
  const made = await makeProduct({}, { stock: 20 })
  await ask(made.id, [{ ...NAME, ...given }])
  return { id: made.id, slug: made.slug, variant: made.variants[0]?.id ?? '' }
}

test('a piece asks for its texts on its page, in words that say how long and how dear', async () => {
  const { slug } = await engraved({ required: true })
  const page = await shop().get(`/products/${slug}`)
  const field = page.html.querySelector('input[name="text.name"]')
  expect(['maxlength', 'form'].map((name) => field?.getAttribute(name))).toEqual(['12', 'buy'])
  expect(field?.hasAttribute('required')).toBe(true)
  expect(page.text).toContain('12 caractères au plus. +\u00a05\u00a0€ par pièce.')
  const plain = await makeProduct()
  expect((await shop().get(`/products/${plain.slug}`)).text).not.toContain('text.')
})

test('other words are another line, the same words are more of it, and each is priced with its words', async () => {
  const { variant } = await engraved()
  const visitor = shop()
  const add = (text: string) =>
    visitor.post('/cart/lines', { variant, quantity: 1, 'text.name': text })
  await add('Léa')
  await add(' Léa ')
  await add('')
  const page = await add('<b>Zoé 🌿')
  expect(page.html.querySelectorAll('.line')).toHaveLength(3)
  expect(page.all('.line > .num')).toEqual(['58,00 €', '24,00 €', '29,00 €'])
  expect(page.all('.written')).toEqual(['Prénom : « Léa »', 'Prénom : « <b>Zoé 🌿 »'])
  expect(page.text).toContain('&lt;b&gt;Zoé')
  const ids = page.html.querySelectorAll('[id]').map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const fewer = await visitor.submit(page, '.acts form', { quantity: 1 })
  expect(fewer.all('.line > .num')).toEqual(['29,00 €', '24,00 €', '29,00 €'])
  expect((await visitor.get('/en/cart/drawer')).all('.written')[0]).toBe('First name: “Léa”')
})

test.each([
  ['', 'textMissing', '« Prénom » est à remplir'],
  ['Maximilienne-Adélaïde', 'textLong', '« Prénom » tient 12 caractères au plus'],
  ['Zo\u202eé', 'textUnprintable', 'Un caractère invisible'],
])('%j is refused in words that lead back to the piece', async (text, _, said) => {
  const { variant, slug } = await engraved({ required: true })
  const page = await shop().post('/cart/lines', { variant, quantity: 1, 'text.name': text })
  expect(page.status).toBe(422)
  expect(page.words('[role=alert]')).toContain(said)
  expect(page.html.querySelector('[role=alert] a')?.getAttribute('href')).toBe(`/products/${slug}`)
})

test('when a piece asks something else meanwhile, its old lines leave the cart, and that is said', async () => {
  const { id, variant } = await engraved()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant, quantity: 1, 'text.name': 'Léa' })
  await ask(id, [])
  const page = await visitor.get('/cart')
  expect(page.words('[role=status]')).toContain('Ce que l’on peut y faire écrire a changé')
  expect((await visitor.get('/cart')).html.querySelector('[role=status]')).toBeNull()
})

test('what is written goes with the order to everybody who needs it, and cannot be withdrawn from', async () => {
  const { variant } = await engraved()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant, quantity: 2, 'text.name': 'Léa' })
  const form = await visitor.get('/checkout')
  expect(form.words('.final')).toContain('article L221-28, 3°')
  expect(form.words('.final')).not.toContain('14 jours')
  expect((await visitor.submit(form, ORDER_FORM, ANNE)).at).toContain('/c/pay/')
  // Added while the payment page was open: other words stay.
  await visitor.post('/cart/lines', { variant, quantity: 1, 'text.name': 'Zoé' })
  const cartId = visitor.cookies.get('__Host-cart') ?? ''
  const [open] = await openOrderOfCart(tools().db, cartId)
  const { order, lines, payment } = await orderNow(open?.id ?? '')
  expect(lines[0]).toMatchObject({ unitPrice: 2900, personal: [{ label: 'Prénom', text: 'Léa' }] })
  await settle(tools(), {
    sessionId: payment?.sessionId ?? '',
    orderId: order.id,
    outcome: 'paid',
    amount: order.total,
    currency: 'eur',
    paymentIntent: 'pi_1',
    method: 'visa 4242',
    live: false,
  })
  expect((await visitor.get('/cart')).all('.written')).toEqual(['Prénom : « Zoé »'])
  expect((await visitor.get(`/orders/${order.token}`)).words('.written')).toContain('Léa')
  const desk = await atDesk(await makeStaff('helper'))
  const pages = await Promise.all(
    ['', '/slip'].map((part) => desk.get(`/admin/orders/${order.id}${part}`)),
  )
  for (const page of pages) expect(page.words('.written')).toBe('Prénom : « Léa »')
  const settings = readSettings(await allSettings(tools().db))
  const view = await orderNow(order.id)
  const mail = await drawConfirmation({ view, terms: '', settings, origin: env.SHOP_URL })
  for (const body of [mail.html, mail.text]) {
    expect(body).toContain('Léa')
    expect(body).toContain('L221-28')
  }
})

test('a cart from before pieces could be written on keeps its lines', async () => {
  const cart = env.CART.getByName('an-old-cart')
  const lines = await runInDurableObject(cart, (_, ctx) => {
    ctx.storage.sql.exec(`
      create table line (position integer primary key, variant text unique, quantity integer not null);
      insert into line (variant, quantity) values ('var_b', 2), ('var_a', 1);
      drop table item;
    `)
    const first = new Cart(ctx, env)
    const second = new Cart(ctx, env)
    return first.lines().length === 2 ? second.lines() : []
  })
  expect(lines).toEqual([
    { variantId: 'var_b', quantity: 2 },
    { variantId: 'var_a', quantity: 1 },
  ])
})
