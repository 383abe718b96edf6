import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { entry } from '#features/content/table.ts'
import { writeSetting } from '#features/settings/queries.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { makeProduct, makeShop, shopDocument } from '../support/make.ts'
import { place } from '../support/orders.ts'
import type { Fields } from '../support/shopper.ts'
import { stripe } from '../support/stripe.ts'
import { shop } from '../support/worker.ts'

const PATHS = { fr: '', en: '/en' } as const
const LANGS = ['fr', 'en'] as const

beforeAll(async () => {
  const [delivery] = shopDocument().delivery.slice(0, 1)
  await makeShop({
    delivery: [
      ...shopDocument().delivery,
      ...(delivery ? [{ ...delivery, code: 'europe', countries: ['BE', 'DE'] }] : []),
    ],
  })
  await openDb(env.DB)
    .insert(entry)
    .values({
      id: newId('ent'),
      kind: 'page',
      slug: 'conditions',
      role: 'terms',
      title: { fr: 'Conditions' },
      excerpt: {},
      body: { fr: 'Nos conditions de vente.' },
      publishedAt: 0,
    })
})

const BUYER = { ...ANNE, country: 'FR' }

/** A visitor at the till with one piece, and its variant. */
async function atTheTill(...made: Parameters<typeof makeProduct>) {
  const { variants } = await makeProduct(...made)
  const variant = variants[0]?.id ?? ''
  const visitor = shop()
  await visitor.post('/cart/lines', { variant, quantity: 2 })
  return { visitor, variant }
}

/** Fills the form as it is shown and sends it. */
async function order(visitor: ReturnType<typeof shop>, fields: Fields, path = '/checkout') {
  return visitor.submit(await visitor.get(path), ORDER_FORM, fields)
}

test('an empty cart has nothing to order', async () => {
  expect((await shop().get('/checkout')).at).toBe('/cart')
  expect((await shop().post('/en/checkout', BUYER)).at).toBe('/en/cart')
})

test('the form says what is ordered, for how much, and what the button means', async () => {
  const { visitor } = await atTheTill()
  const page = await visitor.get('/checkout')
  expect(page.status).toBe(200)
  expect(page.words('.final .total dd')).toBe('54,90 €')
  expect(page.words('.final .total dt')).toBe('Total à payer TVA comprise (9,15 €)')
  expect(page.words('.final button')).toBe('Commander avec obligation de paiement')
  expect(page.html.querySelector('[name=terms]')?.hasAttribute('checked')).toBe(false)
  expect(page.html.querySelector('.final a')?.getAttribute('href')).toBe('/pages/conditions')
  expect(page.all('.option b')).toEqual(['Colis', 'Retrait à l’atelier'])
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
  const en = await visitor.get('/en/checkout')
  expect(en.words('.final button')).toBe('Order with obligation to pay')
})

test.each(LANGS)('an empty form is told what is missing at each field (%s)', async (lang) => {
  const { visitor } = await atTheTill()
  const page = await order(visitor, {}, `${PATHS[lang]}/checkout`)
  expect(page.status).toBe(422)
  const wrong = page.html.querySelectorAll('[aria-invalid]').map((f) => f.getAttribute('name'))
  const missing = ['email', 'first_name', 'last_name', 'line1', 'postal_code', 'city', 'terms']
  expect(wrong).toEqual(missing)
  const links = page.html.querySelectorAll('.problems a').map((a) => a.getAttribute('href'))
  expect(links).toEqual(missing.map((name) => `#${name}`))
  for (const name of missing) {
    const field = page.html.querySelector(`[name=${name}]`)
    expect(field?.getAttribute('aria-describedby')).toContain(`${name}-problem`)
    expect(page.words(`#${name}-problem`)).not.toBe('')
  }
  expect(page.words('[role=alert] b')).toBe(
    { fr: '7 points sont à revoir', en: '7 points to review' }[lang],
  )
})

