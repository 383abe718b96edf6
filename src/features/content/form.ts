import { localTime } from '#lib/dates.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { slugify } from '#lib/text.ts'
import { MENTIONS_MOST, momentAt, PAGE_ROLES, type PageRole } from './rules.ts'

const NO_TITLE: Phrase = { fr: 'Il manque un titre.', en: 'A title is missing.' }

export type EntryForm = {
  slug: string
  role: PageRole | null
  title: Text
  excerpt: Text
  body: Text
  imageHash: string | null
  imageAlt: Text | null
  state: 'draft' | 'published'
  search: { title: Text; description: Text } | null
  publishedAt: number
  /** The pieces that it speaks of, as they were typed. */
  pieces: { field: string; name: string }[]
}

type Known = Pick<EntryForm, 'state' | 'publishedAt'> & { role: PageRole | null }
type Around = {
  kind: 'post' | 'page'
  languages: readonly Lang[]
  timeZone: string
  now: number
  before: Known | null
}

export const PICTURE = /^[0-9a-f]{24}$/

/** The names of the fields of some pieces: `piece.1` … */
export function pieceFields(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}.${at + 1}`)
}

/** The pieces that were typed into such fields, without the empty ones. */
export function typedPieces(fields: Fields, name: string, count: number) {
  return pieceFields(name, count).flatMap((field) => {
    const typed = (fields[field] ?? '').trim().slice(0, 200)
    return typed ? [{ field, name: typed }] : []
  })
}

/** Reads the form of a post or page. Without an address it gets one from its title; without a day it is out now. */
export function readEntry(fields: Fields, around: Around): Read<EntryForm> {
  const { kind, languages, now } = around
  const form = readForm(fields)
  const [first = 'fr'] = languages
  const title = form.texts('title', languages, { most: 120, required: NO_TITLE })
  const body = form.texts('body', languages, { most: 40_000 })
  const state = form.choice('state', ['draft', 'published'])
  const slug = slugify(form.text('slug', { most: 80 }) || (title[first] ?? ''))
  const publishedAt = readMoment(form, around, state)
  const role = kind === 'page' ? roleOf(form.typed('role')) : null
  const search = {
    title: form.texts('search_title', languages, { most: 70 }),
    description: form.texts('search_text', languages, { most: 170 }),
  }
  if (slug === '' && !form.problems[`title.${first}`]) form.fault('slug', says.slug)
  if (state === 'published' && !body[first]) form.fault(`body.${first}`, says.body)
  if (around.before?.role === 'terms' && role !== 'terms') form.fault('role', says.termsRole)
  if (role === 'terms' && (state === 'draft' || publishedAt > now)) {
    form.fault('state', says.termsState)
  }
  return form.done({
    slug,
    role,
    title,
    excerpt: form.texts('excerpt', languages, { most: 300 }),
    body,
    imageHash: PICTURE.test(form.typed('image')) ? form.typed('image') : null,
    imageAlt: form.texts('alt', languages, { most: 200 }),
    state,
    search: Object.keys({ ...search.title, ...search.description }).length > 0 ? search : null,
    publishedAt,
    pieces: typedPieces(fields, 'piece', MENTIONS_MOST),
  })
}

function readMoment(
  form: ReturnType<typeof readForm>,
  { before, timeZone, now }: Around,
  state: EntryForm['state'],
): number {
  const day = form.day('day')
  const hour = form.whole('hour', { most: 23 }) ?? 0
  if (day === null) return before?.state === 'published' ? before.publishedAt : now
  // An import may have been out at an odd minute: who leaves day and hour alone leaves that alone.
  const was = before && localTime(before.publishedAt, timeZone)
  if (before && was?.day === day && was.hour === hour) return before.publishedAt
  if (state === 'published' && (day < '2000-01-01' || day > '2100-01-01')) {
    form.fault('day', says.day)
  }
  return momentAt(day, hour, timeZone)
}

function roleOf(typed: string): PageRole | null {
  return PAGE_ROLES.find((role) => role === typed) ?? null
}

/** What the form holds of an entry that was saved. */
export function typedEntry(
  entry: Omit<EntryForm, 'pieces' | 'search'> & {
    search: { title?: Text | undefined; description?: Text | undefined } | null
    updatedAt: number
  },
  timeZone: string,
  now: number,
): Record<string, string> {
  const { day, hour } = localTime(entry.publishedAt, timeZone)
  const dated = entry.state === 'published' || entry.publishedAt > now
  return {
    ...inFields('title', entry.title),
    ...inFields('excerpt', entry.excerpt),
    ...inFields('body', entry.body),
    ...inFields('alt', entry.imageAlt),
    ...inFields('search_title', entry.search?.title),
    ...inFields('search_text', entry.search?.description),
    slug: entry.slug,
    role: entry.role ?? '',
    image: entry.imageHash ?? '',
    state: entry.state,
    ...(dated ? { day, hour: String(hour) } : {}),
    was: String(entry.updatedAt),
  }
}

/** A text as the fields of its languages hold it. */
export function inFields(name: string, text: Text | null | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text ?? {}).map(([lang, value]) => [`${name}.${lang}`, value ?? '']),
  )
}

export const says = {
  slug: { fr: 'Une adresse, comme marche-de-mai.', en: 'An address, such as may-market.' },
  body: { fr: 'Écrivez le texte avant de publier.', en: 'Write the text before publishing.' },
  day: { fr: 'Une date proche, comme 2026-12-24.', en: 'A nearby date, such as 2026-12-24.' },
  slugTaken: {
    fr: 'Cette adresse est déjà prise\u00a0: choisissez-en une autre.',
    en: 'This address is taken already: choose another.',
  },
  piece: {
    fr: 'Aucune pièce de ce nom\u00a0: choisissez-la dans la liste, ou écrivez sa référence.',
    en: 'No piece of this name: choose it from the list, or write its reference.',
  },
  picture: {
    fr: 'Cette photo n’est plus là\u00a0: choisissez-en une autre.',
    en: 'This picture is gone: choose another.',
  },
  termsRole: {
    fr: 'Chaque commande accepte cette page\u00a0: donnez d’abord ce rôle à une autre.',
    en: 'Every order accepts this page: give this role to another page first.',
  },
  termsState: {
    fr: 'Les conditions de vente restent en ligne\u00a0: chaque commande les accepte.',
    en: 'The terms of sale stay online: every order accepts them.',
  },
} satisfies Record<string, Phrase>
