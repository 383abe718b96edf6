import type { Lang } from '#lib/i18n.ts'
import { split } from '#lib/money.ts'

export type DocumentKind = 'invoice' | 'credit_note'

/** What a micro-entrepreneur declares apart (C. com. L123-28): deliveries of goods, and services. */
export type Nature = 'goods' | 'services'

/** A part of an amount that has one VAT rate and one nature. Minor units, VAT inside. */
export type Share = { basisPoints: number; nature: Nature; gross: number; vat: number }

type Line = { kind: string; total: number; discount: number; basisPoints: number; vat: number }

/** A seat and a file are services (CGI art. 256 IV); all that is carried, and a card that stands for it, are goods. */
export function natureOf(kind: string): Nature {
  return kind === 'service' || kind === 'digital' ? 'services' : 'goods'
}

type Piece = { basisPoints: number; nature: Nature; gross: number; vat: number }

/** Adds up parts by rate and nature, the highest rate first. */
export function addShares(pieces: readonly Piece[]): Share[] {
  const shares = new Map<string, Share>()
  for (const { basisPoints, nature, gross, vat } of pieces) {
    const key = `${nature} ${basisPoints}`
    const known = shares.get(key) ?? { basisPoints, nature, gross: 0, vat: 0 }
    shares.set(key, { ...known, gross: known.gross + gross, vat: known.vat + vat })
  }
  return [...shares.values()].toSorted(
    (a, b) => b.basisPoints - a.basisPoints || (a.nature < b.nature ? -1 : 1),
  )
}

/**
 * What an order comes to, by rate and nature: each line less its discount, with the VAT that it was sold with, and the
 * delivery, taxed as what it carries. VAT is rounded once a line (pricing/rules.ts `totals`) and never reckoned again from
 * a sum, so the shares add up to the order's total and its VAT to the cent; what is net is what VAT leaves.
 */
export function invoiceShares(
  lines: readonly Line[],
  delivery: readonly { basisPoints: number; gross: number; vat: number }[],
): Share[] {
  return addShares([
    ...lines.map(({ kind, total, discount, basisPoints, vat }) => ({
      basisPoints,
      nature: natureOf(kind),
      gross: total - discount,
      vat,
    })),
    ...delivery.map((part) => ({ ...part, nature: 'goods' as const })),
  ]).filter(({ gross }) => gross !== 0)
}

/** What a refund gives back: of which lines, of the delivery, and in all. Minor units. */
export type Given = {
  amount: number
  delivery: readonly { basisPoints: number; gross: number }[]
  lines: readonly { kind: string; basisPoints: number; amount: number }[]
}

/**
 * What a refund takes from what was sold, by rate and nature. Money that belongs to nothing in particular, or to a part
 * that has gone back already, is taken from what is left of all parts. The VAT of each part is reckoned from the sum of
 * what went back of it so far, rounded half up, so that all credit notes of an order together take exactly its VAT.
 * `sold` is the invoice; `gone` what earlier documents took (positive). Answers positive shares that add up to `amount`,
 * or to all that is left when that is less.
 */
export function creditShares(
  sold: readonly Share[],
  gone: readonly Share[],
  given: Given,
): Share[] {
  const wanted = addShares([
    ...given.lines.map(({ kind, basisPoints, amount }) => ({
      basisPoints,
      nature: natureOf(kind),
      gross: amount,
      vat: 0,
    })),
    ...given.delivery.map((part) => ({ ...part, nature: 'goods' as const, vat: 0 })),
  ])
  const left = sold.map((share) => share.gross - grossOf(gone, share))
  const direct = sold.map((share, i) => Math.min(grossOf(wanted, share), left[i] ?? 0))
  const rest = Math.min(given.amount, sum(left)) - sum(direct)
  const room = left.map((gross, i) => gross - (direct[i] ?? 0))
  const spread = rest > 0 ? split(rest, room) : sold.map(() => 0)
  return sold.flatMap((share, i) => {
    const gross = (direct[i] ?? 0) + (spread[i] ?? 0)
    if (gross === 0) return []
    // One that was undone took the VAT of its own place: what is gone is asked, not reckoned.
    const vat = Math.max(0, vatUpTo(share, grossOf(gone, share) + gross) - vatOf(gone, share))
    return [{ basisPoints: share.basisPoints, nature: share.nature, gross, vat }]
  })
}