test('what was typed stays, whatever was wrong with the rest', async () => {
  const { visitor } = await atTheTill()
  const page = await order(visitor, {
    ...BUYER,
    postal_code: '2920',
    note: 'Deux lignes\n<b>ici</b>',
    delivery: 'retrait',
  })
  // The total of the page was that of the parcel.
  expect(page.status).toBe(409)
  const parcel = await order(visitor, { ...BUYER, postal_code: '2920', note: '<b>ici</b>' })
  expect(parcel.status).toBe(422)
  expect(parcel.words('#postal_code-problem')).toBe(
    'Il manque un chiffre : un code postal en compte cinq.',
  )
  expect(parcel.html.querySelector('[name=first_name]')?.getAttribute('value')).toBe('Anne')
  expect(parcel.html.querySelector('[name=postal_code]')?.getAttribute('value')).toBe('2920')
  expect(parcel.html.querySelector('[name=terms]')?.hasAttribute('checked')).toBe(true)
  expect(parcel.text).toContain('&lt;b&gt;ici&lt;/b&gt;')
})

test.each(['\r\nBcc: all@example.com', '\u0000', '\u202e'])(
  'a name may not hold %j',
  async (mark) => {
    const { visitor } = await atTheTill()
    const page = await order(visitor, { ...BUYER, first_name: `Anne${mark}x` })
    expect(page.status).toBe(422)
    expect(page.words('#first_name-problem')).toContain('caractère invisible')
  },
)

test('the country is chosen without a script: its ways and its total follow', async () => {
  const { visitor } = await atTheTill()
  const page = await order(visitor, { email: 'moi', country: 'BE', step: 'update' })
  expect(page.status).toBe(200)
  expect(page.html.querySelector('[aria-invalid]')).toBeNull()
  expect(page.html.querySelector('[name=email]')?.getAttribute('value')).toBe('moi')
  expect(page.html.querySelectorAll('[name=delivery]').map((o) => o.getAttribute('value'))).toEqual(
    ['retrait', 'europe'],
  )
  const there = await visitor.submit(page, ORDER_FORM, { delivery: 'europe', step: 'update' })
  expect(there.words('.final .total dd')).toBe('54,90 €')
})

test.each(['FR', 'XX', '<b>'])('a delivery that does not go to %s is refused', async (country) => {
  const { visitor } = await atTheTill()
  const page = await order(visitor, { ...BUYER, country, delivery: 'europe' })
  expect([409, 422]).toContain(page.status)
  expect(page.words('#delivery-problem')).toContain('Choisissez une livraison')
})

test.each(['', '1', 'abc', '5490.0'])('a total of "%s" is not the one shown', async (total) => {
  const { visitor } = await atTheTill()
  const page = await order(visitor, { ...BUYER, total })
  expect(page.status).toBe(409)
  expect(page.words('[role=alert]')).toContain('Le total a changé : il est maintenant de 54,90 €')
  expect(page.html.querySelector('[name=total]')?.getAttribute('value')).toBe('5490')
  expect(page.html.querySelector('[name=city]')?.getAttribute('value')).toBe('Brest')
})

test('when there is less than was ordered, the new total is shown before anything is placed', async () => {
  const { visitor, variant } = await atTheTill({}, { stock: 2 })
  const form = await visitor.get('/checkout')
  await place([{ variantId: variant, quantity: 1 }])
  const page = await visitor.submit(form, ORDER_FORM, BUYER)
  expect(page.status).toBe(409)
  expect(page.words('[role=status]')).toContain('Il n’en reste que 1')
  const next = await visitor.submit(page, ORDER_FORM)
  expect(next.at).toContain('/c/pay/')
})

test('when nothing is left, the cart says so, and why', async () => {
  const { visitor, variant } = await atTheTill({}, { stock: 2 })
  const form = await visitor.get('/checkout')
  await place([{ variantId: variant, quantity: 2 }])
  const page = await visitor.submit(form, ORDER_FORM, BUYER)
  expect(page.status).toBe(409)
  expect(page.words('h1')).toBe('Votre panier est vide.')
  expect(page.words('[role=status]')).toContain('Vendue entre-temps')
})

