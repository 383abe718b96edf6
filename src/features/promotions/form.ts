import { type Fields, type Problems, type Read, readForm } from '#lib/form.ts'
import { shortHash } from '#lib/hash.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { typedMoney } from '#lib/money.ts'
import { CODE, dayAndHour, hourOf, KINDS, plainCode, type Promotion } from './rules.ts'

/** An offer as a form says it. */
export type Draft = Omit<Promotion, 'id' | 'uses'>

export type Place = { currency: string; languages: readonly Lang[]; timeZone: string }

/** What a box is called that puts a collection or a piece into an offer. */
export const collectionBox = (id: string): string => `in.${id}`
export const pieceBox = (id: string): string => `piece.${id}`

export const WAYS = ['code', 'automatic'] as const
export const SCOPES = ['all', 'some'] as const

/** What the form of an offer changes; whether it runs is another act. */
export const SAID = [
  'title',
  'code',
  'kind',
  'basisPoints',
  'amount',
  'take',
  'pay',
  'minimum',
  'startsAt',
  'endsAt',
  'scope',
  'usesMost',
  'usesPerBuyer',
  'combines',
] as const satisfies readonly (keyof Draft)[]

/** An offer as far as it was typed, with what is wrong: drawn as a sentence while it is being written. */
export function draftFrom(fields: Fields, place: Place): { draft: Draft; problems: Problems } {
  const form = readForm(fields)
  const { currency, languages, timeZone } = place
  const kind = form.choice('kind', KINDS)
  const title: Text = form.texts('title', languages, { most: 60, required: true })
  const moments = readMoments(form, timeZone)
  const draft: Draft = {
    title,
    code: readCode(form),
    kind,
    ...readGift(form, kind, currency),
    minimum: form.money('minimum', currency) ?? 0,
    ...moments,
    scope: readScope(form),
    usesMost: form.whole('uses_most', { least: 1 }),
    usesPerBuyer: form.whole('uses_per_buyer', { least: 1, most: 1000 }),
    combines: form.flag('combines'),
    active: form.flag('active'),
  }
  return { draft, problems: form.problems }
}

/** What an offer says, in short: posted with its form, so that two editors do not undo each other. */
export function markOf(offer: Draft): string {
  return shortHash(JSON.stringify(SAID.map((part) => offer[part])))
}

/** Reads the form of an offer. */
export function readOffer(fields: Fields, place: Place): Read<Draft> {
  const { draft, problems } = draftFrom(fields, place)
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: draft }
}

type Form = ReturnType<typeof readForm>

function readCode(form: Form): string | null {
  if (form.choice('way', WAYS) === 'automatic') return null
  const code = plainCode(form.typed('code'))
  if (code === '') form.fault('code', says.noCode)
  else if (!CODE.test(code)) form.fault('code', says.code)
  return code
}

function readGift(form: Form, kind: Promotion['kind'], currency: string) {
  const nothing = { basisPoints: null, amount: null, take: null, pay: null }
  switch (kind) {
    case 'percent':
      return { ...nothing, basisPoints: readPercent(form) }
    case 'amount': {
      const amount = form.money('amount', currency, { least: 1 })
      form.required('amount', amount)
      return { ...nothing, amount }
    }
    case 'n_for_m': {
      const take = form.whole('take', { least: 2, most: 99 })
      const pay = form.whole('pay', { least: 1, most: 98 })
      const both = form.required('take', take) && form.required('pay', pay)
      if (both && take <= pay) form.fault('pay', says.pay)
      return { ...nothing, take, pay }
    }
    case 'free_delivery':
      return nothing
    default:
      return kind satisfies never
  }
}

/** Hundredths of a percent, from "10" or "12,5". */
function readPercent(form: Form): number | null {
  const [, whole, part = ''] =
    /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(form.typed('percent')) ?? []
  const points = whole === undefined ? 0 : Number(whole + part.padEnd(2, '0'))
  if (points < 1 || points > 10_000) form.fault('percent', says.percent)
  return points < 1 || points > 10_000 ? null : points
}

