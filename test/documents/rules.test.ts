import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditLines, soldLines } from '#features/documents/body.ts'
import { layOut } from '#features/documents/lay-out.ts'
import {
  creditShares,
  invoiceShares,
  negated,
  type Share,
  sumShares,
} from '#features/documents/rules.ts'
import { deliveryShares } from '#features/pricing/rules.ts'
import { vatInside } from '#lib/money.ts'
import { PAPER } from '#lib/pdf.ts'
import { readFace, widthOfText } from '#lib/typeface.ts'
import { ROOT } from '../dev/wrangler.ts'

const RATES = [0, 550, 1000, 2000, 2550]
const KINDS = ['physical', 'digital', 'service', 'gift_card', 'bundle'] as const

const LINE = fc.record({
  kind: fc.constantFrom(...KINDS),
  unitPrice: fc.integer({ min: 1, max: 50_000 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  off: fc.nat(100),
  basisPoints: fc.constantFrom(...RATES),
})

const SALE = fc.record({
  lines: fc.array(LINE, { minLength: 1, maxLength: 5 }),
  delivery: fc.nat(3000),
})

function sold({ lines, delivery }: { lines: readonly Typed[]; delivery: number }) {
  const rows = lines.map(({ kind, unitPrice, quantity, off, basisPoints }) => {
    const total = unitPrice * quantity
    const discount = Math.floor((total * off) / 100)
    return { kind, total, discount, basisPoints, vat: vatInside(total - discount, basisPoints) }
  })
  const items = rows.map(({ kind, basisPoints }) => ({
    basisPoints,
    physical: kind === 'physical' || kind === 'bundle',
  }))
  const carried = deliveryShares(
    items,
    rows.map(({ total, discount }) => total - discount),
    delivery,
  )
  return { rows, carried, shares: invoiceShares(rows, carried) }
}

type Typed = {
  kind: (typeof KINDS)[number]
  unitPrice: number
  quantity: number
  off: number
  basisPoints: number
}
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('the shares of an invoice add up to what was paid and to its VAT, to the cent', () => {
  fc.assert(
    fc.property(SALE, (sale) => {
      const { rows, carried, shares } = sold(sale)
      const sums = sumShares(shares)
      expect(sums.amount).toBe(
        sum(rows.map(({ total, discount }) => total - discount)) +
          sum(carried.map((one) => one.gross)),
      )
      expect(sums.vat).toBe(sum(rows.map(({ vat }) => vat)) + sum(carried.map(({ vat }) => vat)))
    }),
  )
})

test('credit notes of an order, however it is given back, take exactly what was sold and its VAT', () => {
  fc.assert(
    fc.property(SALE, fc.array(fc.nat(20_000), { maxLength: 6 }), (sale, amounts) => {
      const { rows, carried, shares } = sold(sale)
      let gone: Share[] = []
      const whole = sumShares(shares).amount
      // Parts first, of a line or of nothing in particular; then all that is left.
      for (const [i, amount] of [...amounts, whole].entries()) {
        const row = rows[i]
        const left = whole - sumShares(gone).amount
        const asked = Math.min(amount, left)
        const part = row ? Math.min(asked, row.total - row.discount) : 0
        const delivery = i === 1 && carried.length > 0 ? Math.min(asked - part, 500) : 0
        const credit = creditShares(shares, gone, {
          amount: asked,
          delivery: carried
            .slice(0, 1)
            .map(({ basisPoints }) => ({ basisPoints, gross: delivery })),
          lines: row ? [{ kind: row.kind, basisPoints: row.basisPoints, amount: part }] : [],
        })
        expect(sumShares(credit).amount).toBe(asked)
        for (const { gross, vat } of credit) {
          expect(gross).toBeGreaterThan(0)
          expect(vat).toBeGreaterThanOrEqual(0)
          expect(vat).toBeLessThanOrEqual(gross)
        }
        gone = [...gone, ...credit]
      }
      expect(sumShares(gone)).toEqual(sumShares(shares))
    }),
  )
})

const BACK = fc.record({ amount: fc.nat(9000), undone: fc.option(fc.nat(7)) })

test('credit notes of which the bank sends some back take no more VAT than was sold, and in the end all of it', () => {
  fc.assert(
    fc.property(SALE, fc.array(BACK, { maxLength: 8 }), (sale, acts) => {
      const { shares } = sold(sale)
      const whole = sumShares(shares)
      const standing: Share[][] = []
      const gone: Share[] = []
      for (const { amount, undone } of [...acts, { amount: whole.amount, undone: null }]) {
        const [back = []] = undone === null ? [] : standing.splice(undone, 1)
        gone.push(...negated(back))
        const left = whole.amount - sumShares(gone).amount
        const asked = { amount: Math.min(amount, left), delivery: [], lines: [] }
        const credit = creditShares(shares, gone, asked)
        expect(credit.every(({ vat, gross }) => vat >= 0 && vat <= gross)).toBe(true)
        standing.push(credit)
        gone.push(...credit)
      }
      expect(sumShares(gone)).toEqual(whole)
    }),
  )
})

test('half of a mug at 20 % takes half of its VAT, and the rest takes the rest', () => {
  const shares: Share[] = [{ basisPoints: 2000, nature: 'goods', gross: 3401, vat: 567 }]
  const half = creditShares(shares, [], { amount: 1700, delivery: [], lines: [] })
  expect(half).toEqual([{ basisPoints: 2000, nature: 'goods', gross: 1700, vat: 283 }])
  const rest = creditShares(shares, half, { amount: 1701, delivery: [], lines: [] })
  expect(rest).toEqual([{ basisPoints: 2000, nature: 'goods', gross: 1701, vat: 284 }])
})

const ORDER = {
  id: 'ord_1',
  lang: 'fr' as const,
  currency: 'EUR',
  firstName: '',
  lastName: '',
  address: null,
  delivery: {
    code: 'colis',
    kind: 'parcel' as const,
    title: 'Colis',
    promise: '',
    from: '2026-11-24',
    to: '2026-11-26',
  },
  placedAt: 0,
}

test('the lines of a document add up to what was paid or given back, each by its price, units and discount', () => {
  fc.assert(
    fc.property(SALE, fc.nat(500), fc.nat(900), (sale, offDelivery, extra) => {
      const { rows, carried, shares } = sold(sale)
      const lines = rows.map((row, i) => ({
        ...row,
        id: `lin_${i}`,
        title: '',
        choice: '',
        sku: '',
        unitPrice: sale.lines[i]?.unitPrice ?? 0,
        quantity: sale.lines[i]?.quantity ?? 1,
      }))
      const deliveryTotal = sum(carried.map(({ gross }) => gross))
      const full = { amount: deliveryTotal + offDelivery, shares: carried }
      const order = { ...ORDER, deliveryTotal }
      const written = soldLines(order, lines, carried.length > 0 ? full : null)
      expect(sum(written.map(({ amount }) => amount))).toBe(sumShares(shares).amount)
      const units = lines.map(({ id, quantity, total, discount }) => {
        return { lineId: id, quantity, amount: total - discount }
      })
      const back = creditLines(order, lines, { units, delivery: carried, extra, shares })
      const given = sum(units.map(({ amount }) => amount)) + deliveryTotal + extra
      expect(sum(back.map(({ amount }) => amount))).toBe(0 - given)
      for (const { unitPrice, quantity, discount, amount, unitNet } of [...written, ...back]) {
        expect(amount).toBe(unitPrice * quantity - discount)
        if (unitNet !== null) expect(Math.abs(unitNet)).toBeLessThanOrEqual(Math.abs(unitPrice))
      }
    }),
  )
})

test('a long document turns its pages, each with its number, and nothing stands beyond the paper', async () => {
  const file = await readFile(join(ROOT, 'static/fonts/ysabeau-office-latin-400.ttf'))
  const faces = [readFace(Uint8Array.from(file))]
  const party = { label: 'Vendeur', name: 'x'.repeat(200), lines: ['Rue', 'mot '.repeat(80)] }
  const pages = layOut(faces, {
    lang: 'fr',
    shop: 'Atelier',
    kind: 'Facture',
    number: 'F2026-0001',
    seller: party,
    buyer: party,
    facts: [['Date', '22 novembre 2026']],
    columns: ['Pièce', 'Qté', 'P.U. HT', 'P.U. TTC', 'TVA', 'Montant TTC'],
    lines: Array.from({ length: 60 }, (_, i) => ({
      title: `Pièce ${i} ${'longue '.repeat(12)}`,
      details: ['Réf. 1'],
      cells: ['1', '99 999,99 €', '99 999,99 €', '20 %', '99 999,99 €'],
    })),
    rates: [],
    totals: [['Total HT', '1,00 €']],
    total: ['Total TTC', '1,20 €'],
    notes: ['Payée.'],
  })
  expect(pages.length).toBeGreaterThan(3)
  for (const [i, marks] of pages.entries()) {
    const texts = marks.flatMap((mark) => ('text' in mark ? [mark] : []))
    expect(texts.map(({ text }) => text)).toContain(`${i + 1} sur ${pages.length}`)
    for (const { text, x, y, size, align } of texts) {
      const width = widthOfText(faces, text, size)
      const left = align === 'right' ? x - width : x
      expect(left).toBeGreaterThan(40)
      expect(left + width).toBeLessThan(PAPER.width - 40)
      expect(y).toBeLessThan(PAPER.height - 40)
    }
  }
})
