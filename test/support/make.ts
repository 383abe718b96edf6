import { eq } from 'drizzle-orm'
import { env } from 'cloudflare:workers'
import { product as productTable, variant as variantTable } from '#features/catalogue/table.ts'
import { keepImage } from '#features/images/queries.ts'
import { storeImage } from '#features/images/store-image.ts'
import type { ProductDocument, ShopDocument } from '#features/transfer/form.ts'
import { importProduct } from '#features/transfer/import-product.ts'
import { importShop } from '#features/transfer/import-shop.ts'
import { collectionIds } from '#features/transfer/queries.ts'
import { openDb } from '#platform/db.ts'
import { type Variant, productDocument, shopDocument } from './documents.ts'
import { picture } from './pictures.ts'
import { tools } from './worker.ts'

export { productDocument, shopDocument } from './documents.ts'

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
