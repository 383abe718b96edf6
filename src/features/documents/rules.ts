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
 * delivery, taxed as what it carries. The shares add up to the order's total and its VAT to the cent.
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
    const before = grossOf(gone, share)
    const vat = vatUpTo(share, before + gross) - vatUpTo(share, before)
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

function grossOf(shares: readonly Share[], { basisPoints, nature }: Share): number {
  return sum(
    shares.flatMap((one) =>
      one.basisPoints === basisPoints && one.nature === nature ? [one.gross] : [],
    ),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

export type Party = { name: string; lines: string[]; country: string }

/** Everything that a document says beside its number, day and order; in the order's language, frozen. */
export type Body = {
  lang: Lang
  seller: Party & {
    siren: string
    register: string
    vatNumber: string
    email: string
    phone: string
  }
  buyer: Party
  /** Where it was sent, when that is not the buyer's own address. */
  sentTo: Party | null
  /** When it was sold: the order's day. */
  soldAt: number
  /** What is said in the place of VAT; empty where VAT is charged. */
  mention: string
  lines: BodyLine[]
  /** How it was paid, in the order's language. */
  method: string
  /** What a credit note, or what undoes one, corrects. */
  corrects: string | null
  reason: string
}

/** A line of a document. Unit price and amount with VAT inside; a credit note's are less than zero. */
export type BodyLine = {
  title: string
  details: string
  sku: string
  quantity: number
  unitPrice: number
  discount: number
  amount: number
  basisPoints: number | null
}
