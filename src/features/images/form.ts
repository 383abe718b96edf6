import type { Option } from '#features/catalogue/rules.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Text } from '#lib/i18n.ts'
import { CENTRE, isHash } from './rules.ts'

const MOST_ALT = 300

type Described = { alt: Text; choice: Record<string, string>; focus: number }

/** What a picture of a product shows, from its form: `alt.fr`, `focus`, and `choice_<option>` for each option. */
export function readWords(
  fields: Fields,
  languages: readonly Lang[],
  options: readonly Option[],
): Read<Described> {
  const form = readForm(fields)
  const choice = options.flatMap(({ name, values }) => {
    const found = values.find(({ value }) => value === form.typed(`choice_${name}`))
    return found ? [[name, found.value] as const] : []
  })
  return form.done({
    alt: form.texts('alt', languages, { most: MOST_ALT }),
    choice: Object.fromEntries(choice),
    focus: form.whole('focus', { most: 8 }) ?? CENTRE,
  })
}

/** The place that a picture is moved to, counted from 0; null when it is none. */
export function readPlace(fields: Fields): { hash: string; to: number } | null {
  const { picture = '', to = '' } = fields
  return isHash(picture) && /^\d{1,2}$/.test(to) ? { hash: picture, to: Number(to) } : null
}
