import { beforeAll, expect, test } from 'vitest'
import { readSealed } from '#features/journal/chain-rules.ts'
import { walkChain } from '#features/journal/walk-chain.ts'
import { compose } from '#features/mail/compose.ts'
import { outbox } from '#features/mail/table.ts'
import { allSettings, readSettings, writeSetting } from '#features/settings/queries.ts'
import { paidOrder } from '../orders/desk.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import type { Page } from '../support/shopper.ts'
import { tools } from '../support/worker.ts'
import { closeAt, emptyJournal, unguarded, write } from './lines.ts'

const { db, env } = tools()

/** Words with plain spaces, as people read them. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** The rows of the tables of a page, cell by cell. */
const table = (page: Page, selector: string) =>
  page.html
    .querySelectorAll(selector)
    .map((row) => row.querySelectorAll('th, td').map((cell) => plain(cell.textContent.trim())))
    .map((cells) => cells.join(' '))

/** Two months of lines, the first of them closed; and one order that is really there. */
beforeAll(async () => {
  await paidOrder([1])
  await emptyJournal()
  await write(Date.parse('2026-10-30T08:00Z'), [12_000, -2000, 6000])
  await write(Date.parse('2026-11-01T08:00Z'), [24_000])
  await closeAt('2026-11-02T08:00Z')
  await write(Date.parse('2026-11-02T09:00Z'), [3000])
})

test('the book of receipts of a month lists what came and went, with its sums and means of payment', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const page = await desk.get('/admin/books?month=2026-10')
  expect(page.words('h1')).toBe('Livre des recettes')
  expect(table(page, '.book tbody tr')).toEqual([
    '30 octobre T000001 120,00 € 60,00 € 60,00 € En ligne',
    '30 octobre T000002 −20,00 € −10,00 € −10,00 € En ligne',
    '30 octobre T000003 60,00 € 30,00 € 30,00 € Espèces',
  ])
  expect(table(page, '.book tfoot tr')).toEqual([
    'Total, octobre 2026 160,00 € 80,00 € 80,00 € Tous',
  ])
  expect(page.all('dl dd').map(plain)).toEqual(['60,00 €', '100,00 €'])
  const empty = await desk.get('/admin/books?month=2025-01')
  expect(empty.words('.order-none')).toContain('Aucune recette en janvier 2025')
  const later = await desk.get('/admin/books?month=2026-10&after=2')
  expect(later.all('.book tbody tr')).toHaveLength(1)
})

test('the turnover adds up by month, quarter and year, and tells VAT by rate', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const rows = async (by: string) =>
    table(await desk.get(`/admin/books/turnover?year=2026&by=${by}`), '.book tr')
  expect(await rows('month')).toEqual([
    'Période Ventes Remboursements Recettes Marchandises Prestations TVA',
    'octobre 2026 180,00 € 20,00 € 160,00 € 80,00 € 80,00 € 13,34 €',
    'novembre 2026 270,00 € 0,00 € 270,00 € 135,00 € 135,00 € 22,50 €',
    'Total 2026 450,00 € 20,00 € 430,00 € 215,00 € 215,00 € 35,84 €',
    'Période Taux Base hors taxe TVA',
    'octobre 2026 20 % 66,66 € 13,34 €',
    'octobre 2026 0 % 80,00 € 0,00 €',
    'novembre 2026 20 % 112,50 € 22,50 €',
    'novembre 2026 0 % 135,00 € 0,00 €',
  ])
  expect((await rows('quarter'))[1]).toMatch(/^Trimestre 4, 2026 450,00 €/)
  expect((await rows('year'))[1]).toMatch(/^2026 450,00 €/)
  await writeSetting(db, 'tax', { regime: 'exempt', country: 'FR', mention: {} })
  const page = await desk.get('/admin/books/turnover?year=2026')
  expect(plain(page.words('.setting-text'))).toContain('Ventes de 2026 : 430 €. La franchise')
})

test('the books are files for a spreadsheet, amounts as numbers', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const receipts = await desk.get('/admin/books/receipts.csv?month=2026-10')
  expect(receipts.text.split('\r\n').slice(0, 3)).toEqual([
    'Date,Pièce,Commande,Montant,Marchandises,Prestations,TVA,Monnaie,Règlement',
    '2026-10-30,T000001,,120,60,60,10,EUR,En ligne',
    '2026-10-30,T000002,,-20,-10,-10,-1.66,EUR,En ligne',
  ])
  const turnover = await desk.get('/admin/books/turnover.csv?year=2026&by=quarter')
  expect(turnover.text.split('\r\n')[1]).toBe('2026-T4,450,20,430,215,215,35.84,35.84')
  const journal = await desk.get('/admin/journal/export.csv')
  expect(journal.headers.get('content-type')).toContain('text/csv')
  expect(journal.text.trim().split('\r\n')).toHaveLength(9)
})

test('the journal lists lines and closings by month, and only closings when asked', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const october = await desk.get('/admin/journal?month=2026-10')
  expect(october.all('.ledger li')).toHaveLength(3)
  const november = await desk.get('/admin/journal?month=2026-11&list=closings')
  expect(november.all('.ledger b').map(plain)).toEqual([
    'Clôture du 1er novembre 2026',
    'Clôture du mois : octobre 2026',
    'Clôture du 30 octobre 2026',
  ])
  const corrections = await desk.get('/admin/journal?month=2026-10&list=corrections')
  expect(corrections.words('.ledger')).toContain('Remboursement T000002')
  const before = await desk.get('/admin/journal?month=2026-10&before=2')
  expect(before.all('.ledger li')).toHaveLength(1)
  const wide = await desk.get('/admin/journal?month=nonsense&before=x&list=y')
  expect(wide.status).toBe(200)
})

test('L11: the exported journal is verified by anybody, without the shop', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const file = await desk.ask('/admin/journal/export.jsonl')
  const text = new TextDecoder().decode(await file.arrayBuffer())
  const lines = text.trim().split('\n').map(readSealed)
  async function* pages() {
    yield lines
  }
  expect(await walkChain(pages())).toMatchObject({ ok: true, lines: 8 })
})

test('L11: the owner verifies with the hash that the mail of a month brought, and is told what is wrong', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const [mail] = await db.select().from(outbox)
  const settings = readSettings(await allSettings(db))
  const letter = await compose({ db, env }, mail ?? expect.fail('no mail'), settings)
  expect(letter.subject).toBe(
    'Journal des ventes : octobre 2026 · Atelier Essai'.replace(' :', '\u00a0:'),
  )
  expect(plain(letter.text)).toContain('Recettes : 160,00 €')
  const [, kept = ''] = /Empreinte de la ligne 6\n(\w+\n\w+)/.exec(letter.text) ?? []
  expect(kept.length).toBe(65)
  const page = await desk.get('/admin/journal')
  const asked = (typed: string) => desk.submit(page, '.ledger-check', { kept: typed })
  expect((await asked('abc')).status).toBe(422)
  const found = await asked(kept.replace('\n', ' '))
  expect(found.words('.notice')).not.toContain('Cette empreinte')
  await unguarded('update journal_line set amount = amount + 1 where seq = 3')
  const wrong = await asked('')
  expect(wrong.words('.notice')).toContain('La ligne 3 (T000003) n’est plus telle')
  expect(wrong.words('.notice')).toContain('Les 2 lignes avant elle sont justes')
})

test('the journal and the books are the owner’s', async () => {
  const helper = await atDesk(await makeStaff('helper'))
  for (const path of ['/admin/books', '/admin/books/turnover', '/admin/journal']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await helper.get(path)).status).toBe(404)
  }
})
