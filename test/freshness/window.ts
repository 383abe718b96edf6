import { createExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { pages } from '#app.tsx'
import { importShop } from '#features/transfer/import-shop.ts'
import type { ShopDocument } from '#features/transfer/form.ts'
import { demoDocument } from '../demo/document.ts'
import { productDocument } from '../support/documents.ts'
import { picture } from '../support/pictures.ts'
import { tools } from '../support/worker.ts'

/** A page as it was answered. */
export type Answer = { status: number; text: string; isHit: boolean }

const AT_ONCE = 12

/** Asks the shop as a stranger would, who brings nothing along. */
export async function askStranger(path: string): Promise<Answer> {
  const answer = await exports.default.fetch(
    new Request(`${env.SHOP_URL}${path}`, { redirect: 'manual' }),
  )
  const isHit = answer.headers.get('x-cache') === 'hit'
  return { status: answer.status, text: await answer.text(), isHit }
}

/** Draws a page from the rows as they are, whatever is kept of it. */
export async function drawAnew(path: string): Promise<string> {
  const request = new Request(`${env.SHOP_URL}${path}`)
  return (await pages.fetch(request, env, createExecutionContext())).text()
}

/** Does something with every address, some at once. */
export async function each<T>(
  paths: readonly string[],
  work: (path: string) => Promise<T>,
): Promise<Map<string, T>> {
  const done = new Map<string, T>()
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE)
    // oxlint-disable-next-line no-await-in-loop -- a few at once
    const answers = await Promise.all(some.map(work))
    for (const [i, answer] of answers.entries()) done.set(some[i] ?? '', answer)
  }
  return done
}

const CHOSEN = {
  type: 'products',
  title: { fr: 'Choisies', en: 'Chosen' },
  link: null,
} as const

/** The demo shop with a collection inside another, more pieces than a page holds, and a story that awaits its post. */
export function windowDocument(timeZone: string): ShopDocument {
  const demo = demoDocument()
  const inside = new Set(['tasse-bigorneau', 'beurrier-froment'])
  const more = [1, 2, 3].map((n) =>
    productDocument({
      slug: `coupelle-${n}`,
      title: { fr: `Coupelle ${n}`, en: `Saucer ${n}` },
      collections: ['maison'],
    }),
  )
  return {
    ...demo,
    settings: {
      ...demo.settings,
      shop: { ...demo.settings.shop, timeZone },
      // Parcels leave on whatever day the tests run.
      dispatch: { ...demo.settings.dispatch, weekdays: [0, 1, 2, 3, 4, 5, 6] },
      home: {
        blocks: [
          ...demo.settings.home.blocks,
          { ...CHOSEN, pieces: ['gobelet-galet', 'pichet-aber'], collection: '' },
          { ...CHOSEN, pieces: [], collection: 'petit-dejeuner' },
          { ...CHOSEN, pieces: [], collection: 'rien-encore' },
        ],
      },
    },
    collections: [
      ...demo.collections,
      {
        slug: 'rien-encore',
        title: { fr: 'Rien encore', en: 'Nothing yet' },
        description: {},
        image: null,
        parent: 'table',
      },
      {
        slug: 'petit-dejeuner',
        parent: 'table',
        title: { fr: 'Petit déjeuner', en: 'Breakfast' },
        description: {},
        image: null,
      },
    ],
    products: [...demo.products, ...more].map((product) => ({
      ...product,
      collections: [
        ...product.collections,
        ...(inside.has(product.slug) ? ['petit-dejeuner'] : []),
      ],
      ...(product.slug === 'vase-phare' && {
        story: { quote: { fr: 'Un phare.' }, figures: [], post: 'la-prochaine-fournee' },
      }),
    })),
    entries: demo.entries.map((entry) =>
      entry.slug === 'prendre-soin-du-gres'
        ? { ...entry, products: [...entry.products, 'pot-dune'] }
        : entry,
    ),
  }
}

/** Opens that shop, and gives the addresses of its pages. */
export async function openWindow(timeZone: string): Promise<readonly string[]> {
  await importShop(tools(), windowDocument(timeZone), picture)
  const { text } = await askStranger('/collections/all')
  const second = /href="(\/collections\/all\?after=[^"]+)"/.exec(text)?.[1]
  if (!second) throw new Error('Everything is on one page')
  return [...Object.values(WINDOW).flat(), second]
}

/** The public pages whose freshness is looked at, by what they are. */
export const WINDOW = {
  home: ['/', '/en'],
  collection: [
    '/collections/all',
    '/collections/all?sort=price-up',
    '/collections/table',
    '/en/collections/table',
    '/collections/table?f.terre=gres-blanc',
    '/collections/petit-dejeuner',
    '/collections/tasses-et-bols',
    '/collections/tasses-et-bols?sort=price-down',
    '/collections/vases',
    '/collections/maison',
  ],
  product: [
    '/products/mug-ressac',
    '/en/products/mug-ressac',
    '/products/tasse-bigorneau',
    '/products/bol-houle',
    '/products/bol-a-the-varech',
    '/products/gobelet-galet',
    '/products/theiere-brume',
    '/products/vase-phare',
    '/products/jarre-lune',
    '/products/pichet-aber',
    '/products/beurrier-froment',
    '/products/pot-dune',
    '/products/coffret-petit-dejeuner',
    '/products/guide-premiers-pas-au-tour',
    '/products/stage-tournage-3h',
    '/products/carte-cadeau',
  ],
  search: [
    '/search?q=mug',
    '/search?q=bol',
    '/search?q=cendre',
    '/en/search?q=bowl',
    '/search?q=zzzz',
    '/search?q=theyere',
    '/search/suggestions?q=mug',
    '/search/suggestions?q=vase',
  ],
  searching: ['/search'],
  journal: ['/journal', '/en/journal', '/journal.xml'],
  post: [
    '/journal/comment-on-tourne-un-mug',
    '/journal/prendre-soin-du-gres',
    '/journal/cuire-avec-la-cendre-de-goemon',
    '/journal/la-prochaine-fournee',
  ],
  page: ['/pages/atelier', '/pages/contact', '/pages/conditions-de-vente'],
  notice: ['/pages/mentions-legales'],
  sitemap: ['/sitemap.xml'],
  robots: ['/robots.txt'],
} as const satisfies Record<string, readonly string[]>

export type Kind = keyof typeof WINDOW

/** What kind of page an address is of. */
export function kindOf(address: string): string {
  const kinds = Object.entries<readonly string[]>(WINDOW)
  const known = kinds.find(([, paths]) => paths.includes(address))?.[0]
  return known ?? (address.startsWith('/collections/') ? 'collection' : '')
}
