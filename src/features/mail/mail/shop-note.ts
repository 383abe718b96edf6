import type { JournalRow } from '#features/journal/table.ts'
import { readClosing } from '#features/journal/tally-rules.ts'
import type { Settings } from '#features/settings/rules.ts'
import { type Lang, type Phrase, say as sayIn } from '#lib/i18n.ts'
import { formatMonth } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink, makeLinks } from '#links.ts'
import { noteWords as words } from '../note-words.ts'
import type { AnsweredRow, LowRow, MessageRow } from '../queries.ts'
import { pictureUrl } from './content.ts'
import type { Note } from './note.tsx'

export type Around = { settings: Settings; origin: string; lang: Lang }

/** What every mail that is not to a buyer about an order has in common. */
export function opened({ settings, origin, lang }: Around) {
  const { shop } = settings
  const link = makeLinks(lang, shop.languages)
  const say = (phrase: Phrase, values: Record<string, string | number> = {}) =>
    sayIn(phrase, lang, { shop: shop.name, ...values })
  const home = {
    name: shop.name,
    url: origin + link.home(),
    logo: pictureUrl(origin, shop.logo, 480),
  }
  return { say, lang, shop: home, picture: null, panels: [], button: null }
}

/** Somebody wrote: what they say, and the way to answer. */
export function messageNote(around: Around, message: MessageRow): Note {
  const { say, ...note } = opened(around)
  const values = { name: message.name }
  return {
    ...note,
    subject: say(words.message.subject, values),
    title: say(words.message.title, values),
    paragraphs: [message.text],
    button: { url: `${around.origin}${deskLink.message(message.id)}`, label: say(words.answerIt) },
    panels: [{ title: say(words.from), lines: [message.name, message.email] }],
  }
}

/** The workshop's answer, with what it answers. */
export function answerNote(around: Around, { answer, message }: AnsweredRow): Note {
  const { say, ...note } = opened({ ...around, lang: message.lang })
  return {
    ...note,
    subject: say(words.answer.subject),
    title: say(words.answer.title, { name: message.name }),
    paragraphs: [answer.text],
    panels: [{ title: say(words.yourMessage), lines: message.text.split('\n') }],
  }
}

/** The pieces that run low. */
export function lowNote(around: Around, rows: readonly LowRow[]): Note {
  const { say, ...note } = opened(around)
  const names = rows.map(({ title, choice, available }) => {
    const name = [title[around.lang] ?? title.fr ?? title.en, ...Object.values(choice)]
    return `${name.filter(Boolean).join(', ')}: ${available}`
  })
  return {
    ...note,
    subject: say(words.low.subject),
    title: say(words.low.title),
    paragraphs: names,
    button: { url: `${around.origin}/admin/stock?list=low`, label: say(words.seeStock) },
  }
}

const FIGURES = ['sold', 'refunded', 'amount', 'goods', 'services', 'vat', 'total'] as const

/** A month of the sales journal is closed: its figures, and the seal that this mail keeps outside of the shop. */
export function closingNote(around: Around, line: JournalRow, hash: string): Note {
  const { say, lang, ...note } = opened(around)
  const closing = readClosing(line)
  const money = (sum: number) => formatMoney(sum, line.currency, lang)
  const month = formatMonth(line.number, lang, { year: true })
  const told = words.closing
  return {
    ...note,
    lang,
    subject: say(told.subject, { month }),
    title: say(told.title, { month }),
    paragraphs: [say(told.text)],
    panels: [
      {
        title: say(told.figures),
        lines: FIGURES.map((name) => say(told[name], { amount: money(closing[name]) })),
      },
      { title: say(told.seal, { seq: line.seq }), lines: [hash.slice(0, 32), hash.slice(32)] },
    ],
    button: { url: `${around.origin}/admin/journal`, label: say(told.see) },
  }
}

/** Somebody came in with a recovery code: their other sessions are closed. */
export function codeNote(around: Around, who: string): Note {
  const { say, ...note } = opened(around)
  return {
    ...note,
    subject: say(words.code.subject),
    title: say(words.code.title, { who }),
    paragraphs: [say(words.code.text)],
    button: { url: `${around.origin}/admin/account`, label: say(words.seeAccess) },
  }
}

/** What Stripe took and what the shop knows do not agree. */
export function differencesNote(around: Around): Note {
  const { say, ...note } = opened(around)
  return {
    ...note,
    subject: say(words.differences.subject),
    title: say(words.differences.title),
    paragraphs: [say(words.differences.text)],
    button: { url: `${around.origin}/admin/payments`, label: say(words.seeDifferences) },
  }
}

/** Proof that mails leave. */
export function testNote(around: Around): Note {
  const { say, ...note } = opened(around)
  return {
    ...note,
    subject: say(words.test.subject),
    title: say(words.test.title),
    paragraphs: [say(words.test.text)],
  }
}
