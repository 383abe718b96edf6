import { momentAt } from '#lib/dates.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { parseMoney } from '#lib/money.ts'
import { slugify } from '#lib/text.ts'
import {
  type Attribute,
  type ContentUnit,
  goesOut,
  isCounted,
  type Kind,
  type Personal,
  type Search,
  travels,
} from './rules.ts'

import { readAttributes, readParts, readPersonal } from './row-form.ts'

export const KINDS = ['physical', 'bundle', 'digital', 'service', 'gift_card'] as const
export const STATES = ['draft', 'published', 'scheduled', 'archived'] as const
export type ProductState = (typeof STATES)[number]

export const MOST_RELATED = 8
const MOST_TAGS = 20

/** What the form of a piece is read against. */
export type Shelf = {
  languages: readonly Lang[]
  currency: string
  timeZone: string
  now: number
  variantIds: readonly string[]
  collectionIds: readonly string[]
  taxClasses: readonly string[]
}

export type VariantValue = {
  id: string
  /** Empty while it is a draft. */
  sku: string
  price: number
  /** What the form showed; null when it showed none. A price that was not touched is not written. */
  priceShown: number | null
  cost: number | null
  weightG: number
  content: number | null
  /** Units free to sell that the maker wants, and those that the form showed; null when they are not counted. */
  stock: number | null
  shown: number | null
}

export type ProductValue = {
  kind: Kind
  state: ProductState
  /** The moment it comes out, of what is scheduled. */
  publishAt: number | null
  title: Text
  subtitle: Text
  description: Text
  care: Text | null
  madeIn: Text | null
  warnings: Text | null
  tags: string[]
  attributes: Attribute[]
  personal: Personal[]
  contentUnit: ContentUnit | null
  search: Search | null
  collectionIds: string[]
  taxClass: string
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
  leadWeeks: number | null
  oneOfAKind: boolean
  /** The address asked for; empty for one made from the title. */
  slug: string
  variants: VariantValue[]
  /** References or addresses of other pieces, as typed. */
  related: string[]
  /** `at` is the row of the form. */
  parts: { at: number; sku: string; quantity: number }[]
}

type Form = ReturnType<typeof readForm>

/** Reads the form of a piece. What is shown in the shop needs a price and a reference for each variant. */
export function readProduct(fields: Fields, shelf: Shelf): Read<ProductValue> {
  const form = readForm(fields)
  const texts = readTexts(form, shelf.languages)
  const kind = form.choice('kind', KINDS)
  const state = fields['publish'] === 'yes' ? 'published' : form.choice('state', STATES)
  const leadWeeks = readLead(form, kind)
  const oneOfAKind = travels(kind) && form.flag('one_of_a_kind')
  const contentUnit = travels(kind) ? readUnit(form) : null
  const counted = isCounted({ kind, leadWeeks })
  const side = (name: string) =>
    travels(kind) ? form.whole(name, { least: 1, most: 10_000 }) : null
  const variants = shelf.variantIds.map((id) =>
    readVariant(form, id, {
      shelf,
      counted,
      oneOfAKind,
      goods: travels(kind),
      contentUnit,
      out: goesOut(state),
      name: texts.title[shelf.languages[0] ?? 'fr'] ?? '',
    }),
  )
  refuseTwice(form, variants)
  const [tax = 'standard', ...others] = shelf.taxClasses
  return form.done({
    kind,
    state,
    publishAt: state === 'scheduled' ? readMoment(form, shelf) : null,
    ...texts,
    tags: readTags(form),
    attributes: readAttributes(form, shelf.languages),
    personal: readPersonal(form, shelf),
    contentUnit,
    search: readSearch(form, shelf.languages),
    collectionIds: form.ticked('in_').filter((id) => shelf.collectionIds.includes(id)),
    taxClass: form.choice('tax_class', [tax, ...others]),
    lengthMm: side('length'),
    widthMm: side('width'),
    heightMm: side('height'),
    leadWeeks,
    oneOfAKind,
    slug: slugify(form.text('slug', { most: 80 })),
    variants,
    related: readRelated(form),
    parts: kind === 'bundle' ? readParts(form, goesOut(state)) : [],
  })
}

function readTexts(form: Form, languages: readonly Lang[]) {
  const some = (name: string, most: number) => {
    const text = form.texts(name, languages, { most })
    return Object.keys(text).length > 0 ? text : null
  }
  return {
    title: form.texts('title', languages, { most: 120, required: true }),
    subtitle: some('subtitle', 160) ?? {},
    description: some('description', 10_000) ?? {},
    care: some('care', 2000),
    madeIn: some('made_in', 200),
    warnings: some('warnings', 2000),
  }
}

function readLead(form: Form, kind: Kind): number | null {
  if (!travels(kind) || form.choice('when_gone', ['sold', 'order']) === 'sold') return null
  const weeks = form.whole('lead_weeks', { least: 1, most: 52 })
  form.required('lead_weeks', weeks)
  return weeks
}

