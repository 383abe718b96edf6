import type { Settings } from '#features/settings/rules.ts'
import { isInEu } from '#lib/countries.ts'
import type { Day } from '#lib/dates.ts'
import type { Phrase } from '#lib/i18n.ts'
import { STANDARD_RATES } from '#lib/vat-rates.ts'

export type Rate = { country: string; taxClass: string; from: Day; basisPoints: number }

/** Where something goes, and what it is. */
export type Destination = {
  /** Kind of the product: only what travels, or what is a file, is taxed where the buyer is. */
  kind: string
  country: string
  postalCode?: string | undefined
}

type Tax = Pick<Settings['tax'], 'regime' | 'country'>

/** The class of what has no rate of its own. */
export const STANDARD = 'standard'

/**
 * The VAT rate of a class on a day, in hundredths of a percent. A shop under the franchise charges none. Under
 * `destination` goods and files have the rate of the country they go to, and none when they leave the Union. A country
 * of the Union without rates of its own has its standard rate as the law gives it. Throws when there is no rate at all:
 * a shop that charges VAT without knowing how much must not sell.
 */
export function rateOn(
  rates: readonly Rate[],
  tax: Tax,
  taxClass: string,
  day: Day,
  to?: Destination,
): number {
  if (tax.regime === 'exempt') return 0
  const country = taxedIn(tax, to)
  if (country === null) return 0
  const rate =
    latest(rates, country, taxClass, day) ??
    latest(rates, country, STANDARD, day) ??
    latest(STANDARD_RATES, country, STANDARD, day)
  if (!rate) throw new Error(`No VAT rate for ${country} ${taxClass} on ${day}`)
  return rate.basisPoints
}

/** The country whose VAT something bears; null when it leaves the VAT territory of the Union. */
export function taxedIn(tax: Tax, to: Destination | undefined): string | null {
  if (tax.regime !== 'destination' || !to) return tax.country
  const goods = to.kind === 'physical' || to.kind === 'bundle'
  if (!goods && to.kind !== 'digital') return tax.country
  const territory = vatTerritory(to.country, to.postalCode, goods)
  return territory === null || territory === 'XI' || isInEu(territory) ? territory : null
}

/** Parts of members of the Union that are outside of its VAT territory, by postcode (directive 2006/112, art. 6). */
const OUTSIDE: Record<string, RegExp> = {
  DE: /^(27498|78266)$/,
  ES: /^(35|38|51|52)/,
  FI: /^22/,
  FR: /^9(7|8(?!0))/,
  GR: /^63086$/,
  IT: /^(23041|22061)$/,
}

/**
 * The country whose VAT law holds at an address, null outside of the Union's VAT territory. Monaco counts as France;
 * Northern Ireland is `XI`, inside the Union for goods only; overseas France, the Canaries, Ceuta, Melilla, Åland,
 * Mount Athos, Livigno, Campione, Helgoland and Büsingen are outside.
 */
export function vatTerritory(country: string, postalCode = '', goods = true): string | null {
  const code = postalCode.replace(/\s/g, '').toUpperCase()
  if (country === 'MC') return 'FR'
  if (country === 'GB' && goods && /^BT\d/.test(code)) return 'XI'
  if (!isInEu(country)) return null
  return OUTSIDE[country]?.test(code) ? null : country
}

export function latest<R extends Rate>(
  rates: readonly R[],
  country: string,
  taxClass: string,
  day: Day,
): R | undefined {
  return rates
    .filter((r) => r.country === country && r.taxClass === taxClass && r.from <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/**
 * Turnover of a year in minor units of euros from which the franchise ends: at the end of the year above the first, at
 * once above the second; everything together, and of it what is services. Since 1 January 2025 (CGI, art. 293 B).
 */
const FRANCHISE = {
  all: { yearEnd: 8_500_000, atOnce: 9_350_000 },
  services: { yearEnd: 3_750_000, atOnce: 4_125_000 },
} as const
/** Part of a threshold from which the shop says that it comes near. */
const NEAR = 0.8

export type Alarm = {
  of: keyof typeof FRANCHISE
  turnover: number
  threshold: number
  state: 'far' | 'near' | 'over' | 'at_once'
}

/** What a year came to, refunds taken off, by what the law counts apart. Minor units. */
export type Turnover = { goods: number; services: number }

/** How far a year's turnover is from the end of the franchise; services only where there are some. */
export function franchiseAlarms({ goods, services }: Turnover): Alarm[] {
  const all = franchiseAlarm('all', goods + services)
  return services > 0 ? [all, franchiseAlarm('services', services)] : [all]
}

function franchiseAlarm(of: Alarm['of'], turnover: number): Alarm {
  const { yearEnd, atOnce } = FRANCHISE[of]
  if (turnover > atOnce) return { of, turnover, threshold: atOnce, state: 'at_once' }
  if (turnover > yearEnd) return { of, turnover, threshold: yearEnd, state: 'over' }
  const state = turnover >= yearEnd * NEAR ? 'near' : 'far'
  return { of, turnover, threshold: yearEnd, state }
}

/** What a shop under the franchise says in the place of VAT (CGI, art. 293 B; accepted until 31 December 2027). */
export const EXEMPT_MENTION: Phrase = {
  fr: 'TVA non applicable, art. 293 B du CGI',
  en: 'VAT not applicable, article 293 B of the French tax code (CGI)',
}

/**
 * The first day that a new rate may start: what has been sold is never taxed anew, so after today where a rate is in
 * force; any day where there is none yet (null).
 */
export function firstDayFor(
  rates: readonly Rate[],
  { country, taxClass }: Pick<Rate, 'country' | 'taxClass'>,
  today: Day,
): Day | null {
  return latest(rates, country, taxClass, today) ? today : null
}
