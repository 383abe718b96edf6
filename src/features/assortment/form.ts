import * as v from 'valibot'
import { type Day, momentAt } from '#lib/dates.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { decimals } from '#lib/money.ts'
import { slugify } from '#lib/text.ts'
import {
  BULK_ACTS,
  BULK_STATES,
  type BulkAct,
  MOST_PIECES,
  type PieceChange,
  STATES,
} from './rules.ts'

const PRODUCT_ID = /^prd_[\w-]{1,40}$/

/** The pieces that were ticked, each once. */
export function readIds(posted: readonly string[]): string[] {
  const ids = posted.flatMap((part) => part.split(',')).filter((id) => PRODUCT_ID.test(id))
  return [...new Set(ids)].slice(0, MOST_PIECES)
}

/** Reads what is to be done with many pieces. */
export function readBulk(
  fields: Fields,
  { currency, collections }: { currency: string; collections: readonly string[] },
): Read<BulkAct> {
  const desk = readForm(fields)
  const act = desk.choice('act', BULK_ACTS)
  switch (act) {
    case 'price':
      return desk.done(readPrice(desk, currency))
    case 'state':
      return desk.done({ do: act, state: desk.choice('state', BULK_STATES) })
    case 'stock': {
      const made = desk.whole('made', { least: 1, most: 10_000 })
      desk.required('made', made)
      return desk.done({ do: act, made: made ?? 0 })
    }
    case 'join':
    case 'leave': {
      const collection = desk.typed(act)
      if (!collections.includes(collection)) desk.fault(act, says.collection)
      return desk.done({ do: act, collection })
    }
    default:
      return act satisfies never
  }
}

function readPrice(desk: ReturnType<typeof readForm>, currency: string): BulkAct {
  const by = desk.choice('by', ['percent', 'amount'])
  const sign = desk.choice('sign', ['down', 'up']) === 'down' ? -1 : 1
  const size = by === 'percent' ? percent(desk, 'size', 50_000) : desk.money('size', currency)
  if (desk.required('size', size) && size === 0) desk.fault('size', says.nothing)
  if (by === 'percent' && sign < 0 && (size ?? 0) > 9_000) desk.fault('size', says.tooFar)
  const to90 = desk.flag('to90') && decimals(currency) === 2
  return { do: 'price', by, value: sign * (size ?? 0), to90 }
}

/** Hundredths of a percent: "15", "12,5 %". */
function percent(desk: ReturnType<typeof readForm>, name: string, most: number): number | null {
  const typed = desk.typed(name).replace(/[\s\u202f%]/g, '')
  if (typed === '') return null
  const [, whole = '', rest = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed) ?? []
  const value = Number(whole + rest.padEnd(2, '0'))
  if (whole === '') desk.fault(name, says.percent)
  else if (value > most) desk.fault(name, says.tooFar)
  return value
}

const change = v.array(
  v.object({
    id: v.string(),
    state: v.optional(
      v.object({
        from: v.picklist(STATES),
        to: v.picklist(STATES),
        at: v.number(),
        now: v.number(),
      }),
    ),
    collections: v.optional(v.object({ from: v.array(v.string()), to: v.array(v.string()) })),
    prices: v.optional(v.array(v.object({ id: v.string(), from: v.number(), to: v.number() }))),
    stock: v.optional(v.array(v.object({ id: v.string(), made: v.number() }))),
  }),
)

/** Reads back what a change of many was. */
export function readChanges(kept: unknown): PieceChange[] {
  return v.parse(change, kept)
}

export type CollectionForm = {
  title: Text
  line: Text | null
  description: Text
  slug: string
  parentId: string | null
  imageHash: string | null
  search: { title: Text; description: Text } | null
}

/** Reads a collection. An empty address is made from its title. */
export function readCollection(
  fields: Fields,
  { languages, parents }: { languages: readonly Lang[]; parents: readonly string[] },
): Read<CollectionForm> {
  const desk = readForm(fields)
  const texts = (name: string, most: number) => desk.texts(name, languages, { most })
  const title = desk.texts('title', languages, { most: 80, required: true })
  const line = texts('line', 140)
  const search = { title: texts('searchTitle', 80), description: texts('searchText', 200) }
  const slug = slugify(desk.typed('slug') || (title[languages[0] ?? 'fr'] ?? ''))
  if (slug === '' || slug === 'all') desk.fault('slug', says.slug)
  const parent = desk.typed('parent')
  if (parent !== '' && !parents.includes(parent)) desk.fault('parent', says.parent)
  const image = desk.typed('image')
  if (image !== '' && !/^[0-9a-f]{8,64}$/.test(image)) desk.fault('image', says.image)
  return desk.done({
    title,
    line: isEmpty(line) ? null : line,
    description: texts('description', 4000),
    slug,
    parentId: parent || null,
    imageHash: image || null,
    search: isEmpty(search.title) && isEmpty(search.description) ? null : search,
  })
}

