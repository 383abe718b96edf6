import { useSite } from '#ui/site.tsx'
import { change, type Figures, type Span, SPANS } from '../rules.ts'
import { SPAN_WORDS, words } from '../words.ts'
import { Chart } from './chart.tsx'

/** What came in: the sum, its bars, and four figures against the period before. */
export function Sales({ figures, span }: { figures: Figures; span: Span }) {
  const { say, money, price, lang } = useSite()
  const { now, before, bars } = figures
  const figure = (value: number) =>
    new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB').format(value)
  const lines = [
    { label: words.orders, value: figure(now.orders), from: change(now.orders, before.orders) },
    {
      label: words.basket,
      value: now.basket === null ? say(words.none) : money(now.basket),
      from: change(now.basket, before.basket),
    },
    { label: words.visits, value: figure(now.visits), from: change(now.visits, before.visits) },
    {
      label: words.conversion,
      value:
        now.conversion === null
          ? say(words.none)
          : say(words.percent, { figure: figure(now.conversion) }),
      from: change(now.conversion, before.conversion),
    },
  ]
  return (
    <section aria-labelledby="sales">
      <div class="today-head">
        <h2 id="sales">{say(words.sales)}</h2>
        <p class="today-sum num">{price(now.revenue)}</p>
      </div>
      <nav class="today-spans xs" aria-label={say(words.spans)}>
        {SPANS.map((name) => (
          <a
            href={name === SPANS[0] ? '/admin' : `/admin?days=${name}`}
            aria-current={name === span ? 'true' : undefined}
          >
            {say(SPAN_WORDS[name])}
          </a>
        ))}
      </nav>
      <Against of={change(now.revenue, before.revenue)} />
      <Chart bars={bars} span={span} />
      <dl class="rows">
        {lines.map(({ label, value, from }) => (
          <div>
            <dt>
              {say(label)}
              <Against of={from} />
            </dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Against({ of }: { of: number | null }) {
  const { say } = useSite()
  if (of === null) return null
  const sign = of > 0 ? `+${of}` : `−${-of}`
  return (
    <span class="today-against xs soft">
      {of === 0 ? say(words.same) : say(words.against, { change: sign })}
    </span>
  )
}
