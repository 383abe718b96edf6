import { pieceNames } from '#features/content/rules.ts'
import type { Link, Settings, Target } from '#features/settings/rules.ts'
import type { Fields, readForm } from '#lib/form.ts'
import { isLang, type Lang, type Phrase } from '#lib/i18n.ts'

/** The menus as addresses name them: the one at the top, the columns of the foot, the line of the law. */
export const MENUS = ['main', 'footer-1', 'footer-2', 'footer-3', 'legal'] as const
export type MenuName = (typeof MENUS)[number]

/** Entries that one menu may have. */
export const ENTRIES_MOST = 12

/** What is chosen for a place that is typed. */
export const TYPED = 'at'

/** The entries of one menu. */
export function menuOf({ main, footer, legal }: Settings['menus'], name: MenuName): Link[] {
  if (name === 'main') return main
  if (name === 'legal') return legal
  return footer[columnOf(name)] ?? []
}

/** The menus with one of them changed. A column without entries between two others stays; one at the end goes. */
export function withMenu(
  menus: Settings['menus'],
  name: MenuName,
  links: Link[],
): Settings['menus'] {
  if (name === 'main' || name === 'legal') return { ...menus, [name]: links }
  const count = Math.max(menus.footer.length, columnOf(name) + 1)
  const footer = Array.from({ length: count }, (_, at) =>
    at === columnOf(name) ? links : (menus.footer[at] ?? []),
  )
  const last = footer.findLastIndex((column) => column.length > 0)
  return { ...menus, footer: footer.slice(0, last + 1) }
}

function columnOf(name: MenuName): number {
  return Number(name.slice(-1)) - 1
}

/**
 * Where a field leads to: chosen from a list (`page:contact`), or typed. What is typed is a piece by its name, or an
 * address of this shop, whole or without its beginning; null for anything else.
 */
export function targetFrom(chosen: string, typed: string, origin: string): Target | null {
  const [, type, slug] = /^(collection|page|post):([a-z0-9-]+)$/.exec(chosen) ?? []
  if (type === 'collection' || type === 'page' || type === 'post') {
    return { type, slug: slug ?? '' }
  }
  if (chosen === 'home' || chosen === 'journal') return { type: chosen, slug: '' }
  return chosen === TYPED ? typedTarget(typed.trim(), origin) : null
}

const SECTIONS = {
  collections: 'collection',
  products: 'product',
  pages: 'page',
  journal: 'post',
} as const

function typedTarget(typed: string, origin: string): Target | null {
  if (typed === '') return null
  const path =
    typed.startsWith(`${origin}/`) || typed === origin ? typed.slice(origin.length) : typed
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return null
  if (!path.startsWith('/') && path !== '') {
    const [slug = ''] = pieceNames(path).slugs
    return slug ? { type: 'product', slug } : null
  }
  const parts = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
  const [section = '', slug = '', ...more] = isLang(parts[0]) ? parts.slice(1) : parts
  if (section === '') return { type: 'home', slug: '' }
  if (section === 'journal' && slug === '') return { type: 'journal', slug: '' }
  const known = Object.entries(SECTIONS).find(([name]) => name === section)?.[1]
  if (known && /^[a-z0-9-]+$/.test(slug) && more.length === 0) return { type: known, slug }
  return /^\/[\w\-./?=&%#~]{1,200}$/.test(path) ? { type: 'path', slug: path.slice(1) } : null
}

/** What the fields of a link hold. */
export function linkFields(name: string, link: Link | null): Record<string, string> {
  if (!link) return {}
  const labels = Object.entries(link.label).map(
    ([lang, label]) => [`${name}.label.${lang}`, label ?? ''] as const,
  )
  return { ...Object.fromEntries(labels), ...placeFields(name, link.link) }
}

function placeFields(name: string, { type, slug }: Target): Record<string, string> {
  if (type === 'home' || type === 'journal') return { [`${name}.to`]: type }
  if (type === 'product') return { [`${name}.to`]: TYPED, [`${name}.at`]: slug }
  if (type === 'path') return { [`${name}.to`]: TYPED, [`${name}.at`]: `/${slug}` }
  return { [`${name}.to`]: `${type}:${slug}` }
}

type Reading = { languages: readonly Lang[]; origin: string; required: boolean }

/** Reads a link from its fields: its words in each language and where it leads. None when nothing was filled in. */
export function readLink(
  form: ReturnType<typeof readForm>,
  name: string,
  { languages, origin, required }: Reading,
): Link | null {
  const [first = 'fr'] = languages
  const label = form.texts(`${name}.label`, languages, { most: 60 })
  const chosen = form.typed(`${name}.to`)
  const at = form.typed(`${name}.at`)
  if (!required && Object.keys(label).length === 0 && chosen === '') return null
  if (!label[first]) form.fault(`${name}.label.${first}`, says.label)
  const link = targetFrom(chosen, at, origin)
  if (!link) form.fault(chosen === TYPED ? `${name}.at` : `${name}.to`, says.place)
  return { label, link: link ?? { type: 'home', slug: '' } }
}

const ROW = /^row\.(\d{1,3})\./

/** The numbers of the rows that were posted, in the order in which they stand. */
export function rowNumbers(fields: Fields): number[] {
  const numbers = Object.keys(fields).flatMap((name) => ROW.exec(name)?.[1] ?? [])
  return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b)
}

/** The posted rows in another order, numbered anew: `add`, or `up`, `down`, `remove` and a row's number. */
export function rearranged(fields: Fields, act: string): Record<string, string> {
  const rows = rowNumbers(fields)
  const [move = '', number = ''] = act.split('.')
  const at = rows.indexOf(Number(number))
  const there = move === 'up' ? at - 1 : at + 1
  const order: (number | null)[] = [...rows]
  const row = rows[at]
  if (row !== undefined && (move === 'up' || move === 'down') && there >= 0) {
    order.splice(at, 1)
    order.splice(there, 0, row)
  }
  if (row !== undefined && move === 'remove') order.splice(at, 1)
  if (move === 'add' && order.length < ENTRIES_MOST) order.push(null)
  const others = Object.entries(fields).filter(([name]) => !ROW.test(name))
  return Object.fromEntries([
    ...others,
    ...order.flatMap((from, to) => rowFields(fields, from, to)),
  ])
}

function rowFields(fields: Fields, from: number | null, to: number): [string, string][] {
  if (from === null) return [[`row.${to}.to`, '']]
  const start = `row.${from}.`
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(start) ? [[`row.${to}.${name.slice(start.length)}`, value]] : [],
  )
}

export const says = {
  label: { fr: 'Les mots du lien.', en: 'The words of the link.' },
  place: {
    fr: 'Où mène-t-il\u00a0? Une pièce, ou une adresse de la boutique comme /pages/contact.',
    en: 'Where does it lead? A piece, or an address of the shop such as /pages/contact.',
  },
  piece: {
    fr: 'Aucune pièce à cette adresse.',
    en: 'There is no piece at this address.',
  },
} satisfies Record<string, Phrase>
