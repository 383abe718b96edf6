import type { Lang } from '#lib/i18n.ts'

/** Decimals of the currencies a shop may use (ISO 4217): an amount is an integer of the smallest unit. */
const DECIMALS: Record<string, number> = { EUR: 2, GBP: 2, USD: 2, CHF: 2, CAD: 2, JPY: 0, KWD: 3 }

/** How many decimals a currency has. Throws for one that the shop does not know: guessing would misprice by 100. */
export function decimals(currency: string): number {
  const known = DECIMALS[currency]
  if (known === undefined) throw new Error(`Unknown currency: ${currency}`)
  return known
}

/** An amount of a currency that may be none of the shop's, as the bank of a buyer names it. */
export function formatForeign(amount: number, currency: string, lang: Lang): string {
  return Object.hasOwn(DECIMALS, currency) ? formatMoney(amount, currency, lang) : currency
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * Writes an amount of minor units as people read it: "34 €", "€107.90".
 * `cents: 'auto'` leaves out the decimals when there are none, as cards do.
 */
export function formatMoney(
  amount: number,
  currency: string,
  lang: Lang,
  cents: 'always' | 'auto' = 'always',
): string {
  const places = decimals(currency)
  const value = amount / 10 ** places
  const digits = cents === 'auto' && Number.isInteger(value) ? 0 : places
  const key = `${lang} ${currency} ${digits}`
  const known = formats.get(key) ?? moneyFormat(lang, currency, digits)
  formats.set(key, known)
  return known.format(value).replace('-', '−')
}

function moneyFormat(lang: Lang, currency: string, digits: number): Intl.NumberFormat {
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB'
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** A rate as people read it: "20 %", "5.5%". It is in hundredths of a percent. */
export function formatRate(basisPoints: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(basisPoints / 10_000)
}

/** An amount as a spreadsheet reckons with it: 1234.5 for 123450 minor units. */
export function majorUnits(amount: number, currency: string): number {
  return amount / 10 ** decimals(currency)
}

/** The VAT inside a gross amount, rounded half up to the minor unit. The rate is in hundredths of a percent. */
export function vatInside(gross: number, basisPoints: number): number {
  if (basisPoints === 0) return 0
  return Math.floor((2 * gross * basisPoints + 10_000 + basisPoints) / (2 * (10_000 + basisPoints)))
}

/**
 * Splits an amount in proportion to weights without losing a unit: the remainders go to the largest fractions, first
 * come first served. With no weight at all the first share takes everything.
 */
export function split(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, i) => (i === 0 ? amount : 0))
  const exact = weights.map((weight) => (amount * weight) / whole)
  const shares = exact.map(Math.floor)
  const left = amount - shares.reduce((sum, share) => sum + share, 0)
  const order = exact
    .map((value, i) => ({ i, fraction: value - Math.floor(value) }))
    .toSorted((a, b) => b.fraction - a.fraction || a.i - b.i)
  for (const { i } of order.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}

/** Reads an amount as people type it, "28", "28,50 €", "1 234.5", into minor units; null when it is none. */
export function parseMoney(typed: string, currency: string): number | null {
  const plain = typed.replace(/[\s\u202f€$£]|EUR$/g, '').replace(',', '.')
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d*))?$/.exec(plain) ?? []
  if (whole === undefined || fraction.length > decimals(currency)) return null
  return minorUnits(`${whole}.${fraction}`, currency)
}

/**
 * An exact decimal amount, "2.675", in minor units, rounded half up. A currency with three decimals comes in tens,
 * rounded up, because Stripe takes no other.
 */
export function minorUnits(exact: string, currency: string): number {
  const places = decimals(currency)
  const [whole = '', fraction = ''] = exact.split('.')
  const kept = Number(whole + fraction.slice(0, places).padEnd(places, '0'))
  const amount = kept + (Number(fraction[places] ?? 0) >= 5 ? 1 : 0)
  return places === 3 ? Math.ceil(amount / 10) * 10 : amount
}

/** Whether the shop knows a currency, and so where its decimal point is. */
export function isCurrency(currency: string): boolean {
  return Object.hasOwn(DECIMALS, currency)
}

/** An amount of minor units as it stands in a field: "28,00" in French, "28.00" in English. */
export function typedMoney(
  amount: number | null | undefined,
  currency: string,
  lang: Lang,
): string {
  if (amount === null || amount === undefined) return ''
  const places = decimals(currency)
  const text = (amount / 10 ** places).toFixed(places)
  return lang === 'fr' ? text.replace('.', ',') : text
}
