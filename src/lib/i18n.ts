/** The languages the shop's own words exist in. A shop uses some of them, in its own order. */
export const LANGS = ['fr', 'en'] as const

export type Lang = (typeof LANGS)[number]

/** What a maker wrote, in the languages she wrote it in. */
export type Text = { [L in Lang]?: string | undefined }

/** A phrase of the shop itself, always in every language; `{name}` marks what is filled in. */
export type Phrase = Record<Lang, string>

/** The text in this language, else in the first language that has it, else nothing. */
export function pick(text: Text | null | undefined, lang: Lang): string {
  if (!text) return ''
  return text[lang] || LANGS.map((other) => text[other]).find(Boolean) || ''
}

/** Fills `{name}` marks with values. An unknown mark stays as it is, so that it shows. */
export function fill(phrase: string, values: Record<string, string | number> = {}): string {
  return phrase.replace(/\{(\w+)\}/g, (mark, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : mark,
  )
}

/** Says a phrase in a language. */
export function say(phrase: Phrase, lang: Lang, values?: Record<string, string | number>): string {
  return values ? fill(phrase[lang], values) : phrase[lang]
}

/** The phrase for a count: French takes the singular for 0 and 1, English for 1 only. */
export function plural(count: number, lang: Lang, one: Phrase, many: Phrase): string {
  const singular = lang === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1
  return say(singular ? one : many, lang, { count })
}

/** Narrows any text to a language the shop's words exist in. */
export function isLang(value: unknown): value is Lang {
  return LANGS.some((lang) => lang === value)
}
