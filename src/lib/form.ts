import type { Day } from './dates.ts'
import type { Lang, Phrase, Text } from './i18n.ts'
import { decimals, parseMoney } from './money.ts'

export type Fields = Readonly<Record<string, string>>
/** What is wrong, by the name of the field. */
export type Problems = Partial<Record<string, Phrase>>
export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: Problems }

/** `required`: it may not stay empty; as a phrase, what is said then. */
type Length = { most: number; required?: boolean | Phrase | undefined }
type Range = { least?: number; most?: number }

/**
 * Reads a posted form field by field and collects what is wrong, in the words of whoever typed it. Every reader answers
 * a value that is safe to go on with, so that all problems are found at once; `done` refuses when there was one.
 */
export function readForm(fields: Fields) {
  const desk = opened(fields)
  return { ...desk, ...textReaders(desk), ...numberReaders(desk), ...choiceReaders(desk) }
}

function opened(fields: Fields) {
  const problems: Problems = {}
  return {
    fields,
    problems,
    typed: (name: string) => (fields[name] ?? '').trim(),
    /** Says what is wrong with a field; what was said first stays. */
    fault: (name: string, phrase: Phrase) => {
      problems[name] ??= phrase
    },
    /** Whether a field that must be filled in was. */
    required<T>(name: string, value: T | null, phrase: Phrase = says.empty): value is T {
      if (value === null) problems[name] ??= phrase
      return value !== null
    },
    done<Value>(value: Value): Read<Value> {
      return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value }
    },
  }
}

type Opened = ReturnType<typeof opened>

function textReaders({ typed, fault }: Opened) {
  /** One line or several; line ends become plain, characters that cannot be seen go. */
  function text(name: string, { most, required = false }: Length): string {
    const value = plain(typed(name))
    if (required && value === '') fault(name, required === true ? says.empty : required)
    if (value.length > most) fault(name, filled(says.long, most))
    return value
  }
  /** A text in each language, from `name.fr`, `name.en`; the first language is the required one. */
  function texts(name: string, languages: readonly Lang[], { most, required }: Length): Text {
    const pairs = languages.flatMap((lang, at) => {
      const must = at === 0 && required
      const value = text(`${name}.${lang}`, { most, required: must })
      return value === '' ? [] : [[lang, value] as const]
    })
    return Object.fromEntries(pairs)
  }
  return { text, texts }
}

function numberReaders({ typed, fault }: Opened) {
  return {
    /** Minor units; null when nothing was typed. */
    money(name: string, currency: string, { least = 0, most = 10_000_000 }: Range = {}) {
      if (typed(name) === '') return null
      const amount = parseMoney(typed(name), currency)
      if (amount === null) fault(name, decimals(currency) > 0 ? says.money : says.whole)
      else if (amount < least || amount > most) fault(name, says.range)
      return amount
    },
    /** A whole number; null when nothing was typed. */
    whole(name: string, { least = 0, most = 1_000_000 }: Range = {}): number | null {
      const value = typed(name).replace(/[\s\u202f]/g, '')
      if (value === '') return null
      const number = /^-?\d{1,9}$/.test(value) ? Number(value) : null
      if (number === null) fault(name, says.whole)
      else if (number < least || number > most) fault(name, filled(says.between, least, most))
      return number
    },
    /** A day, as date fields post it; null when nothing was typed. */
    day(name: string): Day | null {
      const value = typed(name)
      if (value === '') return null
      const valid = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      if (!valid) fault(name, says.day)
      return valid ? value : null
    },
  }
}

function choiceReaders({ fields, typed, fault }: Opened) {
  return {
    /** One of a few; the first of them stands in for anything else. */
    choice<const T extends string>(name: string, choices: readonly [T, ...T[]]): T {
      const found = choices.find((choice) => choice === typed(name))
      if (found === undefined) fault(name, says.choice)
      return found ?? choices[0]
    },
    flag: (name: string) => typed(name) === 'yes',
    /** What follows a prefix in the names of the boxes that were ticked. */
    ticked: (prefix: string) =>
      Object.keys(fields).flatMap((name) =>
        name.startsWith(prefix) && fields[name] === 'yes' ? [name.slice(prefix.length)] : [],
      ),
  }
}

function plain(value: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

function filled(phrase: Phrase, ...values: number[]): Phrase {
  const fill = (text: string) => values.reduce((t, n, i) => t.replace(`{${i}}`, String(n)), text)
  return { fr: fill(phrase.fr), en: fill(phrase.en) }
}

const says = {
  empty: { fr: 'À remplir.', en: 'Please fill this in.' },
  long: { fr: 'Au plus {0} caractères.', en: 'At most {0} characters.' },
  money: { fr: 'Un montant, comme 28 ou 28,50.', en: 'An amount, such as 28 or 28.50.' },
  range: { fr: 'Ce montant n’est pas possible ici.', en: 'This amount is not possible here.' },
  whole: { fr: 'Un nombre entier.', en: 'A whole number.' },
  between: { fr: 'Un nombre de {0} à {1}.', en: 'A number from {0} to {1}.' },
  choice: { fr: 'À choisir.', en: 'Please choose.' },
  day: { fr: 'Une date, comme 2026-12-24.', en: 'A date, such as 2026-12-24.' },
} satisfies Record<string, Phrase>
