import { COUNTRIES } from '#lib/countries.ts'
import type { Day } from '#lib/dates.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { LANGS } from '#lib/i18n.ts'
import type { Settings } from '#features/settings/rules.ts'
import { EXEMPT_MENTION, firstDayFor, type Rate, STANDARD } from './rules.ts'

export const REGIMES = ['exempt', 'domestic', 'destination'] as const

/** Classes of goods that a rate may be for, beside those that have one already. */
export const CLASSES = [STANDARD, 'reduced', 'book', 'none'] as const

const COUNTRY_CODES = new Set([...COUNTRIES, 'XI'])
/** The highest rate that anybody charges has room to rise. */
const MOST_BASIS_POINTS = 4000

/** The regime as its fields show it; the words of the law stand ready where there are none. */
export function typedTax({ regime, mention }: Settings['tax']): Fields {
  const own = Object.values(mention).some(Boolean)
  return {
    regime,
    ...Object.fromEntries(
      LANGS.map((lang) => [`mention.${lang}`, (own ? mention[lang] : EXEMPT_MENTION[lang]) ?? '']),
    ),
  }
}

/** Reads how the shop is taxed. Without VAT it must say why; the words are kept when VAT comes back. */
export function readTax(
  fields: Fields,
  was: Settings['tax'],
  languages: readonly Lang[],
): Read<Pick<Settings, 'tax'>> {
  const form = readForm(fields)
  const regime = form.choice('regime', REGIMES)
  const others = LANGS.filter((lang) => !languages.includes(lang) && was.mention[lang])
  const kept: Text = Object.fromEntries(others.map((lang) => [lang, was.mention[lang]]))
  const required = regime === 'exempt'
  const mention = { ...kept, ...form.texts('mention', languages, { most: 200, required }) }
  return form.done({ tax: { ...was, regime, mention } })
}

/** Reads a rate that starts on a day: after today where one is in force, for what was sold is never taxed anew. */
export function readRate(
  fields: Fields,
  rates: readonly Rate[],
  today: Day,
): Read<Rate & { source: string }> {
  const form = readForm(fields)
  const country = form.text('country', { most: 2, required: true })
  if (country && !COUNTRY_CODES.has(country)) form.fault('country', says.country)
  const taxClass = form.text('class', { most: 30, required: true })
  if (taxClass && !/^[a-z][a-z_-]*$/.test(taxClass)) form.fault('class', says.class)
  const basisPoints = basisPointsIn(form.text('rate', { most: 10, required: true }))
  if (basisPoints === null || basisPoints > MOST_BASIS_POINTS) form.fault('rate', says.rate)
  const from = form.day('from')
  form.required('from', from)
  const after = firstDayFor(rates, { country, taxClass }, today)
  const taken = rates.some(
    (rate) => rate.country === country && rate.taxClass === taxClass && rate.from === from,
  )
  if (from && after && from <= after) form.fault('from', says.past)
  else if (taken) form.fault('from', says.taken)
  const source = form.text('source', { most: 200 })
  return form.done({ country, taxClass, from: from ?? '', basisPoints: basisPoints ?? 0, source })
}

/** A percentage as it is typed, "5,5" or "20 %", in hundredths of a percent; null when it is none. */
export function basisPointsIn(typed: string): number | null {
  const plain = typed.replace(/[\s\u202f%]/g, '').replace(',', '.')
  return /^\d{1,2}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

const says = {
  country: { fr: 'Ce pays n’est pas connu.', en: 'This country is not known.' },
  class: { fr: 'Cette catégorie n’est pas connue.', en: 'This category is not known.' },
  rate: { fr: 'Un pourcentage, comme 20 ou 5,5.', en: 'A percentage, such as 20 or 5.5.' },
  past: {
    fr: 'À partir de demain\u00a0: ce qui est déjà vendu garde son taux.',
    en: 'From tomorrow on: what has been sold keeps its rate.',
  },
  taken: {
    fr: 'Il y a déjà un taux qui commence ce jour-là.',
    en: 'There is a rate from that day already.',
  },
} satisfies Record<string, Phrase>
