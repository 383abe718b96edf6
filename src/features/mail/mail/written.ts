import { fill, type Lang } from '#lib/i18n.ts'
import { words } from '../words.ts'

type Line = { title: string; personal: readonly { label: string; text: string }[] }

/** What is written on a piece, as notes below its name. */
export function writtenOn({ personal }: Line, lang: Lang): string[] {
  return personal.map((one) => fill(words.written[lang], one))
}

/** That what was made with the buyer's own words cannot be withdrawn from; empty when there is nothing such. */
export function noWithdrawal(lines: readonly Line[], lang: Lang): string {
  const titles = lines.flatMap(({ title, personal }) => (personal.length > 0 ? [title] : []))
  if (titles.length === 0) return ''
  return fill(words.noWithdrawal[lang], { titles: [...new Set(titles)].join(', ') })
}
