import { addDays, formatMonth } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

type Props = {
  /** A month, `2026-11`, or a year. */
  span: string
  /** The first and the last one that there is anything to say of. */
  first: string
  last: string
  href: (span: string) => string
}

/** Which month or year a book is open at, and the ways to those around it. */
export function SpanNav({ span, first, last, href }: Props) {
  const { say } = useSite()
  const nameOf = useSpanName()
  const [former, following] = around(span)
  return (
    <div class="book-span">
      <h2>{nameOf(span)}</h2>
      {former >= first && (
        <a class="s" href={href(former)} rel="prev">
          <span class="ears">{say(words.former)}, </span>
          {nameOf(former)}
        </a>
      )}
      {following <= last && (
        <a class="s" href={href(following)} rel="next">
          <span class="ears">{say(words.following)}, </span>
          {nameOf(following)}
        </a>
      )}
    </div>
  )
}

function around(span: string): [string, string] {
  if (span.length === 4) return [String(Number(span) - 1), String(Number(span) + 1)]
  return [addDays(`${span}-01`, -1).slice(0, 7), addDays(`${span}-28`, 4).slice(0, 7)]
}

/** "novembre 2026", "Trimestre 4, 2026", "2026": the name of a period. */
export function useSpanName() {
  const { lang, say } = useSite()
  return (span: string): string => {
    const [, year, n] = /^(\d{4})-T(\d)$/.exec(span) ?? []
    if (year && n) return say(words.quarterOf, { n, year })
    return span.length === 4 ? span : formatMonth(span, lang, { year: true })
  }
}
