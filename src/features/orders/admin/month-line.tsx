import { addDays, formatMonth } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

export type Month = { month: string; orders: number; total: number }

/** What the month has brought so far, and the file of it. */
export function MonthLine({ month: { month, orders, total } }: { month: Month }) {
  const { lang, count, money, say } = useSite()
  const name = formatMonth(month, lang)
  const former = addDays(`${month}-01`, -1).slice(0, 7)
  const values = {
    month: name.charAt(0).toUpperCase() + name.slice(1),
    count: count(orders, words.oneOrder, words.orders),
    total: money(total),
  }
  return (
    <p class="order-after s soft">
      {say(words.month, values)} <a href={deskLink.orderExport(month)}>{say(words.export)}</a>{' '}
      <a href={deskLink.orderExport(former)}>
        {say(words.exportMonth, { month: formatMonth(former, lang) })}
      </a>
    </p>
  )
}
