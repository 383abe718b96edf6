import { env } from 'cloudflare:workers'
import { gateway, pages } from '#app.tsx'
import { desk } from '#desk.tsx'
import { planSale } from '#features/assortment/plan-sale.ts'
import { newId, newToken } from '#platform/ids.ts'
import { till } from '#till.ts'
import { ACTOR, pay } from '../orders/desk.ts'
import { makeOffer } from '../promotions/make-offer.ts'
import { madeProduct } from '../support/make.ts'
import { shop, tick, tools } from '../support/worker.ts'

/** A shop with one of everything that a page may be about, and the words that no stranger may ever read. */
export async function makePlaces() {
  const [guide, mug] = [
    await madeProduct('guide-premiers-pas-au-tour'),
    await madeProduct('mug-ressac'),
  ]
  const [file = '', cup = ''] = [guide, mug].map(({ variants }) => variants[0]?.id)
  const view = await pay([
    { variantId: file, quantity: 1 },
    { variantId: cup, quantity: 1 },
  ])
  const { id: order, token } = view.order
  await tick()
  const sale = newId('sal')
  const form = {
    title: 'Soldes',
    startsAt: Date.now() + 1e9,
    endsAt: null,
    basisPoints: 1000,
    prices: new Map(),
  }
  await planSale(tools(), ACTOR, sale, { form, variantIds: [cup] })
  const preview = newToken()
  const message = `msg_${'0'.repeat(32)}`
  await env.DB.batch([
    env.DB.prepare("update product set preview_token = ? where slug = 'pot-dune'").bind(preview),
    env.DB.prepare("update product set state = 'draft' where slug = 'pot-dune'"),
    env.DB.prepare(
      `insert into message (id, at, name, email, lang, text) values (?, 1, 'Ana Canari', 'ana@canari.example', 'fr', 'Bonjour')`,
    ).bind(message),
  ])
  const offer = await makeOffer({ basisPoints: 1000 })
  const one = async (sql: string) => String(await env.DB.prepare(sql).first('it'))
  const number = await one(`select number as it from document where order_id = '${order}'`)
  const shown = await shop().get(`/orders/${token}`)
  const download = shown.html.querySelector('a[href*="/downloads/"]')?.getAttribute('href') ?? ''
  const theme = '000.css'
  const examples: [pattern: RegExp, value: string][] = [
    [/:lang\{[^}]*\}/, 'en'],
    [/:id\{ord_\[0-9a-z\]\{16\}\}/, order],
    [/:id\{var_\[0-9a-z\]\{16\}\}/, cup],
    [/:id\{prd_\[0-9a-z\]\{16\}\}/, mug.id],
    [/:id\{sal_\[0-9a-z\]\{16\}\}/, sale],
    [/:id\{pro_\[0-9a-z\]\{16\}\}/, offer.id],
    [/:id\{msg_\[0-9a-f\]\{32\}\}/, message],
    [/:id\{out_\[0-9a-z\]\{16\}\}/, await one('select id as it from outbox')],
    [/:id\{cus_\[0-9a-z\]\{16\}\}/, await one('select id as it from customer')],
    [/:id\{ent_\[0-9a-z\]\{16\}\}/, await one("select id as it from entry where kind = 'post'")],
    [/:id\{\(\?:all\|col_[^}]*\}\)\}/, 'all'],
    [/:id\{\[0-9A-Za-z_-\]\{3,60\}\}/, await one('select id as it from delivery_method')],
    [
      /:hash\{\[0-9a-f\]\{24\}\}/,
      await one(`select image_hash as it from product_image where product_id = '${mug.id}'`),
    ],
    [/:rendition/, '160.webp'],
    [/:version\{[^}]*\}/, theme],
    [/:part\{[^}]*\}/, 'journal'],
    [/:mark\{[^}]*\}/, 'abc'],
    [/:type/, 'statement'],
    [/:name/, 'main'],
    [/\/:key\?/, ''],
    [/:number\{.*\}$/, number],
    [/:file\{.*\}$/, `${number}.pdf`],
    [/\/set-up\/:token\{.*\}$/, `/set-up/${newToken()}`],
    [/\/preview\/:token\{.*\}$/, `/preview/${preview}`],
    [/\/checkout\/return$/, `/checkout/return?session_id=${view.payment?.sessionId}`],
    [/:token/, token],
    [/\/downloads\/:line$/, download],
    [/\/journal\/:slug/, '/journal/prendre-soin-du-gres'],
    [/\/pages\/:slug/, '/pages/atelier'],
    [/\/collections\/:slug/, '/collections/table'],
    [/\/products\/:slug/, '/products/mug-ressac'],
  ]
  const { email, lastName } = view.order
  return {
    order: view.order,
    cup,
    /** Words of people, and keys to their pages. */
    secrets: [email, lastName, token, preview, 'canari', view.order.address?.line1 ?? ''].filter(
      Boolean,
    ),
    /** An address for each route, behind the counter and in the window. */
    counter: addresses([...gateway.routes, ...desk.routes, ...till.routes], examples),
    window: [
      ...addresses(pages.routes, examples),
      '/search?q=mug',
      '/search?q=zzzz',
      '/search/suggestions?q=mug',
      '/collections/table?sort=price-up',
      `/products/mug-ressac?variant=${cup}`,
    ],
  }
}

type Routes = readonly { method: string; path: string }[]

/** Every address that may be asked for: a route without an example is an error. */
function addresses(routes: Routes, examples: readonly [RegExp, string][]): string[] {
  const patterns = routes.flatMap(({ method, path }) =>
    method === 'GET' && !path.endsWith('*') ? [path] : [],
  )
  return [...new Set(patterns)].map((pattern) => {
    const path = examples.reduce((text, [part, value]) => text.replace(part, () => value), pattern)
    if (/[:{]/.test(path)) throw new Error(`${pattern} has no example`)
    // A link to a file says all of its address.
    return path.replace(/^\/en\/en|^\/en(?=\/downloads)/, '/en')
  })
}
