import type { Day } from '#lib/dates.ts'
import type { Settings } from '#features/settings/rules.ts'

export type Rate = { country: string; taxClass: string; from: Day; basisPoints: number }

/** The class of what has no rate of its own. */
const STANDARD = 'standard'

/**
 * The VAT rate of a class on a day, in hundredths of a percent. A shop under the franchise charges none. Throws when
 * the table has no rate at all: a shop that charges VAT without knowing how much must not sell.
 */
export function rateOn(
  rates: readonly Rate[],
  tax: Pick<Settings['tax'], 'regime' | 'country'>,
  taxClass: string,
  day: Day,
): number {
  if (tax.regime === 'exempt') return 0
  const rate =
    latest(rates, tax.country, taxClass, day) ?? latest(rates, tax.country, STANDARD, day)
  if (!rate) throw new Error(`No VAT rate for ${tax.country} ${taxClass} on ${day}`)
  return rate.basisPoints
}

function latest(rates: readonly Rate[], country: string, taxClass: string, day: Day) {
  return rates
    .filter((r) => r.country === country && r.taxClass === taxClass && r.from <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}
