import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { product } from '#features/catalogue/table.ts'
import { openDb } from '#platform/db.ts'
import { makeProduct } from '../support/make.ts'
import type { Fields, Page } from '../support/shopper.ts'
import { shop } from '../support/worker.ts'

const PATHS = { fr: '', en: '/en' } as const
const LANGS = ['fr', 'en'] as const

async function piece(stock: number | null = 10) {
  const made = await makeProduct({}, { stock })
  return { id: made.id, slug: made.slug, variant: made.variants[0]?.id ?? '' }
}

const quantities = (page: Page) =>
  page.html
    .querySelectorAll('.line')
    .map((line) => Number(line.querySelector('option[selected]')?.getAttribute('value')))

test('a piece that is added is in the cart, which two cookies remember', async () => {
  const { variant } = await piece()
  const visitor = shop()
  const answer = await visitor.ask('/cart/lines', {
    method: 'POST',
    headers: { origin: env.SHOP_URL, 'content-type': 'application/x-www-form-urlencoded' },
    body: `variant=${variant}&quantity=2`,
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cart'])
  const [cart, count] = answer.headers.getSetCookie()
  expect(cart).toMatch(/^__Host-cart=[0-9a-z]{32}; /)
  for (const part of ['Max-Age=2592000', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
    expect(cart).toContain(part)
  }
  expect(count).toMatch(/^__Host-count=2; /)
  expect(count).not.toContain('HttpOnly')
  const page = await visitor.get('/cart')
  expect(quantities(page)).toEqual([2])
  expect(page.words('.sum .total dd')).toBe('48,00 €')
  expect(page.words('.sum .rows')).toContain('dès 6,90 €, gratuit à l’atelier')
  expect(page.words('main')).toContain('Le panier ne réserve rien')
})

test('whoever only looks gets no cookie, and an empty cart that says where to go', async () => {
  const page = await shop().get('/cart')
  expect(page.headers.getSetCookie()).toEqual([])
  expect(page.words('h1')).toBe('Votre panier est vide.')
  expect(page.html.querySelector('main a.btn')?.getAttribute('href')).toBe('/collections/all')
  expect((await shop().get('/en/cart')).words('h1')).toBe('Your cart is empty.')
})

test('a line takes another quantity, and goes when it takes none', async () => {
  const [one, two] = [await piece(), await piece()]
  const visitor = shop()
  await visitor.post('/cart/lines', { variant: one.variant, quantity: 1 })
  await visitor.post('/cart/lines', { variant: two.variant, quantity: 1 })
  const more = await visitor.post(`/cart/lines/${one.variant}`, { quantity: 3 })
  expect([more.at, quantities(more)]).toEqual(['/cart', [3, 1]])
  expect(visitor.cookies.get('__Host-count')).toBe('4')
  const less = await visitor.post(`/cart/lines/${one.variant}`, { quantity: 0 })
  expect(quantities(less)).toEqual([1])
  expect(visitor.cookies.get('__Host-count')).toBe('1')
})

test('the same piece added again adds to its line', async () => {
  const { variant } = await piece()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant, quantity: 2 })
  expect(quantities(await visitor.post('/cart/lines', { variant, quantity: 3 }))).toEqual([5])
})

test.each(LANGS)('what is more than there is is brought down, and said once (%s)', async (lang) => {
  const { variant } = await piece(2)
  const visitor = shop()
  const page = await visitor.post(`${PATHS[lang]}/cart/lines`, { variant, quantity: 5 })
  expect(page.words('[role=status]')).toContain(
    {
      fr: 'Il n’en reste que 2 : nous avons ajusté la quantité.',
      en: 'Only 2 left: we have adjusted the quantity.',
    }[lang],
  )
  expect(quantities(page)).toEqual([2])
  expect(visitor.cookies.get('__Host-count')).toBe('2')
  const again = await visitor.get(`${PATHS[lang]}/cart`)
  expect(again.html.querySelector('[role=status]')).toBeNull()
  expect(quantities(again)).toEqual([2])
})

test('a piece that was taken off the shop leaves the carts it was in, and that is said', async () => {
  const { id, variant } = await piece()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant, quantity: 1 })
  await openDb(env.DB).update(product).set({ state: 'archived' }).where(eq(product.id, id))
  const page = await visitor.get('/cart')
  expect(page.words('[role=status]')).toContain('Plus en vente')
  expect(page.words('h1')).toBe('Votre panier est vide.')
  const again = await visitor.post('/cart/lines', { variant, quantity: 1 })
  expect(again.status).toBe(409)
  expect(again.words('[role=alert]')).toContain('n’est plus en vente')
})

test('a draft cannot be put in a cart', async () => {
  const { id, variant } = await piece()
  await openDb(env.DB).update(product).set({ state: 'draft' }).where(eq(product.id, id))
  expect((await shop().post('/cart/lines', { variant, quantity: 1 })).status).toBe(404)
})

const QUANTITY = {
  fr: 'La quantité est un nombre entier, de 1 à 99.',
  en: 'The quantity is a whole number from 1 to 99.',
}
const MISSING = {
  fr: 'Il manque la pièce ou la quantité.',
  en: 'The piece or the quantity is missing.',
}
const UNKNOWN = { fr: 'Cette pièce n’existe pas, ou plus.', en: 'There is no such piece' }

