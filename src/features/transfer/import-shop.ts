import * as v from 'valibot'
import type { Env } from '#env.ts'
import type { Image } from '#features/images/queries.ts'
import { keepImage } from '#features/images/queries.ts'
import { storeImage } from '#features/images/store-image.ts'
import { indexPost } from '#features/search/queries.ts'
import { postWords } from '#features/search/rules.ts'
import { writeSetting } from '#features/settings/queries.ts'
import { SETTING_KEYS, type Settings } from '#features/settings/rules.ts'
import { type Db, runBatch, type Statement } from '#platform/db.ts'
import { newId, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { type ShopDocument, shopForm } from './form.ts'
import { importProduct } from './import-product.ts'
import * as q from './queries.ts'

/** Reads a file that the document names, such as `images/mug.jpg`. */
export type ReadFile = (name: string) => Promise<Uint8Array>

type Bench = Pick<Tools, 'db' | 'now'> & { env: Pick<Env, 'PICTURES' | 'IMAGES'> }

/**
 * Loads a whole shop: settings, pictures, collections, products with their stock and price history, posts, pages,
 * delivery and VAT rates. What is there already (by slug) is left alone, so a load that stopped half-way goes on where
 * it stopped. Throws a valibot error that names the field when the document is not of the form.
 */
export async function importShop(
  bench: Bench,
  given: unknown,
  readFile: ReadFile,
  progress: (done: number, of: number) => void = () => {},
): Promise<void> {
  const document = v.parse(shopForm, given)
  const images = await importImages(bench, document, readFile, progress)
  await runBatch(bench.db, [
    ...settingStatements(bench.db, document.settings, images),
    ...collectionStatements(bench.db, document, images),
    ...document.rates.map(({ basis_points: basisPoints, tax_class: taxClass, ...rate }) =>
      q.addRate(bench.db, { ...rate, basisPoints, taxClass }),
    ),
    ...document.delivery.map((method, position) => addDelivery(bench.db, method, position)),
  ])
  const known = new Set((await q.productIds(bench.db)).map((row) => row.slug))
  const collections = new Map((await q.collectionIds(bench.db)).map((row) => [row.slug, row.id]))
  for (const [position, product] of document.products.entries()) {
    if (known.has(product.slug)) continue
    const file = product.download && (await importFile(bench, product.download.file, readFile))
    // One product after the other: each is a batch of its own, whole or absent.
    // oxlint-disable-next-line no-await-in-loop
    await importProduct(bench, document, product, { position, collections, images, file })
  }
  await runBatch(bench.db, [
    ...connections(bench.db, document),
    ...entryStatements(bench.db, document, images),
  ])
}

async function importImages(
  { db, env }: Bench,
  document: ShopDocument,
  readFile: ReadFile,
  progress: (done: number, of: number) => void,
): Promise<Map<string, Image>> {
  const blocks = document.settings.home.blocks
  const names = new Set([
    ...blocks.flatMap((block) => ('image' in block && block.image ? [block.image] : [])),
    ...document.collections.flatMap((collection) => collection.image ?? []),
    ...document.products.flatMap((product) => product.images.map((image) => image.file)),
    ...document.entries.flatMap((entry) => entry.image ?? []),
  ])
  const images = new Map<string, Image>()
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- one picture in memory at a time
    const image = await storeImage(env, await readFile(name))
    images.set(name, image)
    progress(images.size, names.size)
  }
  await runBatch(
    db,
    [...images.values()].map((image) => keepImage(db, image)),
  )
  return images
}

async function importFile({ env }: Bench, name: string, readFile: ReadFile): Promise<string> {
  const bytes = await readFile(name)
  const key = `files/${await sha256(bytes)}`
  await env.PICTURES.put(key, bytes)
  return key
}

/** Settings as they are, with the home page's pictures named by hash. */
function settingStatements(db: Db, settings: Settings, images: Map<string, Image>): Statement[] {
  const blocks = settings.home.blocks.map((block) =>
    'image' in block ? { ...block, image: images.get(block.image)?.hash ?? '' } : block,
  )
  return SETTING_KEYS.map((key) =>
    writeSetting(db, key, key === 'home' ? { blocks } : settings[key]),
  )
}

function collectionStatements(
  db: Db,
  document: ShopDocument,
  images: Map<string, Image>,
): Statement[] {
  const ids = new Map(document.collections.map(({ slug }) => [slug, newId('col')]))
  const everything = {
    id: 'all',
    slug: 'all',
    title: { fr: 'Toute la boutique', en: 'Everything' },
    description: {},
    position: -1,
  }
  const rows = document.collections.map((collection, position) => ({
    id: ids.get(collection.slug) ?? newId('col'),
    slug: collection.slug,
    parentId: collection.parent ? (ids.get(collection.parent) ?? null) : null,
    title: collection.title,
    line: collection.line ?? null,
    description: collection.description,
    imageHash: collection.image ? (images.get(collection.image)?.hash ?? null) : null,
    position,
  }))
  return [everything, ...rows].map((row) => q.addCollection(db, row))
}

function addDelivery(db: Db, method: ShopDocument['delivery'][number], position: number) {
  return q.addDelivery(db, {
    id: newId('dlv'),
    code: method.code,
    kind: method.kind,
    position,
    title: method.title,
    promise: method.promise,
    countries: method.countries,
    bands: method.bands.map(({ up_to_g: upToG, price }) => ({ upToG, price })),
    freeAbove: method.free_above,
    minDays: method.min_days,
    maxDays: method.max_days,
  })
}

function connections(db: Db, document: ShopDocument): Statement[] {
  return document.products.flatMap((product) => [
    ...product.related.map((other, position) => q.relate(db, product.slug, other, position)),
    ...product.bundle_items.flatMap((part) =>
      product.variants.map((bundle) => q.addPart(db, bundle.sku, part.sku, part.quantity)),
    ),
  ])
}

function entryStatements(db: Db, document: ShopDocument, images: Map<string, Image>): Statement[] {
  return document.entries.flatMap((entry) => {
    const id = newId('ent')
    const row = {
      id,
      kind: entry.kind,
      slug: entry.slug,
      role: entry.role ?? null,
      title: entry.title,
      excerpt: entry.excerpt,
      body: entry.body,
      imageHash: entry.image ? (images.get(entry.image)?.hash ?? null) : null,
      imageAlt: entry.image_alt ?? null,
      publishedAt: Date.parse(entry.day),
    }
    return [
      q.addEntry(db, row),
      ...entry.products.map((slug, position) => q.mention(db, id, slug, position)),
      ...document.settings.shop.languages.map((lang) =>
        indexPost(db, { entryId: id, lang, ...postWords(entry, lang) }),
      ),
    ]
  })
}