function readUnit(form: Form): ContentUnit | null {
  const unit = form.choice('content_unit', ['', 'g', 'ml', 'mm'])
  return unit === '' ? null : unit
}

type About = {
  shelf: Shelf
  counted: boolean
  oneOfAKind: boolean
  goods: boolean
  contentUnit: ContentUnit | null
  out: boolean
  name: string
}

function readVariant(form: Form, id: string, about: About): VariantValue {
  const { shelf, out } = about
  const price = form.money(`price_${id}`, shelf.currency)
  const typed = form.text(`sku_${id}`, { most: 64 })
  const sku = typed === '' && out ? referenceFor(about.name, id) : typed
  if (out && !price) form.fault(`price_${id}`, says.price)
  return {
    id,
    sku,
    price: price ?? 0,
    priceShown: parseMoney(form.typed(`was_${id}`), shelf.currency),
    cost: form.money(`cost_${id}`, shelf.currency),
    weightG: (about.goods ? form.whole(`weight_${id}`, { most: 100_000 }) : null) ?? 0,
    content: about.contentUnit ? form.whole(`content_${id}`, { least: 1 }) : null,
    ...(about.counted ? readStock(form, id, about.oneOfAKind) : { stock: null, shown: null }),
  }
}

/** A reference for who does not make her own: the piece's name, and the end of the variant's id, so that it is alone. */
function referenceFor(name: string, id: string): string {
  return `${slugify(name).slice(0, 40)}-${id.slice(-4)}`.toUpperCase()
}

function readStock(form: Form, id: string, oneOfAKind: boolean) {
  const stock = form.whole(`stock_${id}`, { most: 100_000 })
  const shown = form.whole(`shown_${id}`)
  if (stock === null && shown !== null) form.fault(`stock_${id}`, says.zero)
  if (oneOfAKind && (stock ?? 0) > 1) form.fault(`stock_${id}`, says.unique)
  return { stock, shown }
}

function refuseTwice(form: Form, variants: readonly VariantValue[]): void {
  for (const [at, { id, sku }] of variants.entries()) {
    const before = variants.slice(0, at).some((other) => sku !== '' && other.sku === sku)
    if (before) form.fault(`sku_${id}`, says.twice)
  }
}

function readMoment(form: Form, { timeZone, now }: Shelf): number | null {
  const day = form.day('publish_day')
  const time = form.typed('publish_time')
  if (!form.required('publish_day', day)) return null
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    form.fault('publish_time', says.time)
    return null
  }
  const at = momentAt(day, time, timeZone)
  if (at <= now) form.fault('publish_day', says.past)
  return at
}

function readTags(form: Form): string[] {
  const typed = form.text('tags', { most: 600 }).split(/[,\n]/)
  const tags = [...new Set(typed.map((tag) => tag.trim()).filter(Boolean))]
  if (tags.length > MOST_TAGS || tags.some((tag) => tag.length > 40)) form.fault('tags', says.tags)
  return tags
}

function readSearch(form: Form, languages: readonly Lang[]): Search | null {
  const title = form.texts('search_title', languages, { most: 100 })
  const description = form.texts('search_description', languages, { most: 300 })
  const search = {
    ...(Object.keys(title).length > 0 && { title }),
    ...(Object.keys(description).length > 0 && { description }),
  }
  return Object.keys(search).length > 0 ? search : null
}

/** Addresses count by their last part, so that a whole one may be pasted. */
function readRelated(form: Form): string[] {
  const typed = form.text('related', { most: 2000 }).split(/[\s,]+/)
  const names = [...new Set(typed.map((name) => name.replace(/[?#].*$|\/$/g, '')))]
  const ends = names.map((name) => name.split('/').at(-1) ?? '').filter(Boolean)
  if (ends.length > MOST_RELATED) form.fault('related', says.related)
  return ends
}

const says = {
  price: { fr: 'Il manque un prix pour la mettre en vente.', en: 'It needs a price to be sold.' },
  twice: {
    fr: 'Cette référence est déjà celle d’une autre déclinaison.',
    en: 'Another variant has this reference already.',
  },
  zero: {
    fr: 'Écrivez 0 s’il n’y en a plus.',
    en: 'Write 0 when there is none left.',
  },
  unique: {
    fr: 'Une pièce unique\u00a0: 0 ou 1, pas plus.',
    en: 'One of a kind: 0 or 1, no more.',
  },
  time: { fr: 'Une heure, comme 18:00.', en: 'A time, such as 18:00.' },
  past: {
    fr: 'Ce moment est passé\u00a0: choisissez-en un à venir, ou publiez maintenant.',
    en: 'That moment has passed: choose one to come, or publish now.',
  },
  tags: {
    fr: 'Vingt mots-clés au plus, de 40 caractères chacun.',
    en: 'At most twenty tags, of 40 characters each.',
  },
  related: { fr: 'Huit pièces au plus.', en: 'Eight pieces at most.' },
} satisfies Record<string, Phrase>
