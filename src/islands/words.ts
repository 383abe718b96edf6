import { isLang, type Phrase, plural, say as sayIn } from '#lib/i18n.ts'

const spoken = document.documentElement.lang
const lang = isLang(spoken) ? spoken : 'fr'

export const say = (phrase: Phrase, values?: Record<string, string | number>) =>
  sayIn(phrase, lang, values)

export const count = (many: number, one: Phrase, more: Phrase) => plural(many, lang, one, more)