const REFUSED: [what: string, fields: Fields, status: number, said: typeof QUANTITY][] = [
  ['minus one', { quantity: -1 }, 400, QUANTITY],
  ['none', { quantity: 0 }, 400, QUANTITY],
  ['one and a half', { quantity: 1.5 }, 400, QUANTITY],
  ['a billion', { quantity: '1e9' }, 400, QUANTITY],
  ['a hundred', { quantity: 100 }, 400, QUANTITY],
  ['a word', { quantity: 'deux' }, 400, QUANTITY],
  ['no quantity', {}, 400, MISSING],
  ['no piece', { variant: '', quantity: 1 }, 400, MISSING],
  ['an unknown piece', { variant: 'var_nope', quantity: 1 }, 404, UNKNOWN],
  ['markup', { variant: '<script>', quantity: 1 }, 404, UNKNOWN],
]

test.each(REFUSED.flatMap((row) => LANGS.map((lang) => [lang, ...row] as const)))(
  '%s: %s is refused in words, and the cart stays as it is',
  async (lang, _, fields, status, said) => {
    const { variant } = await piece()
    const visitor = shop()
    await visitor.post('/cart/lines', { variant, quantity: 1 })
    const page = await visitor.post(`${PATHS[lang]}/cart/lines`, { variant, ...fields })
    expect(page.status).toBe(status)
    expect(page.words('[role=alert]')).toContain(said[lang])
    expect(quantities(page)).toEqual([1])
    expect(page.html.querySelector('html')?.getAttribute('lang')).toBe(lang)
  },
)

test('what was refused sets no cookie', async () => {
  const page = await shop().post('/cart/lines', { variant: 'var_nope', quantity: 1 })
  expect([page.status, page.headers.getSetCookie()]).toEqual([404, []])
})

test('a body that is no form is answered in words', async () => {
  const headers = { 'content-type': 'application/json' }
  expect((await shop().post('/cart/lines', { variant: 'x' }, headers)).status).toBe(400)
  const broken = { 'content-type': 'multipart/form-data; boundary=x' }
  expect((await shop().post('/cart/lines', { variant: 'x' }, broken)).status).toBe(400)
})

test('a line that is not in the cart cannot be changed', async () => {
  const { variant } = await piece()
  const page = await shop().post(`/cart/lines/${variant}`, { quantity: 2 })
  expect([page.status, page.words('h1')]).toEqual([404, 'Votre panier est vide.'])
  expect((await shop().post(`/cart/lines/${variant}`, { quantity: -1 })).status).toBe(400)
})

test('a cart holds fifty different pieces, and says so to the fifty-first', async () => {
  const values = Array.from({ length: 51 }, (_, i) => ({ value: `${i}`, label: { fr: `N° ${i}` } }))
  const { variants } = await makeProduct({
    options: [{ name: 'n', label: { fr: 'Numéro' }, values }],
    variants: values.map(({ value }) => ({
      sku: `FIFTY-${value}`,
      options: { n: value },
      price: 1000,
      compare_at: null,
      stock: 5,
      weight_g: 10,
    })),
  })
  const visitor = shop()
  for (const { id } of variants.slice(0, 50)) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor, one click after the other
    const answer = await visitor.post('/cart/lines', { variant: id, quantity: 1 })
    expect(answer.status).toBe(200)
  }
  const full = await visitor.post('/cart/lines', { variant: variants[50]?.id ?? '', quantity: 1 })
  expect([full.status, quantities(full).length]).toEqual([422, 50])
  expect(full.words('[role=alert]')).toContain('Le panier tient 50 pièces différentes')
  const page = await visitor.get('/cart')
  expect([page.status, page.words('.sum .total dd')]).toEqual([200, '500,00 €'])
  expect((await visitor.get('/checkout')).status).toBe(200)
})

test('an island gets the drawer: what was added is said first', async () => {
  const [one, two] = [await piece(), await piece()]
  const visitor = shop()
  const headers = { 'x-fragment': 'drawer' }
  await visitor.post('/cart/lines', { variant: one.variant, quantity: 1 })
  const page = await visitor.post('/cart/lines', { variant: two.variant, quantity: 1 }, headers)
  expect([page.status, page.text.startsWith('<section class="drawer"')]).toEqual([200, true])
  expect(page.words('[role=status]')).toMatch(/^Pièce \S+ ajouté$/)
  expect(page.all('.line a')[0]).toBe(page.words('[role=status]').replace(' ajouté', ''))
  expect(page.all('.btn')).toEqual(['Passer commande 48,00 €', 'Voir le panier'])
  expect(visitor.cookies.get('__Host-count')).toBe('2')
  expect((await visitor.get('/en/cart/drawer')).words('h2')).toBe('In your cart')
  const unknown = await visitor.post('/cart/lines', { variant: 'x', quantity: 1 }, headers)
  expect([unknown.status, unknown.text.startsWith('<section')]).toEqual([404, true])
})

test('the drawer of a piece that was just sold says so', async () => {
  const { variant } = await piece(0)
  const headers = { 'x-fragment': 'drawer' }
  const page = await shop().post('/cart/lines', { variant, quantity: 1 }, headers)
  expect(page.status).toBe(409)
  expect(page.words('[role=status]')).toContain('Vendue entre-temps')
})

test('a cart that is not a token is no cart', async () => {
  const visitor = shop()
  visitor.cookies.set('__Host-cart', '../../etc')
  expect((await visitor.get('/cart')).words('h1')).toBe('Votre panier est vide.')
})

test('the address of a refused form leads back to the cart', async () => {
  expect((await shop().get('/en/cart/lines')).at).toBe('/en/cart')
})
