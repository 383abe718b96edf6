import { COUNTRIES, EU, OTHER_EUROPE, WORLD } from '#lib/countries.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { LANGS } from '#lib/i18n.ts'
import { typedMoney } from '#lib/money.ts'
import { type Band, type DeliveryMethod, OVERSEAS } from './rules.ts'

/** A way to deliver as the back office writes it. */
export type MethodForm = Omit<DeliveryMethod, 'code'> & {
  speed: 'standard' | 'express'
  hours: Text | null
  offered: boolean
}

/** Where a parcel may go, in groups that are ticked as a whole or one by one. */
export const ZONES = {
  france: ['FR', 'MC', OVERSEAS],
  eu: EU.filter((country) => country !== 'FR'),
  europe: OTHER_EUROPE,
  world: WORLD,
} as const satisfies Record<string, readonly string[]>

export type Zone = keyof typeof ZONES

/** Rows of weights that a way may have. */
const MOST_BANDS = 20
const KNOWN = new Set([...COUNTRIES, OVERSEAS])

type Ground = { currency: string; languages: readonly Lang[] }

/** A way to deliver as its fields show it; null for one that is being made. */
export function typedMethod(method: MethodForm | null, currency: string, lang: Lang): Fields {
  if (!method) return { kind: 'parcel', speed: 'standard', offered: 'yes', 'to.FR': 'yes' }
  const { bands, hours, title, promise } = method
  const texts = { title, promise, hours: hours ?? {} }
  return {
    kind: method.kind,
    speed: method.speed,
    offered: method.offered ? 'yes' : '',
    min_days: String(method.minDays),
    max_days: String(method.maxDays),
    free_above: typedMoney(method.freeAbove, currency, lang),
    ...Object.fromEntries(method.countries.map((country) => [`to.${country}`, 'yes'])),
    ...Object.fromEntries(
      bands.flatMap(({ upToG, price }, at) => [
        [`up_to.${at}`, String(upToG)],
        [`price.${at}`, typedMoney(price, currency, lang)],
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) =>
        LANGS.map((one) => [`${name}.${one}`, text[one] ?? '']),
      ),
    ),
  }
}

/** Rows of weights to show: those typed, and one blank one; `more` asks for another. */
export function bandRows(fields: Fields, more = false): number {
  const at = Object.keys(fields).flatMap((name) => {
    const [, row] = /^(?:up_to|price)\.(\d{1,2})$/.exec(name) ?? []
    return row === undefined ? [] : [Number(row) + 1]
  })
  return Math.min(Math.max(0, ...at) + (more || at.length === 0 ? 1 : 0), MOST_BANDS)
}

/** Reads a way to deliver. A pickup goes nowhere; a parcel has somewhere to go and at least one price. */
export function readMethod(
  fields: Fields,
  was: MethodForm | null,
  { currency, languages }: Ground,
): Read<MethodForm> {
  const form = readForm(fields)
  const texts = (
    name: string,
    before: Text | null | undefined,
    most: number,
    required?: Phrase,
  ) => {
    const others = LANGS.filter((lang) => !languages.includes(lang) && before?.[lang])
    const kept = Object.fromEntries(others.map((lang) => [lang, before?.[lang]]))
    return { ...kept, ...form.texts(name, languages, { most, required }) }
  }
  // In the order of the page: problems are listed as they are found.
  const kind = form.choice('kind', ['parcel', 'pickup'])
  const pickup = kind === 'pickup'
  const title = texts('title', was?.title, 60, says.noName)
  const promise = texts('promise', was?.promise, 80)
  const hours = texts('hours', was?.hours, 300)
  const bands = readBands(form, currency)
  if (!pickup && bands.length === 0) form.fault('up_to.0', says.noBand)
  const freeAbove = form.money('free_above', currency)
  const days = readDays(form)
  const speed = form.choice('speed', ['standard', 'express'])
  const countries = pickup ? [] : countriesIn(form)
  if (!pickup && countries.length === 0) form.fault('to.FR', says.nowhere)
  return form.done({
    kind,
    title,
    promise,
    speed,
    hours: pickup && Object.keys(hours).length > 0 ? hours : null,
    offered: form.flag('offered'),
    countries,
    bands,
    freeAbove,
    ...days,
  })
}

type Form = ReturnType<typeof readForm>

function readDays(form: Form) {
  const minDays = form.whole('min_days', { least: 0, most: 90 })
  const maxDays = form.whole('max_days', { least: 0, most: 90 })
  form.required('min_days', minDays, says.noDays)
  form.required('max_days', maxDays, says.noDays)
  const days = { minDays: minDays ?? 0, maxDays: maxDays ?? 0 }
  if (minDays !== null && days.maxDays < days.minDays) form.fault('max_days', says.days)
  return days
}

function countriesIn(form: Form): string[] {
  const groups = form.ticked('all.')
  const whole = Object.entries(ZONES).flatMap(([zone, members]) =>
    groups.includes(zone) ? members : [],
  )
  const ticked = new Set([...whole, ...form.ticked('to.')])
  return [...KNOWN].filter((country) => ticked.has(country))
}

function readBands(form: Form, currency: string): Band[] {
  const rows = Array.from({ length: MOST_BANDS }, (_, at) => at)
  const seen = new Set<number>()
  const bands = rows.flatMap((at) => {
    const upToG = form.whole(`up_to.${at}`, { least: 1, most: 1_000_000 })
    const price = form.money(`price.${at}`, currency)
    if (upToG === null && price === null) return []
    const whole = form.required(`up_to.${at}`, upToG) && form.required(`price.${at}`, price)
    if (!whole || upToG === null || price === null) return []
    if (seen.has(upToG)) form.fault(`up_to.${at}`, says.twice)
    seen.add(upToG)
    return [{ upToG, price }]
  })
  return bands.toSorted((a, b) => a.upToG - b.upToG)
}

const says = {
  noName: { fr: 'Il manque un nom.', en: 'A name is missing.' },
  noDays: {
    fr: 'Dites en combien de jours le colis arrive.',
    en: 'Say in how many days the parcel arrives.',
  },
  nowhere: { fr: 'Cochez au moins un pays.', en: 'Tick at least one country.' },
  noBand: {
    fr: 'Il faut au moins un poids et son prix.',
    en: 'At least one weight and its price are needed.',
  },
  twice: { fr: 'Ce poids a déjà un prix.', en: 'This weight has a price already.' },
  days: { fr: 'Au plus tard vient après au plus tôt.', en: 'The latest comes after the earliest.' },
} satisfies Record<string, Phrase>
