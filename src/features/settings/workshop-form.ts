import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { textIn, typedText } from './identity-form.ts'
import type { Settings } from './rules.ts'

/** Sentences beside the button of a product. */
export const ASSURANCES = 4
/** Blank rows below the carriers that are there. */
export const MORE_CARRIERS = 2
const WEEKDAYS = [1, 2, 3, 4, 5, 6]

type Workshop = Pick<Settings, 'dispatch' | 'stock'>

/** The workshop as its fields show it. */
export function typedWorkshop({ dispatch, stock }: Workshop): Fields {
  const { weekdays, cutoffHour, assurances, returns, next } = dispatch
  return {
    ...Object.fromEntries(weekdays.map((day) => [`day.${day}`, 'yes'])),
    cutoff: String(cutoffHour),
    ...Object.assign({}, ...assurances.map((text, at) => typedText(`assurance.${at}`, text))),
    ...typedText('returns', returns),
    next_day: next?.day ?? '',
    ...typedText('sold', next?.sold ?? {}),
    ...typedText('closing', next?.closing ?? {}),
    low_at: String(stock.lowAt),
    low_mail: stock.mail ? 'yes' : '',
  }
}

/** Reads how orders leave and what is said of it. */
export function readWorkshop(
  fields: Fields,
  was: Workshop,
  languages: readonly Lang[],
): Read<Workshop> {
  const form = readForm(fields)
  const text = (name: string, before: Text, most: number) =>
    textIn(form, name, before, { languages, most })
  const weekdays = form
    .ticked('day.')
    .map(Number)
    .filter((day) => WEEKDAYS.includes(day))
  if (weekdays.length === 0) form.fault('day.1', says.weekday)
  const cutoffHour = form.whole('cutoff', { least: 0, most: 23 })
  form.required('cutoff', cutoffHour)
  const lowAt = form.whole('low_at', { least: 0, most: 99 })
  form.required('low_at', lowAt)
  const before = was.dispatch
  const assurances = Array.from(
    { length: Math.max(ASSURANCES, before.assurances.length) },
    (_, at) => text(`assurance.${at}`, before.assurances[at] ?? {}, 120),
  )
  return form.done({
    dispatch: {
      weekdays: weekdays.toSorted((a, b) => a - b),
      cutoffHour: cutoffHour ?? 0,
      assurances: assurances.filter((assurance) => Object.values(assurance).some(Boolean)),
      returns: text('returns', before.returns, 600),
      next: readNext(form, text, before.next),
    },
    stock: { lowAt: lowAt ?? 0, mail: form.flag('low_mail') },
  })
}

type Next = Settings['dispatch']['next']

function readNext(
  form: ReturnType<typeof readForm>,
  text: (name: string, before: Text, most: number) => Text,
  was: Next,
): Next {
  const day = form.day('next_day')
  const sold = text('sold', was?.sold ?? {}, 160)
  const closing = text('closing', was?.closing ?? {}, 300)
  return day ? { day, sold, closing } : null
}

/** The carriers as their fields show them. */
export function typedCarriers(carriers: Settings['carriers']): Fields {
  return Object.fromEntries(
    carriers.flatMap(({ name, pattern }, at) => [
      [`name.${at}`, name],
      [`pattern.${at}`, pattern],
    ]),
  )
}

/** Rows of carriers to show: those typed, and blank ones below. */
export function carrierRows(fields: Fields): number {
  const filled = Object.keys(fields).flatMap((name) => {
    const [, at] = /^(?:name|pattern)\.(\d{1,2})$/.exec(name) ?? []
    return at !== undefined && fields[name] ? [Number(at) + 1] : []
  })
  return Math.min(Math.max(0, ...filled), MOST_CARRIERS - MORE_CARRIERS) + MORE_CARRIERS
}

const MOST_CARRIERS = 20

/** Reads who carries parcels. A row without a name is none; one without an address has no page to show. */
export function readCarriers(fields: Fields): Read<Pick<Settings, 'carriers'>> {
  const form = readForm(fields)
  const names = new Set<string>()
  const carriers = Array.from({ length: MOST_CARRIERS }, (_, at) => at).flatMap((at) => {
    const name = form.text(`name.${at}`, { most: 40 })
    const pattern = form.text(`pattern.${at}`, { most: 300 })
    if (name === '' && pattern === '') return []
    if (name === '') form.fault(`name.${at}`, says.carrier)
    if (names.has(name.toLowerCase())) form.fault(`name.${at}`, says.twice)
    names.add(name.toLowerCase())
    const good = pattern === '' || /^https:\/\/[a-z0-9.-]+\/\S*\{n\}\S*$/i.test(pattern)
    if (!good) form.fault(`pattern.${at}`, says.pattern)
    return [{ name, pattern }]
  })
  return form.done({ carriers })
}

const says = {
  weekday: { fr: 'Cochez au moins un jour.', en: 'Tick at least one day.' },
  carrier: { fr: 'Il manque le nom du transporteur.', en: 'The name of the carrier is missing.' },
  twice: {
    fr: 'Ce transporteur est déjà dans la liste.',
    en: 'This carrier is in the list already.',
  },
  pattern: {
    fr: 'Une adresse en https:// qui contient {n} à la place du numéro.',
    en: 'An https:// address that holds {n} in the place of the number.',
  },
} satisfies Record<string, Phrase>
