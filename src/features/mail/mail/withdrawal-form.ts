import { type Lang, type Phrase, say } from '#lib/i18n.ts'
import { words } from '../words.ts'

type Contract = { lang: Lang; seller: string; number: number; placed: string }

/** The model withdrawal form of the law (directive 2011/83, annex I B), with the seller and the order filled in. */
export function withdrawalForm({ lang, seller, number, placed }: Contract) {
  const line = (phrase: Phrase, values?: Record<string, string | number>) =>
    say(phrase, lang, values)
  return {
    title: line(words.form),
    lines: [
      line(words.formLead),
      line(words.formTo, { seller }),
      line(words.formNotice),
      line(words.formOrder, { number, day: placed }),
      line(words.formDates),
      line(words.formName),
      line(words.formAddress),
      line(words.formSignature),
      line(words.formDay),
      line(words.formStrike),
    ],
  }
}
