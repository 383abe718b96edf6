import type { ReceiptRow } from '#features/journal/queries.ts'
import type { Tally } from '#features/journal/tally-rules.ts'
import { formatDay } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { DeskHead, Nothing, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { METHOD_WORDS, words } from '../desk-words.ts'
import { BookTabs } from './book-tabs.tsx'
import { Figures } from './figures.tsx'
import { SpanNav, useSpanName } from './span-nav.tsx'

type Props = {
  month: string
  first: string
  last: string
  rows: readonly ReceiptRow[]
  /** Of the whole month; null when nothing came in. */
  tally: Tally | null
  after: number
  next: number | null
}

/** The book of receipts of a month. */
export function ReceiptsPage({ month, first, last, rows, tally, after, next }: Props) {
  const { say } = useSite()
  const name = useSpanName()(month)
  const href = (query: Record<string, string>) => deskLink.books(undefined, { month, ...query })
  return (
    <AdminFrame
      title={`${say(words.receipts)}, ${name}`}
      current="settings"
      back={useSettingsBack()}
    >
      <DeskHead title={say(words.receipts)} />
      <BookTabs current="receipts" />
      <p class="s soft">{say(words.receiptsText)}</p>
      <SpanNav
        span={month}
        first={first}
        last={last}
        href={(span) => deskLink.books(undefined, { month: span })}
      />
      {tally ? (
        <>
          <Receipts rows={rows} tally={tally} name={name} />
          <Turning
            first={after > 0 ? href({}) : null}
            next={next === null ? null : href({ after: String(next) })}
          />
          <Methods tally={tally} />
          <p class="s book-files">
            <a href={deskLink.books('receipts.csv', { month })}>{say(words.csv)}</a>
          </p>
        </>
      ) : (
        <Nothing text={say(words.noReceipts, { month: name })} />
      )}
    </AdminFrame>
  )
}

function Receipts({ rows, tally, name }: Pick<Props, 'rows'> & { tally: Tally; name: string }) {
  const { say, money } = useSite()
  const title = say(words.receipts)
  return (
    <Figures label={title}>
      <thead>
        <tr>
          <th scope="col">{say(words.date)}</th>
          <th scope="col">{say(words.document)}</th>
          {[words.amount, words.goods, words.services].map((phrase) => (
            <th scope="col" class="fig">
              {say(phrase)}
            </th>
          ))}
          <th scope="col">{say(words.payment)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Receipt {...row} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan={2}>
            {say(words.totalOf, { month: name })}
          </th>
          <td class="fig">{money(tally.amount)}</td>
          <td class="fig">{money(tally.goods)}</td>
          <td class="fig">{money(tally.services)}</td>
          <td>{say(words.allMethods)}</td>
        </tr>
      </tfoot>
    </Figures>
  )
}

function Receipt({ line, order }: ReceiptRow) {
  const { say, money, lang } = useSite()
  const { day, number, orderId, method, goods, services, amount } = line
  const means = METHOD_WORDS[method]
  return (
    <tr>
      <td>{formatDay(day, lang, { weekday: false })}</td>
      <th scope="row">
        {number}
        {orderId && order !== null && (
          <a class="xs" href={deskLink.order(orderId)}>
            {say(words.orderNumber, { number: order })}
          </a>
        )}
      </th>
      <td class="fig">{money(amount)}</td>
      <td class="fig">{goods === 0 ? '' : money(goods)}</td>
      <td class="fig">{services === 0 ? '' : money(services)}</td>
      <td>{means ? say(means) : method}</td>
    </tr>
  )
}

function Methods({ tally }: { tally: Tally }) {
  const { say, money } = useSite()
  const methods = Object.entries(tally.methods).filter(([, amount]) => amount !== 0)
  return (
    <section>
      <h3>{say(words.byMethod)}</h3>
      <dl class="rows s">
        {methods.map(([method, amount]) => {
          const means = METHOD_WORDS[method]
          return (
            <div>
              <dt>{means ? say(means) : method}</dt>
              <dd>{money(amount)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
