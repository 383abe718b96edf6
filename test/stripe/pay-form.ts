import { testCard, testIban, type TestCard, type TestIban } from './test-numbers.ts'
import type { Payer } from './shapes.ts'
import type { Word } from './words.ts'

export type Typed = {
  method?: string
  email?: string
  number?: string
  expiry?: string
  cvc?: string
  name?: string
  iban?: string
}

export type Wrongs = { [Field in keyof Typed]?: Word }

export type Means =
  | { by: 'card'; card: TestCard; payer: Payer }
  | { by: 'iban'; iban: TestIban; payer: Payer }
  | { by: 'nothing' }

type Asked = { email: string | null; free: boolean; now: number }

/** A posted payment form → the means of payment, or what is wrong field by field. */
export function readPayForm(
  typed: Typed,
  asked: Asked,
): { ok: true; means: Means } | { ok: false; wrongs: Wrongs } {
  if (asked.free) return { ok: true, means: { by: 'nothing' } }
  const payer = {
    name: (typed.name ?? '').trim(),
    email: asked.email ?? (typed.email ?? '').trim(),
  }
  const card = testCard(typed.number ?? '')
  const iban = testIban(typed.iban ?? '')
  const wrongs: Wrongs = {}
  if (payer.name === '') wrongs.name = 'wrongName'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(payer.email)) wrongs.email = 'wrongEmail'
  if (typed.method === 'iban' && !iban) wrongs.iban = 'wrongIban'
  if (typed.method !== 'iban') {
    if (!card) wrongs.number = 'wrongNumber'
    if (!isToCome(typed.expiry ?? '', asked.now)) wrongs.expiry = 'wrongExpiry'
    if (!/^\s*\d{3,4}\s*$/.test(typed.cvc ?? '')) wrongs.cvc = 'wrongCvc'
  }
  if (Object.keys(wrongs).length > 0) return { ok: false, wrongs }
  if (typed.method === 'iban' && iban) return { ok: true, means: { by: 'iban', iban, payer } }
  if (card) return { ok: true, means: { by: 'card', card, payer } }
  return { ok: false, wrongs: { number: 'wrongNumber' } }
}

// A card is good until the last day of its month.
function isToCome(expiry: string, now: number): boolean {
  const [, month, year] = /^\s*(\d{1,2})\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(expiry) ?? []
  if (month === undefined || year === undefined) return false
  if (Number(month) < 1 || Number(month) > 12) return false
  return Date.UTC(2000 + Number(year), Number(month)) > now
}
