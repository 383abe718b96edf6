import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, Done } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { saleWords as says } from '../desk-words.ts'
import type { SaleView } from '../read-sale.ts'
import { words } from '../words.ts'
import { variantName } from './sale-prices.tsx'
import { DaysOf, OffOf } from './sales-page.tsx'

const SAYINGS = { planned: says.isPlanned, over: says.isOver, refused: says.refused }
export type SaleTelling = keyof typeof SAYINGS | null

/** A sale: what each variant costs in it, and what it goes back to. */
export function SalePage({ view, done }: { view: SaleView; done: SaleTelling }) {
  const { say } = useSite()
  const { sale, variants } = view
  return (
    <AdminFrame
      title={sale.title}
      current="products"
      back={{ href: deskLink.sales(), label: say(words.sales) }}
    >
      <DeskHead title={sale.title} />
      <p class="s soft">
        {say(says[sale.state])}, <DaysOf sale={sale} />, <OffOf sale={sale} />
      </p>
      {done === 'refused' && (
        <Notice urgent>
          <p>{say(SAYINGS[done])}</p>
        </Notice>
      )}
      {done && done !== 'refused' && (
        <Done>
          <p>{say(SAYINGS[done])}</p>
        </Done>
      )}
      <ul class="rows sale-variants">
        {variants.map((row) => (
          <Variant row={row} state={sale.state} />
        ))}
      </ul>
      {sale.state === 'running' && (
        <AskOnce
          open={say(says.end)}
          action={deskLink.sale(sale.id, 'end')}
          text={say(says.endText)}
          act={say(says.end)}
        />
      )}
      {sale.state === 'planned' && (
        <AskOnce
          open={say(says.remove)}
          action={deskLink.sale(sale.id, 'removal')}
          text={say(says.removeText)}
          act={say(says.removeAct)}
        />
      )}
    </AdminFrame>
  )
}

type Row = { row: SaleView['variants'][number]; state: SaleView['sale']['state'] }

function Variant({ row, state }: Row) {
  const { say, t, price } = useSite()
  const name = variantName(row, t)
  if (state === 'running' && (row.priceAfter === null || row.price !== row.to)) {
    return (
      <li>
        <span>{name}</span>{' '}
        <span class="num">
          {price(row.price)} <span class="xs soft sale-note">{say(says.yours)}</span>
        </span>
      </li>
    )
  }
  const after = row.priceAfter ?? row.price
  return (
    <li>
      <span>{name}</span>{' '}
      <span class="num">
        <b>{price(row.to)}</b>{' '}
        {state !== 'over' && row.crossed !== null && <s>{price(row.crossed)}</s>}
        {state !== 'over' && (
          <span class="xs soft sale-note">{say(says.backTo, { price: price(after) })}</span>
        )}
      </span>
    </li>
  )
}
