import { eq } from 'drizzle-orm'
import { extractText, getMeta } from 'unpdf'
import { expect } from 'vitest'
import { order as orderTable } from '#features/orders/table.ts'
import { DEFAULTS, type Settings } from '#features/settings/rules.ts'
import { writeSetting } from '#features/settings/queries.ts'
import { settle } from '#features/payments/settle.ts'
import { localTime } from '#lib/dates.ts'
import { formatDay } from '#lib/dates.ts'
import type { Lang } from '#lib/i18n.ts'
import { orderNow, placed } from '../support/orders.ts'
import { shop, tools } from '../support/worker.ts'

const { db } = tools()

/** A maker who has said of herself all that the law wants. */
export const SELLER = {
  shop: {
    ...DEFAULTS.shop,
    name: 'Atelier Vague',
    email: 'bonjour@vague.example',
    phone: '+33 2 98 00 00 00',
    address: {
      ...DEFAULTS.shop.address,
      line1: '3 quai Neuf',
      postalCode: '29680',
      city: 'Roscoff',
    },
  },
  legal: {
    ...DEFAULTS.legal,
    owner: 'Anne Riou, entrepreneur individuel',
    siren: '812 345 678',
    register: 'RNE, chambre de métiers du Finistère',
    vatNumber: 'FR32812345678',
  },
}

/** Makes the shop such a maker's, under a regime of VAT. */
export async function openWorkshop(tax: Partial<Settings['tax']>): Promise<void> {
  await writeSetting(db, 'shop', SELLER.shop)
  await writeSetting(db, 'legal', SELLER.legal)
  await writeSetting(db, 'tax', { ...DEFAULTS.tax, ...tax })
}

type Wish = Parameters<typeof placed>[1] & { lang?: Lang }

/** Sells some lines, paid at once, in a language. */
export async function sell(
  lines: Parameters<typeof placed>[0],
  { lang = 'fr', ...wish }: Wish = {},
) {
  const { order, sessionId } = await placed(lines, wish)
  await db.update(orderTable).set({ lang }).where(eq(orderTable.id, order.id))
  await settle(tools(), {
    sessionId,
    orderId: order.id,
    outcome: 'paid',
    amount: order.total,
    currency: order.currency.toLowerCase(),
    paymentIntent: `pi_${order.id}`,
    method: 'visa 4242',
    live: false,
  })
  const view = await orderNow(order.id)
  const [sold] = view.documents
  return { ...view, invoice: sold ?? expect.fail('no invoice') }
}

export const pathOf = (token: string, number: string) => `/orders/${token}/documents/${number}`

/** A document as its page says it and as its PDF does, spaces put together. */
export async function bothOf(token: string, number: string) {
  const page = await shop().get(pathOf(token, number))
  const bytes = await pdfOf(token, number)
  const { text, totalPages } = await extractText(bytes.slice(), { mergePages: true })
  const { info } = await getMeta(bytes.slice())
  return {
    page,
    said: spaced(page.html.querySelector('.sheet')?.structuredText ?? ''),
    pdf: spaced(text),
    info,
    totalPages,
  }
}

const spaced = (text: string) => text.replace(/\s+/g, ' ')

export async function pdfOf(token: string, number: string): Promise<Uint8Array> {
  const answer = await shop().ask(`${pathOf(token, number)}.pdf`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return new Uint8Array(await answer.arrayBuffer())
}

/** Today as a document says it. */
export function today(lang: Lang): string {
  return formatDay(localTime(Date.now(), 'Europe/Paris').day, lang, { weekday: false, year: true })
}
