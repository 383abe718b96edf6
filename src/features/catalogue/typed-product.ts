import type { Settings } from '#features/settings/rules.ts'
import { clockAt, localTime } from '#lib/dates.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { type Lang, say, type Text } from '#lib/i18n.ts'
import { typedMoney } from '#lib/money.ts'
import type { DeskVariant } from './desk-queries.ts'
import { words } from './desk-words.ts'
import type { ProductRow } from './queries.ts'
import type { Option } from './rules.ts'

type Piece = {
  product: ProductRow
  variants: readonly DeskVariant[]
  related: readonly { slug: string }[]
  parts: readonly { sku: string; quantity: number }[]
}

type Shop = Pick<Settings['shop'], 'currency' | 'timeZone'>

const number = (value: number | null) => (value === null ? '' : String(value))

/** A saved piece as its form shows it, in the language of whoever reads it. */
export function typedProduct(piece: Piece, shop: Shop, lang: Lang): Record<string, string> {
  const { product, variants, related, parts } = piece
  return {
    kind: product.kind,
    state: product.state,
    slug: product.slug,
    tax_class: product.taxClass,
    tags: product.tags.join(', '),
    length: number(product.lengthMm),
    width: number(product.widthMm),
    height: number(product.heightMm),
    when_gone: product.leadWeeks === null ? 'sold' : 'order',
    lead_weeks: number(product.leadWeeks),
    one_of_a_kind: product.oneOfAKind ? 'yes' : '',
    content_unit: product.contentUnit ?? '',
    related: related.map(({ slug }) => slug).join('\n'),
    ...typedTexts(product),
    ...typedMoment(product, shop),
    ...typedRows(product, parts, shop, lang),
    ...Object.fromEntries(product.collectionIds.map((id) => [`in_${id}`, 'yes'])),
    ...typedVariants(variants, shop, lang),
  }
}

/** What the form of a piece that is not there yet begins with. */
export function typedNew(variantId: string): Fields {
  return {
    kind: 'physical',
    state: 'draft',
    tax_class: 'standard',
    when_gone: 'sold',
    content_unit: '',
    [`stock_${variantId}`]: '1',
    [`shown_${variantId}`]: '',
  }
}

/** What is typed of each variant: shown again as it is now beside whatever else was typed. */
export function typedVariants(
  variants: readonly DeskVariant[],
  { currency }: Pick<Shop, 'currency'>,
  lang: Lang,
): Record<string, string> {
  return Object.fromEntries(
    variants.flatMap((variant) => {
      const { id } = variant
      const stock = variant.available === null ? '' : String(variant.available)
      const price = variant.price > 0 ? typedMoney(variant.price, currency, lang) : ''
      return [
        [`price_${id}`, price],
        [`was_${id}`, price],
        [`sku_${id}`, variant.sku === id ? '' : variant.sku],
        [`stock_${id}`, stock],
        [`shown_${id}`, stock],
        [`weight_${id}`, variant.weightG > 0 ? String(variant.weightG) : ''],
        [`cost_${id}`, typedMoney(variant.cost, currency, lang)],
        [`content_${id}`, variant.content === null ? '' : String(variant.content)],
      ]
    }),
  )
}

/**
 * A form that came too late, to be shown once more: what was typed stays, beside the stock as it is now. Stock and prices
 * that were not touched follow; stock that was is named where it differs from what the form had shown.
 */
export function refreshed(
  typed: Fields,
  variants: readonly DeskVariant[],
  shop: Pick<Shop, 'currency'>,
  lang: Lang,
): { typed: Record<string, string>; problems: Problems } {
  const fresh = typedVariants(variants, shop, lang)
  const merged: Record<string, string> = { ...fresh, ...typed }
  const problems: Problems = {}
  for (const { id } of variants) {
    const [price, was] = [`price_${id}`, `was_${id}`]
    if (typed[price] === typed[was]) merged[price] = fresh[price] ?? ''
    merged[was] = fresh[was] ?? ''
    const [field, hidden] = [`stock_${id}`, `shown_${id}`]
    const [wanted, shown, now] = [typed[field] ?? '', typed[hidden] ?? '', fresh[hidden] ?? '']
    merged[hidden] = now
    if (wanted === shown) merged[field] = now
    else if (now !== shown) {
      const values = { now, shown: shown || '0', wanted }
      problems[field] = {
        fr: say(words.stockMoved, 'fr', values),
        en: say(words.stockMoved, 'en', values),
      }
    }
  }
  return { typed: merged, problems }
}

function typedTexts(product: ProductRow): Record<string, string> {
  return {
    ...inLangs('title', product.title),
    ...inLangs('subtitle', product.subtitle),
    ...inLangs('description', product.description),
    ...inLangs('care', product.care),
    ...inLangs('made_in', product.madeIn),
    ...inLangs('warnings', product.warnings),
    ...inLangs('search_title', product.search?.title),
    ...inLangs('search_description', product.search?.description),
  }
}

function typedMoment({ state, publishedAt }: ProductRow, { timeZone }: Shop) {
  if (state !== 'scheduled') return {}
  return {
    publish_day: localTime(publishedAt, timeZone).day,
    publish_time: clockAt(publishedAt, timeZone),
  }
}

function typedRows(
  { attributes, personal }: ProductRow,
  parts: Piece['parts'],
  { currency }: Shop,
  lang: Lang,
): Record<string, string> {
  const rows = [
    ...attributes.map((attribute, at) => ({
      ...inLangs(`attribute_${at}_name`, attribute.label),
      ...inLangs(`attribute_${at}_value`, attribute.valueLabel),
    })),
    ...personal.map((field, at) => ({
      [`personal_${at}_key`]: field.name,
      ...inLangs(`personal_${at}_label`, field.label),
      [`personal_${at}_most`]: String(field.most),
      [`personal_${at}_price`]: field.price > 0 ? typedMoney(field.price, currency, lang) : '',
      [`personal_${at}_required`]: field.required ? 'yes' : '',
    })),
    ...parts.map(({ sku, quantity }, at) => ({
      [`part_${at}_sku`]: sku,
      [`part_${at}_quantity`]: String(quantity),
    })),
  ]
  return Object.assign({}, ...rows)
}

/** The options of a piece as their form shows them. */
export function typedOptions(options: readonly Option[]): Record<string, string> {
  const rows = options.flatMap((option, at) => [
    { [`option_${at}_key`]: option.name, ...inLangs(`option_${at}_label`, option.label) },
    ...option.values.map((value, nth) => ({
      [`option_${at}_value_${nth}_key`]: value.value,
      [`option_${at}_value_${nth}_swatch`]: value.swatch ?? '',
      ...inLangs(`option_${at}_value_${nth}_label`, value.label),
      ...inLangs(`option_${at}_value_${nth}_detail`, value.detail),
    })),
  ])
  return Object.assign({}, ...rows)
}

function inLangs(name: string, text: Text | null | undefined): Record<string, string> {
  const pairs = Object.entries(text ?? {})
  return Object.fromEntries(pairs.map(([lang, value]) => [`${name}.${lang}`, value ?? '']))
}
