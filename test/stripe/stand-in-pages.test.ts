import { parse } from 'node-html-parser'
import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { bowls, line, stage } from './stage.ts'

const CARD = { method: 'card', number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123' }
const PAYER = { name: 'Ada', email: 'ada@example.com' }

async function openPage(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const scene = await stage()
  const { id, url } = await scene.stripe.checkout.sessions.create(bowls({ locale: 'fr', ...more }))
  return { ...scene, id, url: url ?? '' }
}

function post(url: string, fields: { [name: string]: string }): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

test('the page says what it is, shows the order, and lets one leave', async () => {
  const { url } = await openPage({ line_items: [line('Bol <b>bleu</b>', 1400, 2)] })
  const page = parse(await (await fetch(url)).text())
  expect(page.querySelector('html')?.getAttribute('lang')).toBe('fr')
  expect(page.querySelectorAll('h1')).toHaveLength(1)
  expect(page.text).toContain('Ceci n’est pas Stripe')
  expect(page.querySelector('tbody')?.innerHTML).toContain('Bol &lt;b&gt;bleu')
  expect(page.querySelector('tfoot')?.text.replace(/\s/g, ' ')).toContain('28,00 €')
  expect(page.querySelector('a.leave')?.getAttribute('href')).toBe('http://localhost:8787/panier')
  const inputs = page.querySelectorAll('input:not([type=hidden])').map(({ id }) => id)
  const labels = page.querySelectorAll('label').map((label) => label.getAttribute('for'))
  expect(labels).toEqual(inputs)
})

test('the page speaks the language of the session', async () => {
  const { url } = await openPage({ locale: 'en' })
  expect(await (await fetch(url)).text()).toContain('This is not Stripe')
})

test('a good card pays and leads back to the shop, which has heard of it', async () => {
  const { url, id, heard } = await openPage()
  const answer = await post(url, { ...CARD, ...PAYER })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`http://localhost:8787/merci/${id}`)
  expect(heard.at(-1)?.event.data.object).toMatchObject({
    payment_status: 'paid',
    customer_details: { name: 'Ada', email: 'ada@example.com' },
  })
  expect((await post(url, { ...CARD, ...PAYER })).status).toBe(303)
  expect(heard).toHaveLength(3)
  expect(await (await fetch(url)).text()).toContain('Ce paiement est terminé')
})

test('two clicks at once pay once', async () => {
  const { url, heard } = await openPage({ customer_email: 'ada@example.com' })
  const form = { ...CARD, name: 'Ada' }
  const answers = await Promise.all([post(url, form), post(url, form)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(heard).toHaveLength(3)
})

test('a declined card says so at its field and keeps the session open', async () => {
  const { url, id, stripe } = await openPage()
  const answer = await post(url, { ...CARD, ...PAYER, number: '4000000000000002' })
  expect(answer.status).toBe(422)
  const page = parse(await answer.text())
  const input = page.querySelector('#card-number')
  expect(input?.getAttribute('aria-describedby')).toBe('card-number-wrong')
  expect(page.querySelector('#card-number-wrong')?.text).toContain('refusée')
  expect(page.querySelector('#card-name')?.getAttribute('value')).toBe('Ada')
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open')
})

test.for([
  ['another number', { number: '4111111111111111' }, 'numéro de carte est incorrect'],
  ['a past date', { expiry: '01/20' }, 'expiration est incorrecte'],
  ['a short code', { cvc: '1' }, 'trois ou quatre chiffres'],
  ['no name', { name: '' }, 'Indiquez un nom'],
  ['no address', { email: 'ada' }, 'Indiquez une adresse'],
  ['another IBAN', { method: 'iban', iban: 'FR7630006000011234567890189' }, 'Cet IBAN'],
] as const)('%s is refused at its field', async ([, wrong, message]) => {
  const { url, control } = await openPage()
  const answer = await post(url, { ...CARD, ...PAYER, ...wrong })
  expect(answer.status).toBe(422)
  expect(parse(await answer.text()).querySelector('.wrong')?.text).toContain(message)
  expect(control.events()).toEqual([])
})

test('a card that must be authenticated asks the bank, which says yes or no', async () => {
  const { url, id, stripe, heard } = await openPage()
  const form = { ...CARD, ...PAYER, number: '4000 0025 0000 3155' }
  expect((await post(url, form)).headers.get('location')).toBe(`/c/pay/${id}/authentication`)
  const bank = await (await fetch(`${url}/authentication`)).text()
  expect(parse(bank).querySelectorAll('button')).toHaveLength(2)
  const no = await post(`${url}/authentication`, { outcome: 'fail' })
  expect(await no.text()).toContain('authentification a échoué')
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open')
  await post(url, form)
  const yes = await post(`${url}/authentication`, { outcome: 'succeed' })
  expect(yes.headers.get('location')).toBe(`http://localhost:8787/merci/${id}`)
  expect(heard.map(({ event }) => event.type)).toEqual([
    'payment_intent.payment_failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ])
})

test('an IBAN leads back to the shop while the bank thinks', async () => {
  const { url, heard } = await openPage()
  const iban = 'DE89 3704 0044 0532 0130 00'
  expect((await post(url, { method: 'iban', iban, ...PAYER })).status).toBe(303)
  expect(heard.at(-1)?.event.data.object).toMatchObject({
    status: 'complete',
    payment_status: 'unpaid',
  })
})

test('an expired session and an unknown one have a page that says so', async () => {
  const { url, id, control, standIn } = await openPage()
  await control.expire(id)
  expect(await (await fetch(url)).text()).toContain('Ce paiement a expiré')
  expect(await (await post(url, { ...CARD, ...PAYER })).text()).toContain('a expiré')
  expect((await fetch(`${standIn.url}/c/pay/cs_test_none`)).status).toBe(404)
  expect((await fetch(`${standIn.url}/c/pay/constructor`)).status).toBe(404)
})

test('the front page shows the test numbers and what has happened', async () => {
  const { id, control, standIn } = await openPage({ client_reference_id: 'commande-7' })
  await control.pay(id)
  const page = await (await fetch(standIn.url, { headers: { 'accept-language': 'fr' } })).text()
  for (const text of ['4242 4242 4242 4242', 'commande-7', 'checkout.session.completed']) {
    expect(page).toContain(text)
  }
})
