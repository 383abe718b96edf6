import { expect, test } from 'vitest'
import { orderByToken } from '#features/orders/queries.ts'
import type { Lang } from '#lib/i18n.ts'
import { makeOffer } from '../promotions/make-offer.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { BUYER, orderNow } from '../support/orders.ts'
import { shop, tools } from '../support/worker.ts'
import { bothOf, openWorkshop, SELLER, sell, today } from './shop.ts'
import { giveBack } from './give-back.ts'

const SELLER_SAYS = [
  'Anne Riou, entrepreneur individuel',
  'Atelier Vague',
  '3 quai Neuf',
  '29680 Roscoff',
  '812 345 678',
  'RNE, chambre de métiers du Finistère',
  'bonjour@vague.example',
  '+33 2 98 00 00 00',
]
const BUYER_SAYS = ['Anne Le Goff', '12 rue du Port', '29200 Roscoff']

/** What each regime must say besides, and must not, of two pieces of 24 € and a parcel at 6,90 €. */
const REGIMES: {
  regime: 'exempt' | 'domestic' | 'destination'
  country: string
  lang: Lang
  says: string[]
  never: string[]
}[] = [
  {
    regime: 'exempt',
    country: 'FR',
    lang: 'fr',
    says: [
      'TVA non applicable, art. 293 B du CGI',
      'Prix unitaire',
      '24,00 €',
      '54,90 €',
      'France',
    ],
    never: ['HT', 'TTC', '20 %', 'FR32812345678'],
  },
  {
    regime: 'exempt',
    country: 'FR',
    lang: 'en',
    says: ['VAT not applicable, article 293 B', 'Unit price', '€24.00', '€54.90'],
    never: ['excl. VAT', 'FR32812345678'],
  },
  {
    regime: 'domestic',
    country: 'FR',
    lang: 'fr',
    says: [
      'N° TVA FR32812345678',
      'P.U. HT',
      '20,00 €',
      '24,00 €',
      '20 %',
      'Base HT',
      '45,75 €',
      '9,15 €',
      'Total TTC',
      '54,90 €',
    ],
    never: ['293 B', 'directive'],
  },
  {
    regime: 'domestic',
    country: 'FR',
    lang: 'en',
    says: ['VAT number FR32812345678', 'Unit excl. VAT', '€20.00', '20%', '€9.15', '€54.90'],
    never: ['293 B'],
  },
  {
    regime: 'destination',
    country: 'BE',
    lang: 'fr',
    says: [
      '21 %',
      'TVA du pays de destination (Belgique)',
      'guichet unique',
      '54,90 €',
      'Belgique',
    ],
    never: ['20 %', '293 B'],
  },
  {
    regime: 'destination',
    country: 'CH',
    lang: 'fr',
    says: ['0 %', 'Exonération de TVA : exportation', 'art. 146', 'Suisse'],
    never: ['20 %', 'guichet unique'],
  },
]

test.each(REGIMES)(
  'L9: an invoice says every mention, on its page and in its PDF ($regime, $country, $lang)',
  async ({ regime, country, lang, says, never }) => {
    await makeShop({ delivery: everywhere() })
    await openWorkshop({ regime })
    const { variants } = await makeProduct({}, { stock: 5 })
    const buyer = { ...BUYER, address: { ...(BUYER.address ?? NOWHERE), country } }
    const lines = [{ variantId: variants[0]?.id ?? '', quantity: 2 }]
    const { order, invoice, lines: sold } = await sell(lines, { lang, buyer })
    const { page, said, pdf, info } = await bothOf(order.token, invoice.number)
    const paid = lang === 'fr' ? 'Payée le' : 'Paid on'
    const all = [
      ...SELLER_SAYS,
      ...BUYER_SAYS,
      ...says,
      invoice.number,
      String(order.number),
      today(lang),
      sold[0]?.title ?? '',
      sold[0]?.sku ?? '',
      `${paid} ${today(lang)}`,
    ]
    for (const text of [said, pdf]) {
      expect(all.filter((word) => !text.includes(word))).toEqual([])
      expect(never.filter((word) => text.includes(word))).toEqual([])
      // What is for buyers who are businesses is not said to people.
      expect(text).not.toMatch(/pénalité|40 €|indemnité/i)
    }
    expect(info).toMatchObject({ Language: lang, Author: SELLER.legal.owner })
    expect(page.html.querySelector('html')?.getAttribute('lang')).toBe(lang)
    expect(invoice.amount).toBe(order.capturedTotal || order.total)
  },
)

