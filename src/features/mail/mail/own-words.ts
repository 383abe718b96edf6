import type { Settings } from '#features/settings/rules.ts'
import { fill, type Lang, pick } from '#lib/i18n.ts'

/** What the maker adds to a kind of mail in their own words, with `{name}`, `{number}` and `{shop}` filled in. */
export function ownWords(
  settings: Settings,
  template: string,
  lang: Lang,
  values: Record<string, string | number>,
): string[] {
  const typed = pick(settings.mails[template], lang)
  return typed ? [fill(typed, values)] : []
}
