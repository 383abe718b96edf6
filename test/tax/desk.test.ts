import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { writeSetting } from '#features/settings/queries.ts'
import { quote } from '#features/pricing/quote.ts'
import { taxRates } from '#features/tax/queries.ts'
import { addDays, localTime } from '#lib/dates.ts'
import { openDb } from '#platform/db.ts'
import { makeProduct, makeShop, shopDocument } from '../support/make.ts'
import { closeAt, emptyJournal, write } from '../journal/lines.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { tools } from '../support/worker.ts'

const FORM = 'form.sheet'
const ADD = '.add-rate form'
const db = () => openDb(env.DB)
const owner = async () => atDesk(await makeStaff('owner'))
const today = localTime(Date.now(), 'Europe/Paris').day

beforeAll(async () => {
  const [parcel] = shopDocument().delivery
  await makeShop({ delivery: parcel ? [{ ...parcel, countries: ['FR', 'DE', 'CH'] }] : [] })
})

test('a rate is added from a day on, and taken back as long as it has not started', async () => {
  const desk = await owner()
  const typed = { country: 'FR', class: 'standard', rate: '21,5', from: addDays(today, 40) }
  const added = await desk.submit(await desk.get('/admin/tax'), ADD, typed)
  expect(added.at).toBe('/admin/tax?done=added')
  expect(added.words('.rate-list')).toContain('21,5 %')
  const again = await desk.submit(added, ADD, typed)
  expect(again.status).toBe(422)
  expect(again.words('#from-problem')).toContain('Il y a déjà un taux')
  const past = await desk.submit(added, ADD, { ...typed, from: today })
  expect(past.words('#from-problem')).toContain('garde son taux')
  expect(past.html.querySelector('#rate')?.getAttribute('value')).toBe('21,5')
  const removed = await desk.submit(added, '.rate-list .ask-once form')
  expect(removed.words('.rate-list')).not.toContain('21,5')
  await desk.post('/admin/tax/rates/removal', {
    country: 'FR',
    class: 'standard',
    from: '2014-01-01',
  })
  expect(await taxRates(db())).toHaveLength(1)
})

test('taxed by destination, the buyer pays the same and the VAT inside is that of the country', async () => {
  const desk = await owner()
  const { variants } = await makeProduct()
  const cart = [{ variantId: variants[0]?.id ?? '', quantity: 1 }]
  const sums = async (country: string, delivery = 'colis') =>
    (await quote(tools(), cart, { cartId: 'x', country, delivery })).totals
  const french = await sums('DE')
  expect(french.vat).toBe(515)
  await desk.submit(await desk.get('/admin/tax'), FORM, { regime: 'destination' })
  expect(await taxRates(db())).toHaveLength(32)
  const [german, swiss, home] = await Promise.all([sums('DE'), sums('CH'), sums('FR')])
  expect([german.total, swiss.total, home.total]).toEqual([3090, 3090, 3090])
  expect([german.vat, swiss.vat, home.vat]).toEqual([493, 0, 515])
  const filled = await desk.submit(await desk.get('/admin/tax'), '#rates form')
  expect(filled.words('.notice')).toContain('Les taux normaux sont dans la liste')
  expect(await taxRates(db())).toHaveLength(32)
})

test.each([
  [10_000_00, 'Ventes de {year} : 10 000 €. La franchise s’arrête'],
  [70_000_00, 'Ventes de {year} : 70 000 €, plus de 80 % du seuil de 85 000 €'],
  [90_000_00, 'au-dessus du seuil de 85 000 €'],
  [95_000_00, 'au-dessus du seuil majoré de 93 500 €'],
  [62_000_00, 'fichiers) : 31 000 €, plus de 80 % du seuil de 37 500 €'],
])(
  'in the franchise, %i cents of sales this year, half of them services, say how near its end is',
  async (sold, said) => {
    const desk = await owner()
    await emptyJournal()
    const year = today.slice(0, 4)
    await write(Date.parse(`${Number(year) - 1}-12-31T12:00Z`), [99_000_00])
    await write(Date.parse(`${year}-01-01T12:00Z`), [sold + 500, -500])
    await closeAt(`${year}-01-03T12:00Z`)
    await writeSetting(db(), 'tax', { regime: 'exempt', country: 'FR', mention: {} })
    const page = (await desk.get('/admin/tax')).words('main').replace(/[\u00a0\u202f]/g, ' ')
    expect(page).toContain(said.replace('{year}', year))
  },
)