test('L9: pieces of several rates are told apart, with the discount and a delivery of both', async () => {
  await makeShop({ rates: twoRates() })
  await openWorkshop({ regime: 'domestic' })
  const [mug, book] = await Promise.all([
    makeProduct({}, { price: 5000 }),
    makeProduct({ tax_class: 'book' }, { price: 2000 }),
  ])
  const lines = [mug, book].map(({ variants }) => ({
    variantId: variants[0]?.id ?? '',
    quantity: 1,
  }))
  const { order, invoice } = await sell(lines)
  const { said, pdf } = await bothOf(order.token, invoice.number)
  for (const text of [said, pdf]) {
    expect(text).toContain('20 %, 5,5 %')
    expect(text).toContain('41,67 €')
    expect(text).toContain('18,96 €')
  }
  expect(invoice.shares.map(({ basisPoints }) => basisPoints)).toEqual([2000, 550])
  expect(invoice.amount).toBe(order.total)
})

test('L9: an order with nothing to pay has its invoice, with the discount that made it so', async () => {
  await makeShop()
  await openWorkshop({ regime: 'domestic' })
  const offer = await makeOffer({ basisPoints: 10_000 })
  const { variants } = await makeProduct()
  const visitor = shop()
  const variant = variants[0]?.id ?? ''
  const cart = await visitor.post('/cart/lines', { variant, quantity: 1 })
  await visitor.submit(cart, 'form[action="/cart/code"]', { code: offer.code })
  const fields = { ...ANNE, delivery: 'retrait' }
  const form = await visitor.post('/checkout', { ...fields, step: 'update' })
  const { at } = await visitor.submit(form, ORDER_FORM, fields)
  const token = at.replace('/orders/', '')
  const [row] = await orderByToken(tools().db, token)
  const { documents } = await orderNow(row?.id ?? '')
  expect(documents).toMatchObject([{ amount: 0, vat: 0 }])
  const { said, pdf } = await bothOf(token, documents[0]?.number ?? '')
  for (const text of [said, pdf]) {
    expect(text).toContain('Remise −24,00 €')
    expect(text).toContain('Rien à payer.')
    expect(text).toContain('Retrait à l’atelier')
  }
})

test('L9: a credit note names the invoice that it corrects, and takes back at the price of the sale', async () => {
  await makeShop()
  await openWorkshop({ regime: 'exempt' })
  const { variants } = await makeProduct({}, { stock: 5 })
  const sold = await sell([{ variantId: variants[0]?.id ?? '', quantity: 2 }], { lang: 'en' })
  // By then the shop charges VAT: what was sold without it goes back without it.
  await openWorkshop({ regime: 'domestic' })
  const { documents, order } = await giveBack(sold, 1, 150)
  const note = documents[1]
  expect(note).toMatchObject({ kind: 'credit_note', amount: -2550, vat: 0 })
  const { said, pdf } = await bothOf(order.token, note?.number ?? '')
  for (const text of [said, pdf]) {
    expect(text).toContain(`Credit note ${note?.number}`)
    expect(text).toContain(`Corrects invoice ${sold.invoice.number}`)
    expect(text).toContain('Piece arrived damaged')
    expect(text).toContain('−€24.00')
    expect(text).toContain('−€1.50')
    expect(text).toContain('Repaid on')
    expect(text).toContain('293 B')
  }
})

const NOWHERE = { line1: '', line2: '', postalCode: '', city: '', country: '' }

/** One parcel service to wherever the tests send. */
function everywhere() {
  return [
    {
      code: 'colis',
      kind: 'parcel' as const,
      title: { fr: 'Colis', en: 'Parcel' },
      promise: { fr: '2 à 4 jours', en: '2 to 4 days' },
      countries: ['FR', 'BE', 'CH'],
      bands: [{ up_to_g: 10_000, price: 690 }],
      free_above: null,
      min_days: 2,
      max_days: 4,
    },
  ]
}

function twoRates() {
  const rate = { country: 'FR', from: '2014-01-01', source: 'CGI' }
  return [
    { ...rate, tax_class: 'standard', basis_points: 2000 },
    { ...rate, tax_class: 'book', basis_points: 550 },
  ]
}
