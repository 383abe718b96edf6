import { env, exports } from 'cloudflare:workers'
import { cancelPaid } from '#features/orders/cancel.ts'
import { forgetStale } from '#features/freshness/forget-stale.ts'
import { planSale } from '#features/assortment/plan-sale.ts'
import { settle } from '#features/payments/settle.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { payAtStripe } from '../orders/refunds.ts'
import { madeProduct } from '../support/make.ts'
import { placed } from '../support/orders.ts'
import { picture } from '../support/pictures.ts'
import type { Fields, Shopper } from '../support/shopper.ts'
import { tick, tools } from '../support/worker.ts'

const SHEET = 'form.sheet'
const PIECE = '.piece-desk form.sheet'
const POST = '.entry-sheet'
const MINUTE_MS = 60_000

const CLAY = {
  'attribute_0_name.fr': 'Terre',
  'attribute_0_name.en': 'Clay',
  'attribute_0_value.fr': 'Grès blanc',
  'attribute_0_value.en': 'White stoneware',
}

type Clock = { setTo: (now: number) => void; pass: (ms: number) => void }

/** What the maker, the buyers and the clock do to a shop whose window is looked at. */
export type Hands = ReturnType<typeof handsOf>

export function handsOf(desk: Shopper, clock: Clock) {
  /** Saves a form of the desk with some fields changed. */
  async function save(path: string, form: string, fields: Fields): Promise<void> {
    const done = await desk.submit(await desk.get(path), form, fields)
    if (done.status !== 200) {
      throw new Error(`${path}: ${done.status} ${done.all('.problems a').join(' ')}`)
    }
  }

  const idOf = async (table: string, slug: string) => {
    const id = await env.DB.prepare(`select id from "${table}" where slug = ?`)
      .bind(slug)
      .first<string>('id')
    if (!id) throw new Error(`No ${table} ${slug}`)
    return id
  }
  const pieceOf = async (slug: string) => `/admin/products/${await idOf('product', slug)}`

  /** The first variants of a piece that have so many left. */
  async function variantOf(slug: string, available: number): Promise<string> {
    const id = await env.DB.prepare(
      `select v.id from variant v join product p on p.id = v.product_id join level l on l.variant_id = v.id
        where p.slug = ? and l.available = ? order by v.position`,
    )
      .bind(slug, available)
      .first<string>('id')
    if (!id) throw new Error(`No ${slug} of which ${available} are left`)
    return id
  }

  return {
    desk,
    clock,
    save,
    idOf,
    variantOf,
    piece: async (slug: string, fields: Fields) => save(await pieceOf(slug), PIECE, fields),
    /** Forms write words as they clean them: the first save of what was loaded may change some. */
    async cleaned(slugs: readonly string[]) {
      // oxlint-disable-next-line no-await-in-loop -- one save after the other
      for (const slug of slugs) await save(await pieceOf(slug), PIECE, {})
    },
    /** Says of some pieces what they are made of. */
    async clay(slugs: readonly string[]) {
      // oxlint-disable-next-line no-await-in-loop -- one save after the other
      for (const slug of slugs) await save(await pieceOf(slug), PIECE, CLAY)
    },
    async priced(slug: string, price: string) {
      const { id, variants } = await madeProduct(slug)
      const fields = Object.fromEntries(variants.map((own) => [`price_${own.id}`, price]))
      await save(`/admin/products/${id}`, PIECE, fields)
    },
    /** Gives the first option of a piece another label, with both steps of its form. */
    async choice(slug: string, label: string) {
      const path = `${await pieceOf(slug)}/options`
      const fields = { 'option_0_label.fr': label, step: 'plan' }
      const plan = await desk.submit(await desk.get(path), '.options-form', fields)
      const done = await desk.submit(plan, 'main form', { step: 'save' })
      if (done.status !== 200) throw new Error(`${path}: ${done.status}`)
    },
    collection: async (slug: string, fields: Fields) =>
      save(`/admin/collections/${await idOf('collection', slug)}`, SHEET, fields),
    entry: async (part: 'journal' | 'pages', slug: string, fields: Fields) =>
      save(`/admin/content/${part}/${await idOf('entry', slug)}`, POST, fields),
    newPost: async (fields: Fields) =>
      save('/admin/content/journal/new', POST, {
        'title.en': 'News',
        'excerpt.fr': 'Une nouvelle.',
        'body.fr': 'Le four est plein.',
        state: 'published',
        ...fields,
      }),
    /** Puts the stock of a variant to a figure. */
    async counted(variantId: string, from: number, to: number) {
      const reason = to > from ? 'made' : 'broken'
      const fields = { key: newId('mov'), reason, quantity: Math.abs(to - from) }
      const done = await desk.post(`/admin/stock/${variantId}/movements`, fields)
      if (done.status !== 200) throw new Error(`Not moved: ${done.status}`)
    },
    async picture(slug: string, name: string) {
      const body = new FormData()
      body.append('file', new File([await picture(name)], `${name}.png`))
      await desk.ask(`/admin/pictures/products/${await idOf('product', slug)}`, {
        method: 'POST',
        headers: { origin: env.SHOP_URL },
        body,
      })
    },
    async pictures(slug: string) {
      const { results } = await env.DB.prepare(
        'select image_hash as hash from product_image where product_id = ? order by position',
      )
        .bind(await idOf('product', slug))
        .all<{ hash: string }>()
      return results.map(({ hash }) => hash)
    },
    /** From many pieces to their change, as the page of the bulk acts does. */
    async bulk(slugs: readonly string[], fields: Record<string, string>) {
      const ids = await Promise.all(slugs.map(async (slug) => idOf('product', slug)))
      const query = new URLSearchParams({ ...fields, id: ids.join() }).toString()
      await save(`/admin/products/bulk?${query}`, 'main form', {})
    },
    async sale(slug: string, startsAt: number, endsAt: number) {
      const { variants } = await madeProduct(slug)
      const form = { title: 'Soldes', startsAt, endsAt, basisPoints: 1500, prices: new Map() }
      const variantIds = variants.map(({ id }) => id)
      await planSale(tools(), ACTOR, newId('sal'), { form, variantIds })
    },
    /** Brings the clock to a moment, and what is due then happens. */
    async until(now: number) {
      clock.setTo(now)
      await tick(now)
    },
    order: async (variantId: string, quantity: number) => told(placed([{ variantId, quantity }])),
    async paid({ order, sessionId }: Awaited<ReturnType<typeof placed>>) {
      const said = { outcome: 'paid', amount: order.total, currency: 'eur', live: false } as const
      const fact = { ...said, sessionId, orderId: order.id, paymentIntent: 'pi_1', method: 'visa' }
      await told(settle(tools(), fact))
    },
    async expired() {
      clock.pass(40 * MINUTE_MS)
      await tick(Date.now())
    },
    buy: async (variantId: string, quantity: number) => told(payAtStripe(variantId, quantity)),
    async givenBack(view: Awaited<ReturnType<typeof payAtStripe>>) {
      const call = { id: newId('ref'), restock: true, reason: 'withdrawal', note: '' } as const
      await told(cancelPaid(tools(), ACTOR, view, call))
    },
  }
}

/** What follows an act that came by no form of the desk. */
export async function told<T>(act: Promise<T>): Promise<T> {
  const done = await act
  await forgetStale(tools(), (tags) => exports.Pages.forget(tags), 'atOnce')
  return done
}