/** The same shares the other way round. */
export function negated(shares: readonly Share[]): Share[] {
  return shares.map((share) => ({ ...share, gross: 0 - share.gross, vat: 0 - share.vat }))
}

/** What shares come to. */
export function sumShares(shares: readonly Share[]) {
  const of = (nature: Nature) =>
    sum(shares.flatMap((share) => (share.nature === nature ? [share.gross] : [])))
  const goods = of('goods')
  const services = of('services')
  return { amount: goods + services, goods, services, vat: sum(shares.map(({ vat }) => vat)) }
}

function vatUpTo({ gross, vat }: Share, part: number): number {
  return gross === 0 ? 0 : Math.floor((2 * vat * part + gross) / (2 * gross))
}

function grossOf(shares: readonly Share[], of: Share): number {
  return sum(alike(shares, of).map(({ gross }) => gross))
}

function vatOf(shares: readonly Share[], of: Share): number {
  return sum(alike(shares, of).map(({ vat }) => vat))
}

function alike(shares: readonly Share[], { basisPoints, nature }: Share): Share[] {
  return shares.filter((one) => one.basisPoints === basisPoints && one.nature === nature)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

export type Party = { name: string; lines: string[]; country: string }

/** Everything that a document says beside its number, day and order; in the order's language, frozen. */
export type Body = {
  lang: Lang
  /** The name above the shop's door. */
  shop: string
  seller: Party & {
    siren: string
    register: string
    vatNumber: string
    email: string
    phone: string
  }
  /** Who bought, where it was sent: an order has one address. Only a name for what was collected or is a file. */
  buyer: Party
  /** When it was sold: the order's day. */
  soldAt: number
  /** Whether VAT is no matter of the shop: then no rate, net amount or VAT is said, but why. */
  untaxed: boolean
  /** What the law wants said of the VAT: why there is none, or whose it is. */
  mentions: string[]
  lines: BodyLine[]
  /** How it was paid: `stripe`, `cash` …; empty where nothing was to pay. */
  method: string
  /** What a credit note, or what undoes one, corrects. */
  corrects: string | null
  /** Why money went back, as the refund keeps it. */
  reason: string
}

/**
 * A line of a document: `amount = unitPrice × quantity − discount`, with VAT inside; a credit note's are less than zero.
 */
export type BodyLine = {
  title: string
  details: string
  sku: string
  quantity: number
  unitPrice: number
  /** The unit price without its VAT, rounded; null for an amount of several rates that belongs to nothing in particular. */
  unitNet: number | null
  discount: number
  amount: number
  /** Its VAT rate; a delivery of pieces with several rates has them all. */
  rates: number[]
}

/** What is said of each VAT rate: what it was charged on, and how much it came to. The highest rate first. */
export function ratesOf(shares: readonly Share[]) {
  const rates = [...new Set(shares.map(({ basisPoints }) => basisPoints))]
  return rates.map((basisPoints) => {
    const own = shares.filter((share) => share.basisPoints === basisPoints)
    const gross = sum(own.map((share) => share.gross))
    const vat = sum(own.map((share) => share.vat))
    return { basisPoints, net: gross - vat, vat, gross }
  })
}

/**
 * The last year whose documents need not be kept any longer: accounts are kept for ten full years after theirs
 * (C. com. L123-22).
 */
export function lastYearToForget(now: number): number {
  return new Date(now).getUTCFullYear() - 11
}

/** Where the PDF of a document is kept. */
export function pdfKey({ number, id }: { number: string; id: string }): string {
  return `documents/${number}-${id}.pdf`
}

/** How addresses name a document. */
export const NUMBER = '[FA]\\d{4}-\\d{4,}'

/** A PDF is given to keep: a browser that shows it would ask its page for what the shop's pages may not load. */
export function pdfHeaders(number: string) {
  return {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${number}.pdf"`,
  }
}
