import { formatDay, formatMonth } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import type { Bar, Span } from '../rules.ts'
import { words } from '../words.ts'

const WIDTH = 304
const HEIGHT = 72

/** Sales as bars, today's in the shop's own colour; the same as a table below. */
export function Chart({ bars, span }: { bars: readonly Bar[]; span: Span }) {
  const { say, lang } = useSite()
  const most = Math.max(1, ...bars.map(({ revenue }) => revenue))
  const step = WIDTH / bars.length
  const width = Math.max(1, Math.round(step * 0.7 * 10) / 10)
  const first = bars[0]
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} aria-hidden="true">
        {bars.map(({ revenue }, at) => {
          const height = revenue > 0 ? Math.max(2, Math.round((revenue / most) * HEIGHT)) : 0
          return (
            <rect
              class={at === bars.length - 1 ? 'now' : undefined}
              x={Math.round((at * step + (step - width) / 2) * 10) / 10}
              y={HEIGHT - height}
              width={width}
              height={height}
            />
          )
        })}
        <path d={`M0 ${HEIGHT + 0.5}h${WIDTH}`} />
      </svg>
      <p class="chart-ends xs soft num" aria-hidden="true">
        <span>{first && nameOf(first, span, lang)}</span>
        <span>{say(words.today)}</span>
      </p>
      <Table bars={bars} span={span} />
    </figure>
  )
}

function Table({ bars, span }: { bars: readonly Bar[]; span: Span }) {
  const { say, money, lang } = useSite()
  return (
    <details class="xs">
      <summary>{say(words.table)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(span === 365 ? words.month : words.day)}</th>
            <th scope="col">{say(words.orders)}</th>
            <th scope="col">{say(words.revenue)}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr>
              <th scope="row">{nameOf(bar, span, lang)}</th>
              <td class="num">{bar.orders}</td>
              <td class="num">{money(bar.revenue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function nameOf({ from }: Bar, span: Span, lang: 'fr' | 'en'): string {
  return span === 365
    ? formatMonth(from.slice(0, 7), lang, { year: true })
    : formatDay(from, lang, { weekday: false })
}
