import { formatDay, localTime } from '#lib/dates.ts'
import { fill, type Lang, type Phrase } from '#lib/i18n.ts'
import { formatMoney } from '#lib/money.ts'
import type { DocumentRow } from './queries.ts'
import { type Body, type BodyLine, ratesOf } from './rules.ts'
import { METHODS, WHY, words } from './words.ts'

/** A document as people read it, on a page or on paper: every word of it, nothing left to decide but where it stands. */
export type Sheet = {
  lang: Lang
  shop: string
  kind: string
  number: string
  /** The shop, and who runs it, with all that the law wants said of a seller. */
  seller: Block
  buyer: Block
  facts: [label: string, value: string][]
  columns: string[]
  lines: SheetLine[]
  /** The VAT by rate, its first row the heads; nothing for a shop that charges none. */
  rates: string[][]
  totals: [label: string, value: string][]
  total: [label: string, value: string]
  /** What is said below: of the VAT, and how it was paid. */
  notes: string[]
}

type Block = { label: string; name: string; lines: string[] }

/** A line: its name, what is said below it, and a cell for each column after the first. */
export type SheetLine = { title: string; details: string[]; cells: string[] }

type Written = Pick<
  DocumentRow,
  'kind' | 'number' | 'at' | 'currency' | 'amount' | 'vat' | 'shares' | 'body'
>

/** Writes a document out. `order` is the order's number, `timeZone` where the shop keeps its calendar. */
export function sheetOf(row: Written, order: number | null, timeZone: string): Sheet {
  const { kind, number, at, currency, amount, vat, shares, body } = row
  const { lang } = body
  const say = speakerOf(lang)
  const money = (value: number) => formatMoney(value, currency, lang)
  const day = (moment: number) =>
    formatDay(localTime(moment, timeZone).day, lang, { weekday: false, year: true })
  return {
    lang,
    shop: body.shop,
    kind: say(kind === 'invoice' ? words.invoice : words.creditNote),
    number,
    seller: sellerOf(body),
    buyer: { label: say(words.buyer), ...body.buyer },
    facts: factsOf(row, order, day),
    columns: columnsOf(body),
    lines: body.lines.map((line) => lineOf(line, body, money)),
    rates: body.untaxed
      ? []
      : [
          [words.rate, words.net, words.vat, words.gross].map((head) => say(head)),
          ...ratesOf(shares).map(({ basisPoints, net, vat, gross }) => [
            rate(basisPoints, lang),
            ...[net, vat, gross].map(money),
          ]),
        ],
    totals: body.untaxed
      ? []
      : [
          [say(words.totalNet), money(amount - vat)],
          [say(words.vat), money(vat)],
        ],
    total: [say(body.untaxed ? words.total : words.totalGross), money(amount)],
    notes: [...body.mentions, paidOf(row, day(at))].filter(Boolean),
  }
}

function speakerOf(lang: Lang) {
  return (phrase: Phrase, values?: Record<string, string | number>) => fill(phrase[lang], values)
}

function sellerOf({ lang, seller }: Body): Block {
  const say = speakerOf(lang)
  const { name, lines, siren, register, vatNumber, email, phone } = seller
  return {
    label: say(words.seller),
    name,
    lines: [
      ...lines,
      siren && say(words.siren, { number: siren }),
      register,
      vatNumber && say(words.vatNumber, { number: vatNumber }),
      email,
      phone,
    ].filter(Boolean),
  }
}

function factsOf(
  { kind, at, body }: Written,
  order: number | null,
  day: (moment: number) => string,
): [string, string][] {
  const say = speakerOf(body.lang)
  const why = WHY[body.reason]
  const rows: [Phrase, string][] = [
    [words.date, day(at)],
    [words.soldOn, day(body.soldAt)],
    [words.order, String(order ?? '')],
    [kind === 'invoice' ? words.undoes : words.corrects, body.corrects ?? ''],
    [words.why, kind === 'credit_note' && why ? say(why) : ''],
  ]
  return rows.flatMap(([label, value]) => (value ? [[say(label), value]] : []))
}

function columnsOf({ lang, untaxed }: Body): string[] {
  const { piece, quantity, unit, unitNet, unitGross, rate: vat, amount, amountGross } = words
  const heads = untaxed
    ? [piece, quantity, unit, amount]
    : [piece, quantity, unitNet, unitGross, vat, amountGross]
  return heads.map((head) => head[lang])
}

function lineOf(line: BodyLine, { lang, untaxed }: Body, money: (value: number) => string) {
  const say = speakerOf(lang)
  const { title, details, sku, quantity, unitPrice, unitNet, discount, amount, rates } = line
  const net = unitNet === null ? '' : money(unitNet)
  const charged = rates.map((basisPoints) => rate(basisPoints, lang)).join(', ')
  return {
    title,
    details: [
      details,
      sku && say(words.reference, { sku }),
      discount === 0 ? '' : say(words.discount, { amount: money(0 - discount) }),
    ].filter(Boolean),
    cells: [
      String(quantity),
      ...(untaxed ? [money(unitPrice)] : [net, money(unitPrice), charged]),
      money(amount),
    ],
  }
}

function paidOf({ kind, amount, body }: Written, day: string): string {
  const say = speakerOf(body.lang)
  const method = METHODS[body.method]
  // What undoes a credit note takes no money: it had been paid.
  if (kind === 'invoice' && body.corrects) return ''
  if (amount === 0 || !method) return say(words.nothing)
  return say(kind === 'invoice' ? words.paidOn : words.repaidOn, { day, method: say(method) })
}

/** "20 %", "5,5 %". */
function rate(basisPoints: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(basisPoints / 10_000)
}
