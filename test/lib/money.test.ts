import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decimals,
  formatMoney,
  isCurrency,
  minorUnits,
  parseMoney,
  split,
  vatInside,
} from '#lib/money.ts'

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })

test('a split loses nothing and gives each share its part, to the cent', () => {
  fc.assert(
    fc.property(amount, weights, (whole, parts) => {
      const shares = split(whole, parts)
      expect(sum(shares)).toBe(whole)
      expect(shares).toHaveLength(parts.length)
      const weight = sum(parts)
      for (const [i, share] of shares.entries()) {
        const exact = weight === 0 ? (i === 0 ? whole : 0) : (whole * (parts[i] ?? 0)) / weight
        expect(Math.abs(share - exact)).toBeLessThan(1)
      }
    }),
    { numRuns: 2000 },
  )
})

test('the largest fraction takes the cent that is left, the first one when they are equal', () => {
  expect(split(1000, [1, 1, 1])).toEqual([334, 333, 333])
  expect(split(100, [1, 2])).toEqual([33, 67])
  expect(split(5, [0, 0])).toEqual([5, 0])
  expect(split(-10, [1, 1, 1])).toEqual([-3, -3, -4])
  expect(split(10, [])).toEqual([])
})

test('VAT inside a price is exact and rounded half up', () => {
  const rates = fc.constantFrom(0, 550, 1000, 2000, 2550)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), rates, (gross, rate) => {
      const over = BigInt(10_000 + rate)
      const exact = (2n * BigInt(gross) * BigInt(rate) + over) / (2n * over)
      expect(vatInside(gross, rate)).toBe(Number(exact))
    }),
    { numRuns: 2000 },
  )
  expect(vatInside(12_000, 2000)).toBe(2000)
  expect(vatInside(3, 2000)).toBe(1)
})

test('amounts are written as French and English people read them', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  expect(plain(formatMoney(123_450, 'EUR', 'fr'))).toBe('1 234,50 €')
  expect(formatMoney(123_450, 'EUR', 'en')).toBe('€1,234.50')
  expect(plain(formatMoney(3400, 'EUR', 'fr', 'auto'))).toBe('34 €')
  expect(formatMoney(3450, 'EUR', 'en', 'auto')).toBe('€34.50')
  expect(formatMoney(500, 'JPY', 'en')).toBe('JP¥500')
  expect(plain(formatMoney(5124, 'KWD', 'en'))).toBe('KWD 5.124')
})

test.each([
  ['500', 'JPY', 500],
  ['2.675', 'USD', 268],
  ['2.674', 'USD', 267],
  ['5.124', 'KWD', 5130],
  ['5.12', 'KWD', 5120],
  ['107.9', 'EUR', 10_790],
  ['0.295', 'EUR', 30],
  ['499.5', 'JPY', 500],
])('P14: %s %s is %i of its smallest units', (exact, currency, amount) => {
  expect(minorUnits(exact, currency)).toBe(amount)
})

test('P14: what is typed has no more decimals than its currency', () => {
  expect(parseMoney('2.675', 'USD')).toBeNull()
  expect(parseMoney('500', 'JPY')).toBe(500)
  expect(parseMoney('5.5', 'JPY')).toBeNull()
  expect(parseMoney('5,124', 'KWD')).toBe(5130)
  expect(['EUR', 'JPY', 'eur', 'XXX', 'toString'].filter(isCurrency)).toEqual(['EUR', 'JPY'])
})

test('a currency that the shop does not know is refused, not guessed', () => {
  expect(() => decimals('XXX')).toThrow('Unknown currency: XXX')
})

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
