import type { OrderView } from '#features/orders/queries.ts'
import { DEFAULTS, type Settings } from '#features/settings/rules.ts'
import type { Facts } from '#features/mail/mail/content.ts'

type Given = {
  order?: Partial<OrderView['order']>
  lines?: Partial<OrderView['lines'][number]>[]
  cards?: OrderView['cards']
  settings?: Partial<Settings>
  shop?: Partial<Settings['shop']>
  terms?: string
}

const PLACED = Date.parse('2026-11-21T09:12:00+01:00')

const SHOP: Settings['shop'] = {
  ...DEFAULTS.shop,
  name: 'Atelier Éssai',
  email: 'bonjour@atelier.example.com',
  phone: '+33 1 99 00 12 34',
  address: {
    line1: '3 venelle du Port',
    postalCode: '29200',
    city: 'Brest',
    region: '',
    country: 'FR',
  },
}

/** A paid order of two mugs, delivered by parcel; what is given replaces the rest. */
export function facts({
  order,
  lines = [{}],
  cards = [],
  settings,
  shop,
  terms,
}: Given = {}): Facts {
  return {
    view: {
      order: { ...ORDER, ...order },
      lines: lines.map((line, position) => ({ ...LINE, id: `lin_${position}`, position, ...line })),
      adjustments: [],
      events: [],
      payment: null,
      cards,
      shipments: [],
      sent: [],
      refunds: [],
      refundLines: [],
      documents: [],
      disputes: [],
    },
    terms: terms ?? '## Les prix\n\nEn euros, [livraison](livraison) en plus.',
    settings: { ...DEFAULTS, ...settings, shop: { ...SHOP, ...shop } },
    origin: 'https://shop.test',
  }
}

const ORDER: OrderView['order'] = {
  id: 'ord_1',
  token: 'jeton',
  number: 1042,
  state: 'paid',
  lang: 'fr',
  cartId: 'crt_1',
  channel: 'shop',
  fingerprint: 'f',
  email: 'anne@example.com',
  firstName: 'Anne',
  lastName: 'Le Goff',
  phone: '',
  address: {
    line1: '12 rue du Port',
    line2: '',
    postalCode: '29680',
    city: 'Roscoff',
    country: 'FR',
  },
  note: '',
  delivery: {
    code: 'colis',
    kind: 'parcel',
    title: 'Colis',
    promise: '2 à 4 jours',
    from: '2026-11-25',
    to: '2026-11-27',
  },
  currency: 'EUR',
  subtotal: 6800,
  discountTotal: 0,
  deliveryTotal: 790,
  vatTotal: 1265,
  total: 7590,
  capturedTotal: 7590,
  refundedTotal: 0,
  termsHash: 'h',
  placedAt: PLACED,
  holdUntil: PLACED,
  paidAt: PLACED,
}

const LINE: OrderView['lines'][number] = {
  id: 'lin_0',
  orderId: 'ord_1',
  position: 0,
  variantId: 'var_1',
  productId: 'prd_1',
  kind: 'physical',
  sku: 'MUG',
  title: 'Mug Ressac',
  choice: 'Bleu marée, grand 38 cl',
  imageHash: 'a'.repeat(24),
  quantity: 2,
  unitPrice: 3400,
  total: 6800,
  discount: 0,
  personal: [],
  taxClass: 'standard',
  basisPoints: 2000,
  vat: 1133,
  downloads: 0,
}
