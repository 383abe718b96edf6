import type { Link } from '#features/settings/rules.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang } from '#lib/i18n.ts'
import { ENTRIES_MOST, linkFields, readLink, rowNumbers } from './rules.ts'

type Around = { languages: readonly Lang[]; origin: string }

/** Reads the entries of a menu, each with the row that it was typed in. Rows without a word or a place are none. */
export function readMenu(fields: Fields, around: Around): Read<{ row: string; link: Link }[]> {
  const form = readForm(fields)
  const links = rowNumbers(fields)
    .slice(0, ENTRIES_MOST)
    .flatMap((number) => {
      const row = `row.${number}`
      const link = readLink(form, row, { ...around, required: false })
      return link ? [{ row, link }] : []
    })
  return form.done(links)
}

/** What the form of a menu holds. */
export function typedMenu(links: readonly Link[]): Record<string, string> {
  return Object.assign({}, ...links.map((link, at) => linkFields(`row.${at}`, link)))
}
