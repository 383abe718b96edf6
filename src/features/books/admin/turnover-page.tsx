import { Alarms } from '#features/tax/admin/alarms.tsx'
import { addUp, type Tally } from '#features/journal/tally-rules.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { DeskHead, Nothing, Tabs } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { LENGTH_WORDS, words } from '../desk-words.ts'
import { LENGTHS, type Length, type Period } from '../turnover-rules.ts'
import { BookTabs } from './book-tabs.tsx'
import { Figures } from './figures.tsx'
import { SpanNav, useSpanName } from './span-nav.tsx'
import { VatTable } from './vat-table.tsx'

type Props = {
  year: string
  first: string
  last: string
  by: Length
  periods: readonly Period[]
}

/** The turnover of a year, by period, as it is declared. */
export function TurnoverPage({ year, first, last, by, periods }: Props) {
  const { say } = useSite()
  const title = say(words.turnover)
  const tally = addUp(periods.map((period) => period.tally))
  const href = (query: Record<string, string>) => deskLink.books('turnover', { by, year, ...query })
  return (
    <AdminFrame title={`${title}, ${year}`} current="settings" back={useSettingsBack()}>
      <DeskHead title={title} />
      <BookTabs current="turnover" />
      <p class="s soft">{say(words.turnoverText)}</p>
      <SpanNav span={year} first={first} last={last} href={(span) => href({ year: span })} />
      {tally ? (
        <>
          <Tabs
            label={say(words.lengths)}
            tabs={LENGTHS.map((length) => ({
              href: href({ by: length }),
              label: say(LENGTH_WORDS[length]),
              current: length === by,
            }))}
          />
          <Periods periods={periods} tally={tally} year={year} />
          {tally.vat !== 0 && <VatTable periods={periods} />}
          <p class="s book-files">
            <a href={deskLink.books('turnover.csv', { by, year })}>{say(words.csv)}</a>
          </p>
        </>
      ) : (
        <Nothing text={say(words.noTurnover, { year })} />
      )}
      {tally && <Alarms turnover={tally} year={year} />}
    </AdminFrame>
  )
}

const COLUMNS = ['sold', 'refunded', 'amount', 'goods', 'services', 'vat'] as const
const HEADS = { ...words, amount: words.net }

function Periods({
  periods,
  tally,
  year,
}: Pick<Props, 'periods' | 'year'> & {
  tally: Tally
}) {
  const { say, money } = useSite()
  const nameOf = useSpanName()
  const columns = COLUMNS.filter((column) => column !== 'vat' || tally.vat !== 0)
  const lines = [...periods, ...(periods.length > 1 ? [{ period: year, tally }] : [])]
  return (
    <Figures label={say(words.turnover)}>
      <thead>
        <tr>
          <th scope="col">{say(words.period)}</th>
          {columns.map((column) => (
            <th scope="col" class="fig">
              {say(HEADS[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr>
            <th scope="row">
              {at < periods.length ? nameOf(line.period) : `${say(words.total)} ${year}`}
            </th>
            {columns.map((column) => (
              <td class="fig">{money(line.tally[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Figures>
  )
}
