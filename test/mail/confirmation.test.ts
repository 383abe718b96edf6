import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { drawConfirmation } from '#features/mail/mail/confirmation.tsx'
import { DEFAULTS } from '#features/settings/rules.ts'
import { facts } from './orders.ts'

const LINES = [
  { title: 'Mug Ressac', choice: 'Bleu marée', quantity: 2, total: 6800 },
  { title: 'Bol Houle', choice: 'Moyen', quantity: 1, total: 3200 },
]

const plain = (text: string) => text.replace(/\s+/g, ' ')

/** The words of both parts of a mail, spaces put together. */
function parts(mail: { html: string; text: string }): string[] {
  return [plain(parse(mail.html).textContent), plain(mail.text)]
}

test('both parts tell every line, the delivery, the total and the VAT, in the same order', async () => {
  const mail = await drawConfirmation(
    facts({ lines: LINES, order: { subtotal: 10_000, total: 10_790, vatTotal: 1798 } }),
  )
  const told = [
    'Merci, Anne.',
    'Votre commande 1042 est payée.',
    'entre le mercredi 25 et le vendredi 27 novembre',
    'Mug Ressac',
    'Bleu marée',
    '68,00 €',
    'Bol Houle',
    '32,00 €',
    'Livraison, Colis',
    '7,90 €',
    '107,90 €',
    'Anne Le Goff',
    '12 rue du Port',
    'Une question ?',
    'jusqu’au 11 décembre',
    'Garanties légales',
    '3 venelle du Port',
    'Formulaire de rétractation',
    'Conditions de vente, telles que vous les avez acceptées',
    'Les prix',
  ]
  expect(mail.subject).toBe('Commande 1042 confirmée · Atelier Éssai')
  for (const words of parts(mail)) {
    expect(words).toContain('dont TVA 17,98 €')
    let from = 0
    for (const phrase of told) {
      const at = words.indexOf(phrase, from)
      expect(at, `${phrase} after ${words.slice(from - 40, from)}`).toBeGreaterThanOrEqual(0)
      from = at
    }
  }
})

test('an English order is confirmed in English, and leads to its English page', async () => {
  const mail = await drawConfirmation(facts({ order: { lang: 'en' } }))
  const page = parse(mail.html)
  expect(mail.subject).toBe('Order 1042 confirmed · Atelier Éssai')
  expect(page.querySelector('html')?.getAttribute('lang')).toBe('en')
  for (const part of parts(mail)) {
    expect(part).toContain('between Wednesday 25 and Friday 27 November')
    expect(part).toContain('I/We (*) hereby give notice')
    expect(part).not.toMatch(/commande|livraison à/i)
  }
  expect(mail.text).toContain('https://shop.test/en/orders/jeton')
  expect(mail.html).toContain('href="https://shop.test/en/orders/jeton"')
})

test('whatever a buyer or a maker types comes out as words, never as HTML', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'&</td><script>alert(2)</script>'
  const { html, text } = await drawConfirmation(
    facts({
      order: { firstName: evil, lastName: evil, note: evil, email: 'a@b.fr' },
      lines: [{ title: evil, choice: evil }],
      shop: { name: evil, phone: evil },
      terms: `${evil}\n\n[x](javascript:alert(3))`,
      settings: { theme: { '--ink': '"onclick="alert(4)' } },
    }),
  )
  const page = parse(html)
  expect(page.querySelectorAll('script, [onerror], [onclick], [href^=javascript]')).toEqual([])
  expect(page.querySelectorAll('img')).toHaveLength(1)
  expect(page.textContent).toContain('<img src=x onerror=alert(1)>')
  expect(text).toContain(evil)
})

test('links in the terms that lead to the shop’s own pages work from a mail', async () => {
  const { html } = await drawConfirmation(facts())
  expect(html).toContain('href="https://shop.test/pages/livraison"')
})

test('a gift card’s code is in both parts; a file is not: it is fetched on the order’s page', async () => {
  const mail = await drawConfirmation(
    facts({
      order: { delivery: null, address: null, deliveryTotal: 0, subtotal: 6800, total: 6800 },
      lines: [
        { title: 'Carte', kind: 'gift_card', quantity: 1, total: 5000, imageHash: null },
        { title: 'Guide', kind: 'digital', quantity: 1, total: 1800 },
      ],
      cards: [
        {
          id: 'gft_1',
          code: 'K7M2-AAAA',
          lineId: 'lin_0',
          nth: 1,
          amount: 5000,
          balance: 5000,
          currency: 'EUR',
          expiresAt: Date.parse('2028-11-21T12:00:00Z'),
        },
      ],
    }),
  )
  for (const part of parts(mail)) {
    expect(part).toContain('Code K7M2-AAAA, 50,00 €, valable jusqu’au 21 novembre 2028')
    expect(part).toContain('Le fichier se télécharge sur la page de la commande.')
    expect(part).toContain('jusqu’au 5 décembre')
    expect(part).not.toContain('Vous l’aurez')
    expect(part).not.toContain('Livraison,')
  }
})

test('what is collected says from when and where', async () => {
  const delivery = {
    code: 'retrait',
    kind: 'pickup' as const,
    title: 'Retrait',
    promise: '',
    from: '2026-11-24',
    to: '2026-11-24',
  }
  const { text } = await drawConfirmation(facts({ order: { delivery, address: null } }))
  expect(text).toContain('Elle vous attendra à l’atelier à partir du mardi 24 novembre.')
  expect(text).toContain('À retirer\nAtelier Éssai\n3 venelle du Port\n29200 Brest')
})

test('a shop without VAT says why instead of an amount', async () => {
  const tax = {
    regime: 'exempt' as const,
    country: 'FR',
    mention: { fr: 'TVA non applicable, art. 293 B du CGI' },
  }
  const { text } = await drawConfirmation(
    facts({ order: { vatTotal: 0 }, settings: { tax, mail: DEFAULTS.mail } }),
  )
  expect(text).toContain('TVA non applicable, art. 293 B du CGI')
  expect(text).not.toContain('dont TVA')
})
