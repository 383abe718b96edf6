import type { FrozenDelivery } from '#features/orders/rules.ts'
import type { OrderLineRow } from '#features/orders/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { EXEMPT_MENTION, taxedIn } from '#features/tax/rules.ts'
import { type Address, addressLines, countryName } from '#lib/address.ts'
import { type Lang, pick, say } from '#lib/i18n.ts'
import { vatInside } from '#lib/money.ts'
import type { Body, BodyLine, Party, Share } from './rules.ts'
import { words } from './words.ts'

/** What a document is made of, of an order as it is written in the same batch or before. */
export type Sold = {
  id: string
  lang: Lang
  currency: string
  firstName: string
  lastName: string
  address: Address | null
  delivery: FrozenDelivery | null
  deliveryTotal: number
  placedAt: number
}

export type SoldLine = {
  id: string
  kind: OrderLineRow['kind']
  title: string
  choice: string
  sku: string
  quantity: number
  unitPrice: number
  total: number
  discount: number
  basisPoints: number
  vat: number
}

type Kept = Pick<Settings, 'shop' | 'legal' | 'tax'>
type Head = Omit<Body, 'lines' | 'corrects' | 'reason'>

/** Who sold what to whom, as the settings and the order say it now. */
export function headOf(
  order: Sold,
  lines: readonly SoldLine[],
  settings: Kept,
  method: string,
): Head {
  const { shop, legal, tax } = settings
  const { lang } = order
  const untaxed = tax.regime === 'exempt'
  return {
    lang,
    shop: shop.name,
    seller: {
      name: legal.owner || shop.name,
      lines: [
        ...(legal.owner && legal.owner !== shop.name ? [shop.name] : []),
        ...addressLines({ ...shop.address, line2: '' }, lang, ''),
      ],
      country: shop.address.country,
      siren: legal.siren,
      register: legal.register,
      vatNumber: untaxed ? '' : legal.vatNumber,
      email: shop.email,
      phone: shop.phone,
    },
    buyer: buyerOf(order),
    soldAt: order.placedAt,
    untaxed,
    mentions: mentionsOf(order, lines, tax),
    method,
  }
}

function buyerOf({ firstName, lastName, address, lang }: Sold): Party {
  return {
    name: `${firstName} ${lastName}`.trim(),
    lines: address ? addressLines(address, lang, '') : [],
    country: address?.country ?? '',
  }
}

/**
 * Why there is no VAT, or whose it is (CGI ann. II, 242 nonies A, 12°): the franchise; goods and files that leave the
 * Union; goods and files that bear the VAT of another of its countries, which the one-stop shop collects.
 */
function mentionsOf(
  { lang, address }: Sold,
  lines: readonly SoldLine[],
  tax: Settings['tax'],
): string[] {
  if (tax.regime === 'exempt') return [pick(tax.mention, lang) || EXEMPT_MENTION[lang]]
  if (!address) return []
  const said = lines.flatMap(({ kind }) => {
    const country = taxedIn(tax, { ...address, kind })
    if (country === tax.country) return []
    if (country) return [say(words.oss, lang, { country: countryName(country, lang) })]
    return [kind === 'digital' ? words.outside[lang] : words.exported[lang]]
  })
  return [...new Set(said)]
}

/** The delivery of an order, or a part of it, by the rates of what it carried. */
export type Carried = readonly { basisPoints: number; gross: number; vat: number }[]

/** Every line of an order as its invoice shows it, the delivery last. `full` is the delivery before any discount. */
export function soldLines(
  { delivery, deliveryTotal, lang }: Sold,
  lines: readonly SoldLine[],
  full: { amount: number; shares: Carried } | null,
): BodyLine[] {
  return [
    ...lines.map((line) => ({
      ...pieceOf(line, line.quantity),
      discount: line.discount,
      amount: line.total - line.discount,
    })),
    ...(delivery && full
      ? [
          {
            ...whole(delivery.title, full.amount, full.shares),
            details: delivery.kind === 'pickup' ? '' : words.delivery[lang],
            discount: full.amount - deliveryTotal,
            amount: deliveryTotal,
          },
        ]
      : []),
  ]
}

export type Returned = { lineId: string; quantity: number; amount: number }

/** What a refund gives back, as its credit note shows it: less than zero, each unit at the price it was sold for. */
export function creditLines(
  order: Sold,
  lines: readonly SoldLine[],
  {
    units,
    delivery,
    extra,
    shares,
  }: { units: readonly Returned[]; delivery: Carried; extra: number; shares: readonly Share[] },
): BodyLine[] {
  const carriage = delivery.reduce((sum, { gross }) => sum + gross, 0)
  return [
    ...units.flatMap(({ lineId, quantity, amount }) => {
      const line = lines.find(({ id }) => id === lineId)
      if (!line) return []
      const discount = line.unitPrice * quantity - amount
      return [opposite({ ...pieceOf(line, quantity), discount, amount })]
    }),
    ...(carriage > 0
      ? [opposite(whole(order.delivery?.title ?? words.delivery[order.lang], carriage, delivery))]
      : []),
    ...(extra > 0 ? [opposite(loose(words.extra[order.lang], extra, shares))] : []),
  ]
}

/** The one line of what undoes a credit note. */
export function undoneLines(lang: Lang, amount: number, shares: readonly Share[]): BodyLine[] {
  return [loose(words.undone[lang], amount, shares)]
}

function pieceOf({ title, choice, sku, unitPrice, basisPoints }: SoldLine, quantity: number) {
  const unitNet = unitPrice - vatInside(unitPrice, basisPoints)
  return { title, details: choice, sku, quantity, unitPrice, unitNet, rates: [basisPoints] }
}

/** An amount of which every rate's part is known. */
function whole(title: string, amount: number, shares: Carried): BodyLine {
  const unitNet = amount - shares.reduce((sum, { vat }) => sum + vat, 0)
  return { ...plain(title, amount), unitNet, rates: shares.map(({ basisPoints }) => basisPoints) }
}

/** An amount that is spread over the rates of a document. */
function loose(title: string, amount: number, shares: readonly Share[]): BodyLine {
  const rates = [...new Set(shares.map(({ basisPoints }) => basisPoints))]
  const [rate = 0, ...more] = rates
  const unitNet = more.length > 0 ? null : amount - vatInside(amount, rate)
  return { ...plain(title, amount), unitNet, rates }
}

function plain(title: string, amount: number) {
  return { title, details: '', sku: '', quantity: 1, unitPrice: amount, discount: 0, amount }
}

function opposite(line: BodyLine): BodyLine {
  const { unitPrice, unitNet, discount, amount } = line
  return {
    ...line,
    unitPrice: 0 - unitPrice,
    unitNet: unitNet === null ? null : 0 - unitNet,
    discount: 0 - discount,
    amount: 0 - amount,
  }
}
