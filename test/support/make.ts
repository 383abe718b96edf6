import { eq } from 'drizzle-orm'
import { env } from 'cloudflare:workers'
import { product as productTable, variant as variantTable } from '#features/catalogue/table.ts'
import { keepImage } from '#features/images/queries.ts'
import { storeImage } from '#features/images/store-image.ts'
import { DEFAULTS } from '#features/settings/rules.ts'
import type { ProductDocument, ShopDocument } from '#features/transfer/form.ts'
import { importProduct } from '#features/transfer/import-product.ts'
import { importShop } from '#features/transfer/import-shop.ts'
import { collectionIds } from '#features/transfer/queries.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { picture } from './pictures.ts'
import { tools } from './worker.ts'

/** A shop that sells nothing yet: French first, VAT of France, one parcel service and pickup. */
export function shopDocument(given: Partial<ShopDocument> = {}): ShopDocument {
  return {
    settings: { ...DEFAULTS, shop: { ...DEFAULTS.shop, name: 'Atelier Essai' } },
    collections: [],
    products: [],
    entries: [],
    delivery: [
      {
        code: 'colis',
        kind: 'parcel',
        title: { fr: 'Colis', en: 'Parcel' },
        promise: { fr: '2 à 4 jours', en: '2 to 4 days' },
        countries: ['FR'],
        bands: [
          { up_to_g: 1000, price: 690 },
          { up_to_g: 10_000, price: 1290 },
        ],
        free_above: 15_000,
        min_days: 2,
        max_days: 4,
      },
      {
        code: 'retrait',
        kind: 'pickup',
        title: { fr: 'Retrait à l’atelier', en: 'Collect from the workshop' },
        promise: { fr: 'Dès demain', en: 'From tomorrow' },
        countries: [],
        bands: [{ up_to_g: 100_000, price: 0 }],
        free_above: null,
        min_days: 1,
        max_days: 1,
      },
    ],
    rates: [
      {
        country: 'FR',
        tax_class: 'standard',
        basis_points: 2000,
        from: '2014-01-01',
        source: 'CGI, art. 278',
      },
    ],
    ...given,
  }
}

type Variant = ProductDocument['variants'][number]

/** A piece with one variant: 24 €, ten in stock, 400 g. Every call makes another. */
export function productDocument(
  given: Partial<ProductDocument> = {},
  only: Partial<Variant> = {},
): ProductDocument {
  const mark = newId('p').slice(2)
  return {
    slug: `piece-${mark}`,
    kind: 'physical',
    title: { fr: `Pièce ${mark}`, en: `Piece ${mark}` },
    subtitle: { fr: 'Grès', en: 'Stoneware' },
    description: { fr: 'Une pièce.', en: 'A piece.' },
    care: null,
    made_in: null,
    collections: [],
    tags: [],
    tax_class: 'standard',
    dimensions_mm: null,
    options: [],
    variants: [
      {
        sku: `SKU-${mark}`,
        options: {},
        price: 2400,
        compare_at: null,
        stock: 10,
        weight_g: 400,
        ...only,
      },
    ],
    images: [{ file: `${mark}.png`, alt: { fr: 'La pièce', en: 'The piece' }, option_values: {} }],
    related: [],
    bundle_items: [],
    one_of_a_kind: false,
    ...given,
  }
}

/** Loads a shop; what is not given is as in `shopDocument`. */
export async function makeShop(
  given: Partial<ShopDocument> = {},
  now = Date.now(),
): Promise<ShopDocument> {
  const document = shopDocument(given)
  await importShop(tools(now), document, picture)
  return document
}

export type MadeProduct = {
  id: string
  slug: string
  variants: { id: string; sku: string; price: number }[]
}

/** Adds a product to the shop, which is made first when there is none. */
export async function makeProduct(
  given: Partial<ProductDocument> = {},
  only: Partial<Variant> = {},
  now = Date.now(),
): Promise<MadeProduct> {
  const db = openDb(env.DB)
  if ((await collectionIds(db)).length === 0) await makeShop({}, now)
  const product = productDocument(given, only)
  const images = await Promise.all(
    product.images.map(async ({ file }) => {
      return [file, await storeImage(env, await picture(file))] as const
    }),
  )
  await Promise.all(images.map(([, image]) => keepImage(db, image)))
  const collections = new Map((await collectionIds(db)).map((row) => [row.slug, row.id]))
  await importProduct({ db, now }, shopDocument({ products: [product] }), product, {
    position: 0,
    collections,
    images: new Map(images),
    file: product.download && `files/${product.download.file}`,
  })
  return madeProduct(product.slug)
}

/** What the database calls a product and its variants. */
export async function madeProduct(slug: string): Promise<MadeProduct> {
  const db = openDb(env.DB)
  const [found] = await db.select().from(productTable).where(eq(productTable.slug, slug))
  if (!found) throw new Error(`No product ${slug}`)
  const variants = await db
    .select({ id: variantTable.id, sku: variantTable.sku, price: variantTable.price })
    .from(variantTable)
    .where(eq(variantTable.productId, found.id))
    .orderBy(variantTable.position)
  return { id: found.id, slug, variants }
}