const isEmpty = (text: Text) => Object.keys(text).length === 0

export type SaleForm = {
  title: string
  startsAt: number
  endsAt: number | null
  basisPoints: number | null
  /** Sale prices by variant; empty when the percentage says it all. */
  prices: ReadonlyMap<string, number>
}

/** The field of a variant's own sale price. */
export const priceField = (variantId: string) => `price_${variantId}`

type SaleShop = { currency: string; timeZone: string; now: number }
type Priced = { id: string; price: number }

/** Reads a sale: its days where the shop is, and a percentage off or a price for each variant. */
export function readSale(
  fields: Fields,
  variants: readonly Priced[],
  shop: SaleShop,
): Read<SaleForm> {
  const desk = readForm(fields)
  const title = desk.text('title', { most: 80, required: true })
  const { startsAt, endsAt } = readDays(desk, shop)
  const by = desk.choice('by', ['percent', 'prices'])
  const basisPoints = by === 'percent' ? percent(desk, 'percent', 9_000) : null
  if (by === 'percent' && desk.required('percent', basisPoints) && basisPoints < 1) {
    desk.fault('percent', says.nothing)
  }
  const prices = new Map<string, number>()
  for (const { id, price } of by === 'prices' ? variants : []) {
    const field = priceField(id)
    const own = desk.money(field, shop.currency, { least: 1 })
    if (own !== null && own >= price) desk.fault(field, says.notLower)
    if (own !== null) prices.set(id, own)
  }
  if (by === 'prices' && prices.size === 0) desk.fault('by', says.noPrice)
  return desk.done({ title, startsAt, endsAt, basisPoints, prices })
}

function readDays(desk: ReturnType<typeof readForm>, { timeZone, now }: SaleShop) {
  const at = (name: string, day: Day | null) =>
    day === null ? null : momentAt(day, hour(desk.whole(`${name}Hour`, { most: 23 })), timeZone)
  const startsAt = at('from', desk.day('from'))
  const endsAt = at('until', desk.day('until'))
  desk.required('from', startsAt)
  if (endsAt !== null && endsAt <= (startsAt ?? 0)) desk.fault('until', says.backwards)
  else if (endsAt !== null && endsAt <= now) desk.fault('until', says.past)
  return { startsAt: startsAt ?? now, endsAt }
}

const hour = (value: number | null) => `${String(value ?? 0).padStart(2, '0')}:00`

const says = {
  collection: { fr: 'Choisissez une collection.', en: 'Choose a collection.' },
  percent: { fr: 'Un pourcentage, comme 10 ou 12,5.', en: 'A percentage, such as 10 or 12.5.' },
  nothing: { fr: 'Zéro ne change rien.', en: 'Zero changes nothing.' },
  tooFar: {
    fr: 'C’est trop\u00a0: au plus 90\u00a0% de moins, ou 500\u00a0% de plus.',
    en: 'That is too far: 90% less at most, or 500% more.',
  },
  slug: {
    fr: 'Cette adresse est prise par la boutique\u00a0: écrivez-en une autre.',
    en: 'The shop itself has this address: write another.',
  },
  parent: {
    fr: 'Elle ne peut pas aller là\u00a0: choisissez une autre collection.',
    en: 'It cannot go there: choose another collection.',
  },
  image: { fr: 'Choisissez la photo à nouveau.', en: 'Choose the picture again.' },
  notLower: {
    fr: 'Un prix soldé est plus bas que le prix d’aujourd’hui.',
    en: 'A sale price is lower than today’s.',
  },
  noPrice: {
    fr: 'Écrivez au moins un prix soldé.',
    en: 'Write at least one sale price.',
  },
  backwards: { fr: 'La fin vient après le début.', en: 'The end comes after the beginning.' },
  past: { fr: 'Cette heure est passée.', en: 'That hour has passed.' },
} satisfies Record<string, Phrase>
