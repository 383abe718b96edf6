import type { ReceiptRow } from '#features/journal/queries.ts'
import { type Lang, say } from '#lib/i18n.ts'
import { formatRate, majorUnits } from '#lib/money.ts'
import { METHOD_WORDS, words } from '../desk-words.ts'
import { type Period, ratesOf } from '../turnover-rules.ts'

/** The heading of the exported book of receipts. */
export function receiptHeads(lang: Lang): string[] {
  const { date, document, order, amount, goods, services, vat, currency, payment } = words
  const heads = [date, document, order, amount, goods, services, vat, currency, payment]
  return heads.map((phrase) => say(phrase, lang))
}

/** Rows of the exported book of receipts, amounts with a point. */
export function receiptRows(rows: readonly ReceiptRow[], lang: Lang): (string | number)[][] {
  return rows.map(({ line, order }) => {
    const { day, number, method, goods, services, amount, vat, currency } = line
    const means = METHOD_WORDS[method]
    return [
      day,
      number,
      String(order ?? ''),
      ...[amount, goods, services, vat].map((sum) => majorUnits(sum, currency)),
      currency,
      means ? say(means, lang) : method,
    ]
  })
}

/** The exported turnover: a row a period, the VAT of each rate in a column of its own. */
export function turnoverRows(
  periods: readonly Period[],
  currency: string,
  lang: Lang,
): (string | number)[][] {
  const money = (amount: number) => majorUnits(amount, currency)
  const all = periods.flatMap(({ tally }) => ratesOf(tally).map(({ basisPoints }) => basisPoints))
  const rates = [...new Set(all)].filter((rate) => rate > 0).toSorted((a, b) => b - a)
  const { period, sold, refunded, net, goods, services, vat } = words
  return [
    [
      ...[period, sold, refunded, net, goods, services, vat].map((phrase) => say(phrase, lang)),
      ...rates.map((rate) => say(words.vatAt, lang, { rate: formatRate(rate, lang) })),
    ],
    ...periods.map(({ period: name, tally }) => [
      name,
      ...[tally.sold, tally.refunded, tally.amount].map(money),
      ...[tally.goods, tally.services, tally.vat].map(money),
      ...rates.map((rate) =>
        money(ratesOf(tally).find(({ basisPoints }) => basisPoints === rate)?.vat ?? 0),
      ),
    ]),
  ]
}
