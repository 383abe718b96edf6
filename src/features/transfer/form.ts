import * as v from 'valibot'
import { settingsForm, text } from '#features/settings/rules.ts'

/**
 * A whole shop as one document: what a backup of the catalogue, the demo and a platform's export become before they
 * are loaded. Amounts are minor units of the currency, VAT included; weights are grams; lengths are millimetres.
 */

const amount = v.pipe(v.number(), v.integer(), v.minValue(0))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(80))
const day = v.pipe(v.string(), v.isoDate())

export const KINDS = ['physical', 'digital', 'service', 'gift_card', 'bundle'] as const

const variant = v.object({
  sku: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  options: v.record(v.string(), v.string()),
  price: amount,
  /** The price before a reduction: becomes a line of the price history, never a typed label. */
  compare_at: v.nullable(amount),
  /** null: not counted. */
  stock: v.nullable(count),
  weight_g: count,
})

const picture = v.object({
  file: v.string(),
  alt: text,
  option_values: v.optional(v.record(v.string(), v.string()), {}),
})

export const productForm = v.object({
  slug,
  kind: v.picklist(KINDS),
  title: text,
  subtitle: text,
  description: text,
  care: v.nullable(text),
  made_in: v.nullable(text),
  collections: v.array(slug),
  tags: v.array(v.string()),
  tax_class: v.string(),
  dimensions_mm: v.nullable(v.object({ length: count, width: count, height: count })),
  options: v.array(
    v.object({
      name: v.string(),
      label: text,
      values: v.array(
        v.object({
          value: v.string(),
          label: text,
          detail: v.optional(text),
          swatch: v.optional(v.pipe(v.string(), v.hexColor())),
        }),
      ),
    }),
  ),
  variants: v.pipe(v.array(variant), v.minLength(1)),
  images: v.array(picture),
  related: v.array(slug),
  bundle_items: v.optional(v.array(v.object({ sku: v.string(), quantity: count })), []),
  download: v.optional(v.object({ filename: v.string(), file: v.string(), max_downloads: count })),
  /** Weeks to wait for what is made to order: then stock is not counted. */
  made_to_order_weeks: v.optional(count),
  /** There will be no other: said on the card, and it stays visible once sold. */
  one_of_a_kind: v.optional(v.boolean(), false),
  /** Warnings the law wants before the purchase. */
  warnings: v.optional(text),
  story: v.optional(
    v.object({
      quote: text,
      figures: v.array(v.object({ value: text, label: text })),
      post: v.optional(slug),
    }),
  ),
})

const entry = v.object({
  kind: v.picklist(['post', 'page']),
  slug,
  title: text,
  excerpt: text,
  body: text,
  day,
  image: v.nullable(v.string()),
  image_alt: v.optional(text),
  products: v.optional(v.array(slug), []),
  /** The page that holds the terms of sale is what an order accepts. */
  role: v.optional(v.picklist(['terms', 'privacy', 'legal', 'contact', 'delivery'])),
})

const delivery = v.object({
  code: slug,
  kind: v.picklist(['parcel', 'pickup']),
  title: text,
  promise: text,
  /** ISO 3166 codes; empty for pickup. */
  countries: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}(-OM)?$/))),
  /** Price of each weight band, lightest first; heavier than the last band cannot be sent. */
  bands: v.array(v.object({ up_to_g: count, price: amount })),
  free_above: v.nullable(amount),
  min_days: count,
  max_days: count,
})

const rate = v.object({
  country: v.pipe(v.string(), v.length(2)),
  tax_class: v.string(),
  /** Hundredths of a percent: 2000 is 20 %. */
  basis_points: count,
  from: day,
  source: v.string(),
})

export const shopForm = v.object({
  settings: settingsForm,
  collections: v.array(
    v.object({
      slug,
      parent: v.optional(slug),
      title: text,
      line: v.optional(text),
      description: text,
      image: v.nullable(v.string()),
    }),
  ),
  products: v.array(productForm),
  entries: v.array(entry),
  delivery: v.array(delivery),
  rates: v.array(rate),
})

export type ShopDocument = v.InferOutput<typeof shopForm>
export type ProductDocument = v.InferOutput<typeof productForm>
