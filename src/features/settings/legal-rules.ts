import type { Settings } from './rules.ts'

/** The facts of the legal notice, in its order. */
export const LEGAL_FACTS = [
  'owner',
  'siren',
  'register',
  'vatNumber',
  'director',
  'host',
  'mediator',
  'packagingId',
] as const satisfies (keyof Settings['legal'])[]

export type LegalFact = (typeof LEGAL_FACTS)[number]

/** Facts that every French shop must print, and this one does not yet. The VAT number is needed by who charges VAT. */
export function missingFacts({ legal, tax }: Pick<Settings, 'legal' | 'tax'>): LegalFact[] {
  const optional: LegalFact[] = [
    'register',
    ...(tax.regime === 'exempt' ? ['vatNumber' as const] : []),
  ]
  return LEGAL_FACTS.filter((fact) => legal[fact] === '' && !optional.includes(fact))
}

/** Whether nine digits are a SIREN: their Luhn sum is a multiple of ten. */
export function isSiren(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = digits.split('').reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Whether this can be a VAT number, written without spaces; the key of a French one is checked when it is of digits. */
export function isVatNumber(number: string): boolean {
  if (!number.startsWith('FR')) return /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number)
  const [, key = '', siren = ''] = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(number) ?? []
  if (!isSiren(siren)) return false
  return !/^\d\d$/.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97
}
