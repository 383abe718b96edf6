import { addDays, formatMonth, formatShort } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { DeskHead, Nothing, SearchBox, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Asked, DocumentLine, KindSum } from '../list-documents.ts'
import { words as said } from '../words.ts'

type Props = {
  asked: Asked
  rows: readonly DocumentLine[]
  sums: readonly KindSum[]
  /** Where the next page begins, when there is one. */
  next: string | null
  /** The month that it is now. */
  today: string
}

/** Invoices and credit notes, a month at a time, or those that bear a number. */
export function DocumentListPage({ asked, rows, sums, next, today }: Props) {
  const { lang, say } = useSite()
  const { month, q, before } = asked
  const back = useSettingsBack()
  return (
    <AdminFrame title={say(words.title)} current="settings" back={back}>
      <DeskHead title={say(words.title)} />
      <div class="order-tools">
        {!q && <Months month={month} today={today} />}
        <SearchBox action={deskLink.documents()} q={q} label={say(words.search)} />
      </div>
      {rows.length > 0 ? <Rows rows={rows} /> : <Empty asked={asked} />}
      <Turning
        first={before ? deskLink.documents({ month }) : null}
        next={next && deskLink.documents({ month, before: next })}
      />
      {!q && sums.length > 0 && (
        <Sums sums={sums} title={formatMonth(month, lang, { year: true })} />
      )}
    </AdminFrame>
  )
}

function Months({ month, today }: { month: string; today: string }) {
  const { lang, say } = useSite()
  const former = addDays(`${month}-01`, -1).slice(0, 7)
  const later = addDays(`${month}-28`, 4).slice(0, 7)
  return (
    <nav class="doc-months" aria-label={say(words.months)}>
      <a href={deskLink.documents({ month: former })} aria-label={say(words.monthBefore)}>
        ←
      </a>
      <p class="d1">{formatMonth(month, lang, { year: true })}</p>
      {later <= today ? (
        <a href={deskLink.documents({ month: later })} aria-label={say(words.monthAfter)}>
          →
        </a>
      ) : (
        <span></span>
      )}
    </nav>
  )
}

function Rows({ rows }: { rows: readonly DocumentLine[] }) {
  const { settings, lang, now, say } = useSite()
  return (
    <ol class="doc-rows">
      {rows.map(({ kind, number, orderId, orderNumber, at, currency, amount, buyer }) => (
        <li>
          <a class="num" href={deskLink.document(orderId, number)}>
            {number} <span class="xs">PDF</span>
          </a>
          <p class="doc-kind s soft">{say(kind === 'invoice' ? said.invoice : said.creditNote)}</p>
          <p class="doc-who s">
            {buyer || say(words.nobody)},{' '}
            <a href={deskLink.order(orderId)}>
              {say(words.orderOf, { number: orderNumber ?? '' })}
            </a>
          </p>
          <time class="s soft num" datetime={new Date(at).toISOString()}>
            {formatShort(at, now, settings.shop.timeZone, lang)}
          </time>
          <p class="doc-sum num">{formatMoney(amount, currency, lang)}</p>
        </li>
      ))}
    </ol>
  )
}

function Sums({ sums, title }: { sums: readonly KindSum[]; title: string }) {
  const { count, money, say } = useSite()
  const of = (kind: KindSum['kind']) => sums.find((one) => one.kind === kind)
  const [sold, given] = [of('invoice'), of('credit_note')]
  const total = (name: 'amount' | 'vat') => sums.reduce((sum, one) => sum + one[name], 0)
  return (
    <section class="doc-sums" aria-labelledby="sums-title">
      <h2 id="sums-title">
        {say(words.totals)} <span class="soft">{title}</span>
      </h2>
      <dl class="rows">
        {sold && (
          <div>
            <dt>{count(sold.count, words.oneInvoice, words.manyInvoices)}</dt>
            <dd class="num">{money(sold.amount)}</dd>
          </div>
        )}
        {given && (
          <div>
            <dt>{count(given.count, words.oneNote, words.manyNotes)}</dt>
            <dd class="num">{money(given.amount)}</dd>
          </div>
        )}
        <div class="total">
          <dt>{say(words.net)}</dt>
          <dd class="num">{money(total('amount'))}</dd>
        </div>
        {total('vat') !== 0 && (
          <div>
            <dt>{say(words.ofWhichVat)}</dt>
            <dd class="num">{money(total('vat'))}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function Empty({ asked: { q, month } }: { asked: Asked }) {
  const { lang, say } = useSite()
  const text = q
    ? say(words.notFound, { q })
    : say(words.none, { month: formatMonth(month, lang, { year: true }) })
  return (
    <Nothing text={text}>
      <p>
        {q ? (
          <a href={deskLink.documents()}>{say(words.all)}</a>
        ) : (
          <a href={deskLink.orders()}>{say(words.toOrders)}</a>
        )}
      </p>
    </Nothing>
  )
}