function readMoments(form: Form, timeZone: string) {
  const read = (name: 'start' | 'end', usual: number) => {
    const day = form.day(`${name}_day`)
    const hour = form.whole(`${name}_hour`, { most: 24 }) ?? usual
    return day && hour >= 0 && hour <= 24 ? hourOf(day, hour, timeZone) : null
  }
  const startsAt = read('start', 0)
  const endsAt = read('end', 24)
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) form.fault('end_day', says.end)
  return { startsAt, endsAt }
}

function readScope(form: Form): Promotion['scope'] {
  if (form.choice('scope', SCOPES) === 'all') return { products: [], collections: [] }
  const scope = { products: form.ticked(pieceBox('')), collections: form.ticked(collectionBox('')) }
  const chosen = scope.products.length + scope.collections.length
  if (chosen === 0) form.fault('scope', says.scope)
  if (chosen > MOST_IN_SCOPE) form.fault('scope', says.manyInScope)
  return scope
}

/** An offer for more is one for a collection. */
const MOST_IN_SCOPE = 100

/** An offer as its form has it. */
export function typedOf(offer: Promotion, { currency, timeZone }: Place, lang: Lang): Fields {
  const { scope } = offer
  const money = (amount: number | null) => typedMoney(amount, currency, lang)
  const boxes = [...scope.collections.map(collectionBox), ...scope.products.map(pieceBox)]
  return {
    'title.fr': offer.title.fr ?? '',
    'title.en': offer.title.en ?? '',
    way: offer.code === null ? 'automatic' : 'code',
    code: offer.code ?? '',
    kind: offer.kind,
    percent: percentOf(offer.basisPoints, lang),
    amount: money(offer.amount),
    take: String(offer.take ?? ''),
    pay: String(offer.pay ?? ''),
    minimum: offer.minimum > 0 ? money(offer.minimum) : '',
    ...typedMoment('start', offer.startsAt, timeZone),
    ...typedMoment('end', offer.endsAt, timeZone),
    scope: boxes.length > 0 ? 'some' : 'all',
    ...Object.fromEntries(boxes.map((box) => [box, 'yes'])),
    uses_most: String(offer.usesMost ?? ''),
    uses_per_buyer: String(offer.usesPerBuyer ?? ''),
    combines: offer.combines ? 'yes' : '',
    active: offer.active ? 'yes' : '',
  }
}

function typedMoment(name: 'start' | 'end', moment: number | null, timeZone: string): Fields {
  if (moment === null) return {}
  const { day, hour } = dayAndHour(moment, timeZone, name === 'end')
  return { [`${name}_day`]: day, [`${name}_hour`]: String(hour) }
}

/** "10" or "12,5", of hundredths of a percent. */
export function percentOf(points: number | null, lang: Lang): string {
  if (points === null) return ''
  return String(points / 100).replace('.', lang === 'fr' ? ',' : '.')
}

const says = {
  noCode: {
    fr: 'Écrivez un code, ou laissez la boutique en faire un.',
    en: 'Write a code, or let the shop make one.',
  },
  code: {
    fr: 'De 3 à 30 lettres, chiffres ou tirets.',
    en: 'From 3 to 30 letters, digits or hyphens.',
  },
  percent: {
    fr: 'Un pourcentage de 0,01 à 100, comme 10 ou 12,5.',
    en: 'A percentage from 0.01 to 100, such as 10 or 12.5.',
  },
  pay: {
    fr: 'Moins de pièces payées que de pièces prises.',
    en: 'Fewer pieces paid than pieces taken.',
  },
  end: { fr: 'La fin vient après le début.', en: 'The end comes after the start.' },
  scope: {
    fr: 'Cochez une collection ou une pièce au moins.',
    en: 'Tick one collection or piece at least.',
  },
  manyInScope: {
    fr: 'Cent au plus\u00a0: pour davantage, faites-en une collection.',
    en: 'A hundred at most: for more, make them a collection.',
  },
} satisfies Record<string, Phrase>
