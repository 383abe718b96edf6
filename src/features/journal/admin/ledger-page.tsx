import { BookTabs } from '#features/books/admin/book-tabs.tsx'
import { SpanNav, useSpanName } from '#features/books/admin/span-nav.tsx'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { DeskHead, Nothing, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { LIST_WORDS, words } from '../desk-words.ts'
import { KINDS_OF, isLedgerList, type LedgerList } from '../rules.ts'
import type { JournalRow } from '../table.ts'
import { Check, type Checked } from './check.tsx'
import { LedgerLine } from './ledger-line.tsx'

type Props = {
  list: LedgerList
  month: string
  first: string
  last: string
  rows: readonly JournalRow[]
  before: number | null
  next: number | null
  /** Whether there is a line at all. */
  begun: boolean
  checked: Checked
}

/** The sales journal of a month, and what verifies and exports all of it. */
export function LedgerPage(props: Props) {
  const { list, month, first, last, rows, before, next, begun, checked } = props
  const { say } = useSite()
  const name = useSpanName()(month)
  const href = (query: Record<string, string>) =>
    deskLink.ledger(undefined, { month, list: list === 'all' ? '' : list, ...query })
  return (
    <AdminFrame title={`${say(words.title)}, ${name}`} current="settings" back={useSettingsBack()}>
      <DeskHead title={say(words.title)} />
      <BookTabs current="journal" />
      <p class="s soft">{say(words.text)}</p>
      {begun ? (
        <>
          <Check {...checked} />
          <Files />
          <SpanNav span={month} first={first} last={last} href={(span) => href({ month: span })} />
          <Lists list={list} month={month} />
          {rows.length === 0 && <Nothing text={say(words.none, { month: name })} />}
          <ul class="ledger">
            {rows.map((line) => (
              <LedgerLine line={line} />
            ))}
          </ul>
          <Turning
            first={before === null ? null : href({})}
            next={next === null ? null : href({ before: String(next) })}
          />
        </>
      ) : (
        <Nothing text={say(words.noneYet)} />
      )}
    </AdminFrame>
  )
}

function Lists({ list, month }: Pick<Props, 'list' | 'month'>) {
  const { say } = useSite()
  const tabs = Object.keys(KINDS_OF)
    .filter(isLedgerList)
    .map((key) => ({
      href: deskLink.ledger(undefined, { month, list: key === 'all' ? '' : key }),
      label: say(LIST_WORDS[key]),
      current: key === list,
    }))
  return <Tabs label={say(words.lists)} tabs={tabs} />
}

function Files() {
  const { say } = useSite()
  return (
    <section>
      <h2>{say(words.export)}</h2>
      <p class="s soft">{say(words.exportText)}</p>
      <p class="s book-files">
        <a href={deskLink.ledger('export.jsonl')}>{say(words.json)}</a>
        <a href={deskLink.ledger('export.csv')}>{say(words.csv)}</a>
      </p>
    </section>
  )
}
