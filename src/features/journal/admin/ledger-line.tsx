import { METHOD_WORDS } from '#features/books/desk-words.ts'
import { useSpanName } from '#features/books/admin/span-nav.tsx'
import { clockAt, formatDay } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { KIND_WORDS, words } from '../desk-words.ts'
import { isSpan } from '../rules.ts'
import { readClosing } from '../tally-rules.ts'
import type { JournalRow } from '../table.ts'

/** A line of the journal, as it was written. */
export function LedgerLine({ line }: { line: JournalRow }) {
  const { say, money, lang, settings } = useSite()
  const { seq, at, day, orderId, amount } = line
  const title = useTitle(line)
  const when = `${formatDay(day, lang, { weekday: false })}, ${clockAt(at, settings.shop.timeZone)}`
  return (
    <li>
      {orderId ? <a href={deskLink.order(orderId)}>{title}</a> : <b>{title}</b>}
      <span class="num">{money(amount)}</span>
      <span class="xs soft">
        {[say(words.line, { seq }), when, useMore(line)].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}

function useTitle({ kind, number }: JournalRow): string {
  const { say, lang } = useSite()
  const nameOf = useSpanName()
  const day = kind === 'day' ? formatDay(number, lang, { weekday: false, year: true }) : null
  return say(KIND_WORDS[kind], { number: day ?? (isSpan(kind) ? nameOf(number) : number) })
}

/** How it was paid, or what a closing says besides. */
function useMore(line: JournalRow): string {
  const { say, money } = useSite()
  const { kind, method } = line
  if (isSpan(kind)) {
    const { sales, corrections, total } = readClosing(line)
    return say(words.spanText, { sales, corrections, total: money(total) })
  }
  const means = METHOD_WORDS[method]
  return means ? say(means) : method
}