test('a complete form leads to the payment page', async () => {
  const { visitor } = await atTheTill()
  const page = await order(visitor, BUYER)
  expect(page.at).toContain('/c/pay/cs_')
})

test('who comes back from the payment page finds the form as it was, but for the terms', async () => {
  const { visitor } = await atTheTill()
  await order(visitor, { ...BUYER, note: 'Pour ma mère', delivery: 'colis' })
  const page = await visitor.get('/checkout')
  const shown = (name: string) =>
    page.html.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? null
  expect(['email', 'first_name', 'line1', 'postal_code'].map(shown)).toEqual([
    BUYER.email,
    BUYER.first_name,
    BUYER.line1,
    BUYER.postal_code,
  ])
  expect(page.words('[name="note"]')).toBe('Pour ma mère')
  expect(page.html.querySelector('[name="terms"]')?.hasAttribute('checked')).toBe(false)
  const again = await visitor.submit(page, ORDER_FORM, { terms: 'yes' })
  expect(again.at).toContain('/c/pay/cs_')
})

test('who fetches the pieces needs no address', async () => {
  const { visitor } = await atTheTill()
  const form = await order(visitor, { delivery: 'retrait', step: 'update' })
  const page = await visitor.submit(form, ORDER_FORM, {
    email: BUYER.email,
    first_name: 'Anne',
    last_name: 'Le Goff',
    terms: 'yes',
  })
  expect(page.at).toContain('/c/pay/cs_')
})

test('a file needs a name, an e-mail and a wish to have it at once', async () => {
  const download = { filename: 'guide.pdf', file: 'guide.pdf', max_downloads: 2 }
  const { visitor } = await atTheTill({ kind: 'digital', download }, { stock: null, weight_g: 0 })
  const form = await visitor.get('/checkout')
  expect(form.html.querySelector('[name=line1], [name=delivery]')).toBeNull()
  const anne = { email: BUYER.email, first_name: 'Anne', last_name: 'Le Goff', terms: 'yes' }
  const page = await visitor.submit(form, ORDER_FORM, anne)
  expect([page.status, page.words('.problems')]).toEqual([422, page.words('#digital-problem')])
  expect((await visitor.submit(page, ORDER_FORM, { digital: 'yes' })).at).toContain('/c/pay/cs_')
})

test('when Stripe is out of reach, everything is kept and nothing is charged', async () => {
  const { visitor } = await atTheTill()
  const email = `${newId('down').replace('_', '.')}@example.com`
  await stripe.trouble({ about: email, kind: '500', times: 4 })
  const page = await order(visitor, { ...BUYER, email })
  expect(page.status).toBe(502)
  expect(page.words('[role=alert]')).toContain('Rien n’a été débité')
  expect(page.html.querySelector('[name=email]')?.getAttribute('value')).toBe(email)
  expect((await visitor.get('/cart')).html.querySelectorAll('.line')).toHaveLength(1)
})

test('what is too heavy for any parcel can still be fetched', async () => {
  const { visitor } = await atTheTill({}, { weight_g: 20_000 })
  const page = await visitor.get('/checkout')
  expect(page.all('.option b')).toEqual(['Retrait à l’atelier'])
  expect(page.html.querySelector('.land')).not.toBeNull()
})

test('a shop without VAT says why instead of how much', async () => {
  const { visitor } = await atTheTill()
  const db = openDb(env.DB)
  const tax = { regime: 'exempt', country: 'FR', mention: { fr: 'TVA non applicable, 293 B' } }
  await writeSetting(db, 'tax', tax)
  expect((await visitor.get('/checkout')).words('.final .total dt')).toBe(
    'Total à payer TVA non applicable, 293 B',
  )
  expect((await visitor.get('/cart')).words('.sum .total dt')).toContain('293 B')
  await writeSetting(db, 'tax', { regime: 'domestic', country: 'FR', mention: {} })
})
