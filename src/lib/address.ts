import type { Lang } from '#lib/i18n.ts'

export type Address = {
  line1: string
  line2: string
  postalCode: string
  city: string
  /** ISO 3166, two letters. */
  country: string
}

/** A country's name as people say it; its code when nobody knows it. */
export function countryName(code: string, lang: Lang): string {
  const known = /^[A-Z]{2}$/.test(code)
  return (known && new Intl.DisplayNames([lang], { type: 'region' }).of(code)) || code
}

/** An address as it is written on a parcel; the country is left out at home. */
export function addressLines(address: Address, lang: Lang, home: string): string[] {
  const { line1, line2, postalCode, city, country } = address
  const place = `${postalCode} ${city}`.trim()
  return [line1, line2, place, country === home ? '' : countryName(country, lang)].filter(Boolean)
}
