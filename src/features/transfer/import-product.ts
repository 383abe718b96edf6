import { relist } from '#features/catalogue/relist.ts'
import { priceBefore } from '#features/catalogue/rules.ts'
import type { Image } from '#features/images/queries.ts'
import { indexProduct } from '#features/search/queries.ts'
import { indexWords } from '#features/search/rules.ts'
import { countVariant, move } from '#features/stock/queries.ts'
import { LOW_AT } from '#features/stock/rules.ts'
import { type Db, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import type { ProductDocument, ShopDocument } from './form.ts'
import * as q from './queries.ts'

const DAY_MS = 86_400_000
/** Until `relist` has drawn it. */
const NO_CARD = { image: null, alt: {}, swatches: [], price: 0, from: false, before: null }

type Place = {
  position: number
  /** Collection ids by slug. */
  collections: Map<string, string>
  images: Map<string, Image>
  /** R2 key of the file of a digital product. */
  file: string | undefined
}

/** Writes one product with all that belongs to it, in one batch. */
export async function importProduct(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  document: ShopDocument,
  product: ProductDocument,
  place: Place,
): Promise<void> {
  const id = newId('prd')
  const publishedAt = now - place.position * 60_000
  const variants = product.variants.map((variant) => withHistory(variant, now))
  const pictures = product.images.flatMap((picture) => {
    const image = place.images.get(picture.file)
    return image ? [{ ...image, alt: picture.alt, choice: picture.option_values }] : []
  })
  await runBatch(db, [
    q.addProduct(db, {
      ...productRow(product, place.file),
      id,
      publishedAt,
      updatedAt: publishedAt,
      card: NO_CARD,
      collectionIds: product.collections.flatMap((slug) => place.collections.get(slug) ?? []),
    }),
    ...variants.flatMap((variant, position) =>
      variantStatements(db, product, variant, { productId: id, position, now }),
    ),
    ...pictures.map((picture, position) =>
      q.addProductImage(db, {
        productId: id,
        position,
        imageHash: picture.hash,
        alt: picture.alt,
        choice: picture.choice,
      }),
    ),
    ...relist(db, [id]),
    ...indexStatements(db, document, product, id),
  ])
}

type Variant = ProductDocument['variants'][number]

function withHistory(variant: Variant, now: number) {
  const history = [
    ...(variant.compare_at ? [{ at: now - 60 * DAY_MS, price: variant.compare_at }] : []),
    { at: now - 7 * DAY_MS, price: variant.price },
  ]
  return { ...variant, id: newId('var'), history, priceBefore: priceBefore(history, now) }
}

function productRow(product: ProductDocument, file: string | undefined) {
  return {
    slug: product.slug,
    kind: product.kind,
    state: 'published' as const,
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    care: product.care,
    madeIn: product.made_in,
    warnings: product.warnings ?? null,
    tags: product.tags,
    taxClass: product.tax_class,
    lengthMm: product.dimensions_mm?.length ?? null,
    widthMm: product.dimensions_mm?.width ?? null,
    heightMm: product.dimensions_mm?.height ?? null,
    options: product.options,
    story: product.story ?? null,
    download:
      product.download && file
        ? {
            filename: product.download.filename,
            key: file,
            maxDownloads: product.download.max_downloads,
          }
        : null,
    leadWeeks: product.made_to_order_weeks ?? null,
    oneOfAKind: product.one_of_a_kind,
  }
}

function variantStatements(
  db: Db,
  product: ProductDocument,
  variant: ReturnType<typeof withHistory>,
  at: { productId: string; position: number; now: number },
): Statement[] {
  const row = {
    id: variant.id,
    productId: at.productId,
    sku: variant.sku,
    position: at.position,
    choice: variant.options,
    price: variant.price,
    priceBefore: variant.priceBefore,
    weightG: variant.weight_g,
  }
  const counted = product.kind !== 'bundle' && !product.made_to_order_weeks
  const stock = counted ? variant.stock : null
  return [
    q.addVariant(db, row),
    ...variant.history.map((change) => q.addPrice(db, { variantId: variant.id, ...change })),
    ...(stock === null
      ? []
      : [countVariant(db, variant.id, product.one_of_a_kind ? null : LOW_AT)]),
    ...(stock
      ? [
          move(db, {
            id: newId('mov'),
            variantId: variant.id,
            kind: 'receive',
            quantity: stock,
            reason: 'import',
            at: at.now,
          }),
        ]
      : []),
  ]
}

function indexStatements(
  db: Db,
  document: ShopDocument,
  product: ProductDocument,
  productId: string,
): Statement[] {
  const collections = document.collections.filter(({ slug }) => product.collections.includes(slug))
  return document.settings.shop.languages.map((lang) =>
    indexProduct(db, {
      productId,
      lang,
      ...indexWords(
        product,
        collections.map(({ title }) => title),
        lang,
      ),
    }),
  )
}
