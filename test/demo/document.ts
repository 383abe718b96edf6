import * as v from 'valibot'
import { shopForm, type ShopDocument } from '#features/transfer/form.ts'
import catalogue from './catalogue.json' with { type: 'json' }
import extras from './shop.json' with { type: 'json' }

type Product = (typeof catalogue.products)[number]

type Extra = {
  values?: Record<string, unknown[]>
  download?: { file: string }
  made_to_order_weeks?: number
  [field: string]: unknown
}

/**
 * The demo shop as one document, ready to be loaded. File names (`images/…`, `files/…`) are
 * relative to this folder. The JSON files hold plain spaces; French texts get their no-break
 * spaces here.
 */
export function demoDocument(): ShopDocument {
  return v.parse(
    shopForm,
    typeset({
      settings: { ...extras.settings, shop: shop(), home: { blocks: blocks() } },
      collections: collections(),
      products: products(),
      entries: [...posts(), ...extras.pages],
      delivery: extras.delivery,
      rates: extras.rates,
    }),
  )
}

function shop() {
  const { contact, ...rest } = catalogue.shop
  const { email, phone, address } = contact
  return {
    ...rest,
    email,
    phone,
    address: { ...address, postalCode: address.postal_code },
    ...extras.settings.shop,
  }
}

function blocks() {
  return extras.settings.home.blocks.map((block) =>
    'banner' in block ? { ...banner(block.banner), ...block } : block,
  )
}

function banner(slug: string | undefined) {
  const found = catalogue.banners.find((other) => other.slug === slug)
  return found && { image: found.image, alt: found.image_alt, title: found.title, text: found.text }
}

function collections() {
  const known: Record<string, object> = extras.collections
  return catalogue.collections.map((collection) => ({ ...collection, ...known[collection.slug] }))
}

function products() {
  const known: Record<string, Extra> = extras.products
  return catalogue.products.map((product) => withExtra(product, known[product.slug] ?? {}))
}

function withExtra(product: Product, { values = {}, download, ...fields }: Extra) {
  return {
    ...product,
    ...fields,
    options: product.options.map((option) => ({
      ...option,
      values: values[option.name] ?? option.values,
    })),
    variants: fields.made_to_order_weeks
      ? product.variants.map((variant) => ({ ...variant, stock: null }))
      : product.variants,
    ...(product.download && { download: { ...product.download, ...download } }),
  }
}

function posts() {
  return catalogue.journal.map((post) => ({ ...post, kind: 'post', day: post.date }))
}

function typeset(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'fr' ? withNoBreaks(value) : value
  if (Array.isArray(value)) return value.map((item) => typeset(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, typeset(part, name)]),
  )
}

/** Before `: ; ? ! »`, after `«`, inside numbers and between a number and its unit. */
function withNoBreaks(french: string): string {
  return french.replace(
    / (?=[:;?!»])|(?<=«) |(?<=\d) (?=\d{3}(?!\d)|[€%°]|(?:h|g|kg|mm|cm|cl|l|min)(?![\p{L}]))/gu,
    '\u00a0',
  )
}
