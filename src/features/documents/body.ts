import type { OrderLineRow } from '#features/orders/queries.ts'
import type { FrozenDelivery } from '#features/orders/rules.ts'
import type { Settings } from '#features/settings/rules.ts'
import { EXEMPT_MENTION } from '#features/tax/rules.ts'
import { type Address, addressLines } from '#lib/address.ts'
import { type Lang, pick } from '#lib/i18n.ts'
import type { Body, BodyLine, Party } from './rules.ts'
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
export function headOf(order: Sold, settings: Kept, method: string): Head {
  const { shop, legal, tax } = settings
  const { lang } = order
  const exempt = tax.regime === 'exempt'
  return {
    lang,
    seller: {
      name: legal.owner || shop.name,
      lines: [
        ...(legal.owner && legal.owner !== shop.name ? [shop.name] : []),
        ...addressLines({ ...shop.address, line2: '' }, lang, ''),
      ],
      country: shop.address.country,
      siren: legal.siren,
      register: legal.register,
      vatNumber: exempt ? '' : legal.vatNumber,
      email: shop.email,
      phone: shop.phone,
    },
    buyer: buyerOf(order),
    sentTo: null,
    soldAt: order.placedAt,
    mention: exempt ? pick(tax.mention, lang) || EXEMPT_MENTION[lang] : '',
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

/** Every line of an order as its invoice shows it, the delivery last. */
export function soldLines(
  { delivery, deliveryTotal }: Sold,
  lines: readonly SoldLine[],
  carriage: { basisPoints: number | null; full: number } | null,
): BodyLine[] {
  return [
    ...lines.map(({ title, choice, sku, quantity, unitPrice, total, discount, basisPoints }) => ({
      title,
      details: choice,
      sku,
      quantity,
      unitPrice,
      discount,
      amount: total - discount,
      basisPoints,
    })),
    ...(delivery && carriage
      ? [
          {
            title: delivery.title,
            details: '',
            sku: '',
            quantity: 1,
            unitPrice: carriage.full,
            discount: carriage.full - deliveryTotal,
            amount: deliveryTotal,
            basisPoints: carriage.basisPoints,
          },
        ]
      : []),
  ]
}

export type Returned = { lineId: string; quantity: number; amount: number }

/** What a refund gives back, as its credit note shows it: less than zero. */
export function creditLines(
  order: Sold,
  lines: readonly SoldLine[],
  { units, delivery, extra }: { units: readonly Returned[]; delivery: number; extra: number },
): BodyLine[] {
  return [
    ...units.flatMap(({ lineId, quantity, amount }) => {
      const line = lines.find(({ id }) => id === lineId)
      if (!line) return []
      const { title, choice, sku, basisPoints } = line
      const unitPrice = 0 - Math.round(amount / quantity)
      return [{ ...plain(title, amount), details: choice, sku, quantity, unitPrice, basisPoints }]
    }),
    ...(delivery > 0 ? [plain(order.delivery?.title ?? '', delivery)] : []),
    ...(extra > 0 ? [plain(words.extra[order.lang], extra)] : []),
  ]
}

function plain(title: string, amount: number): BodyLine {
  return {
    title,
    details: '',
    sku: '',
    quantity: 1,
    unitPrice: 0 - amount,
    discount: 0,
    amount: 0 - amount,
    basisPoints: null,
  }
}

/** The one line of what undoes a credit note. */
export function undoneLines(lang: Lang, amount: number): BodyLine[] {
  return [plain(words.undone[lang], 0 - amount)]
}
