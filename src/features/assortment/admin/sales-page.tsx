import { formatShort } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { saleWords as says } from '../desk-words.ts'
import type { SaleRow } from '../sale-queries.ts'
import { words } from '../words.ts'
import { AssortmentTabs } from './assortment-tabs.tsx'

type Props = {
  running: readonly SaleRow[]
  planned: readonly SaleRow[]
  over: readonly SaleRow[]
  before: string
  next: string | null
  removed: boolean
}

/** The sales: those that run, those to come, those of before. */
export function SalesPage({ running, planned, over, before, next, removed }: Props) {
  const { say } = useSite()
  const none = running.length + planned.length + over.length === 0
  return (
    <AdminFrame title={say(words.sales)} current="products">
      <DeskHead title={say(words.sales)}>
        <ButtonLink href={deskLink.sale('new')}>{say(says.add)}</ButtonLink>
      </DeskHead>
      {removed && (
        <Done>
          <p>{say(says.isRemoved)}</p>
        </Done>
      )}
      <AssortmentTabs current="sales" />
      {none ? <Nothing text={say(says.empty)} /> : <p class="s soft tree-text">{say(says.text)}</p>}
      <Sales title={say(says.running)} rows={running} />
      <Sales title={say(says.planned)} rows={planned} />
      <Sales title={say(says.over)} rows={over} />
      <Turning
        first={before ? deskLink.sales() : null}
        next={next && deskLink.sales({ before: next })}
      />
    </AdminFrame>
  )
}

function Sales({ title, rows }: { title: string; rows: readonly SaleRow[] }) {
  const { count } = useSite()
  if (rows.length === 0) return null
  return (
    <section class="sale-list">
      <h2>{title}</h2>
      <ul class="desk-rows">
        {rows.map((row) => (
          <li>
            <a href={deskLink.sale(row.id)}>
              <span class="sale-mark num">
                <OffOf sale={row} />
              </span>
              <span>
                <b>{row.title}</b>
                <span class="xs soft">
                  <DaysOf sale={row} />
                </span>
              </span>
              <span class="end soft num">
                {count(row.pieces, words.onePiece, words.manyPieces)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Days = Pick<SaleRow, 'startsAt' | 'endsAt'>

/** From when until when. */
export function DaysOf({ sale: { startsAt, endsAt } }: { sale: Days }) {
  const { say, settings, now, lang } = useSite()
  const day = (at: number) => formatShort(at, now, settings.shop.timeZone, lang)
  return (
    <>
      {endsAt === null
        ? say(says.fromOn, { from: day(startsAt) })
        : say(says.fromTo, { from: day(startsAt), to: day(endsAt) })}
    </>
  )
}

/** How much less: "−15 %", or that prices were chosen. */
export function OffOf({ sale: { basisPoints } }: { sale: Pick<SaleRow, 'basisPoints'> }) {
  const { say, lang } = useSite()
  if (basisPoints === null) return <>{say(says.ownPrices)}</>
  const percent = new Intl.NumberFormat(lang).format(basisPoints / 100)
  return <>{say(says.off, { percent })}</>
}
