import { may } from '#features/staff/rules.ts'
import { formatMoment, formatShort } from '#lib/dates.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, Done, Turning } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { KIND_WORDS, REASON_WORDS, words } from '../desk-words.ts'
import type { MovementRow, StockRow } from '../list-stock.ts'
import { onShelf, REASONS } from '../rules.ts'
import { usePieceName } from './piece.tsx'

type Props = {
  row: StockRow
  movements: readonly MovementRow[]
  before: string
  next: string | null
  /** The id of the movement that the form makes. */
  newKey: string
  form?: { typed?: Fields; problems?: Problems; refused?: 'short' | 'changed'; done?: boolean }
}

/** One variant: what there is of it, what changed, and all that ever moved it. */
export function PieceStockPage({ row, movements, before, next, newKey, form = {} }: Props) {
  const { say, desk } = useSite()
  const { name, choice } = usePieceName()(row)
  const title = [name, choice].filter(Boolean).join(', ')
  const { refused, done } = form
  const shown = form.typed?.['shown'] ?? ''
  return (
    <AdminFrame
      title={title}
      current="stock"
      back={{ href: deskLink.stock(), label: say(words.title) }}
    >
      <DeskHead title={title}>
        {desk && may(desk.role, 'products') && (
          <a class="s" href={deskLink.product(row.productId)}>
            {say(words.editPiece)}
          </a>
        )}
      </DeskHead>
      {done && <Done>{say(words.moved)}</Done>}
      {refused && <Notice urgent>{say(words[refused], { shown, now: row.available })}</Notice>}
      <div class="sheet stock-piece">
        <div class="sheet-main">
          <Levels row={row} />
        </div>
        <div class="sheet-side">
          <MoveForm row={row} newKey={newKey} form={form} />
          <Threshold row={row} form={form} />
        </div>
        <section class="stock-log">
          <h2>{say(words.movements)}</h2>
          <Movements rows={movements} />
          <Turning
            first={before ? deskLink.stockOf(row.variantId) : null}
            next={next && deskLink.stockOf(row.variantId, next)}
          />
        </section>
      </div>
    </AdminFrame>
  )
}

function Levels({ row }: Pick<Props, 'row'>) {
  const { say } = useSite()
  const lines = [
    [words.available, row.available],
    [words.heldLong, row.held],
    [words.packingLong, row.packing],
    [words.shelf, onShelf(row)],
    [words.soldEver, row.sold],
  ] as const
  return (
    <dl class="rows">
      {lines.map(([label, units]) => (
        <div>
          <dt>{say(label)}</dt>
          <dd class="num">{units}</dd>
        </div>
      ))}
    </dl>
  )
}

function MoveForm({ row, newKey, form = {} }: Pick<Props, 'row' | 'newKey' | 'form'>) {
  const { say } = useSite()
  const typed = { reason: 'made', quantity: '', ...form.typed }
  const f = useFields({ typed, problems: form.problems ?? {} })
  return (
    <form method="post" action={`${deskLink.stockOf(row.variantId)}/movements`}>
      <input type="hidden" name="key" value={newKey} />
      <input type="hidden" name="shown" value={row.available} />
      <div class="stock-move">
        {f.choice({
          name: 'reason',
          label: say(words.move),
          choices: REASONS.map((reason) => ({
            value: reason,
            label: say(REASON_WORDS[reason]),
            ...(reason === 'counted'
              ? { hint: say(words.countedHint, { shown: row.available }) }
              : {}),
          })),
        })}
        {f.whole({ name: 'quantity', label: say(words.quantity), optional: false })}
        <Button>{say(words.note)}</Button>
      </div>
    </form>
  )
}

function Threshold({ row, form = {} }: Pick<Props, 'row' | 'form'>) {
  const { say } = useSite()
  const typed = { lowAt: row.lowAt === null ? '' : String(row.lowAt), ...form.typed }
  const f = useFields({ typed, problems: form.problems ?? {} })
  return (
    <form method="post" action={`${deskLink.stockOf(row.variantId)}/threshold`}>
      <div class="stock-move">
        {f.whole({ name: 'lowAt', label: say(words.threshold), hint: say(words.thresholdHint) })}
        <Button quiet>{say(words.keep)}</Button>
      </div>
    </form>
  )
}

function Movements({ rows }: { rows: readonly MovementRow[] }) {
  const { say } = useSite()
  if (rows.length === 0) return <p class="s soft">{say(words.noMovements)}</p>
  return (
    <ol class="desk-list">
      {rows.map((row) => (
        <MovementLine row={row} />
      ))}
    </ol>
  )
}

function MovementLine({ row }: { row: MovementRow }) {
  const { say, settings, lang, now } = useSite()
  const { timeZone } = settings.shop
  const chosen = REASONS.find((reason) => reason === row.reason)
  const away = ['hold', 'claim'].includes(row.kind)
  const units = away ? -row.quantity : row.quantity
  return (
    <li>
      <p>
        <b>{say(chosen ? REASON_WORDS[chosen] : KIND_WORDS[row.kind])}</b>
        <span class="xs soft">
          <time
            datetime={new Date(row.at).toISOString()}
            title={formatMoment(row.at, timeZone, lang)}
          >
            {formatShort(row.at, now, timeZone, lang)}
          </time>
          {row.who && `, ${row.who}`}
          {row.orderId && (
            <>
              {', '}
              <a href={deskLink.order(row.orderId)}>
                {row.number ? say(words.order, { number: row.number }) : say(words.unpaidOrder)}
              </a>
            </>
          )}
        </span>
      </p>
      <span class="num">{units > 0 ? `+${units}` : String(units).replace('-', '−')}</span>
    </li>
  )
}
