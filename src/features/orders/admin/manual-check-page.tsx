import type { Quote } from '#features/pricing/quote.ts'
import type { Fields } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words as deskWords } from '../desk-words.ts'
import { manualWords as words } from '../manual-words.ts'
import { PAID_BY } from '../refund-words.ts'
import type { Writing } from '../write-order.ts'

type Props = {
  typed: Fields
  quote: Quote
  manual: Pick<Writing, 'buyer' | 'paid'>
  changed: boolean
}

/** What the order comes to, said once more before it is written. */
export function ManualCheckPage({ typed, quote, manual, changed }: Props) {
  const { money, say } = useSite()
  const { buyer, paid } = manual
  const kept = Object.entries(typed).filter(([name]) => !['step', 'add', 'total'].includes(name))
  const total = money(quote.totals.total)
  const title = say(words.title)
  const name = [buyer.firstName, buyer.lastName].filter(Boolean).join(' ')
  return (
    <AdminFrame
      title={title}
      current="orders"
      back={{ href: deskLink.orders(), label: say(deskWords.title) }}
    >
      <h1>{name}</h1>
      {changed && <Notice urgent>{say(words.changed)}</Notice>}
      <form class="refund-check" method="post" action={deskLink.newOrder()}>
        {kept.map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <input type="hidden" name="total" value={quote.totals.total} />
        <Sums quote={quote} />
        <section class="clay order-act">
          <p class="s">
            {paid.by === 'link'
              ? say(buyer.email ? words.linkMailed : words.linkCopied, { days: paid.days, name })
              : say(words.takeText, { total, method: say(PAID_BY[paid.by]) })}
          </p>
          <Button name="step" value="send">
            {paid.by === 'link' ? say(words.makeLink) : say(words.takeNow, { total })}
          </Button>
        </section>
        <button class="link s" name="step" value="edit">
          {say(words.edit)}
        </button>
      </form>
    </AdminFrame>
  )
}

function Sums({ quote }: { quote: Quote }) {
  const { money, say, t } = useSite()
  const { lines, chosen, offers, totals } = quote
  const labelOf = (kind: string, promotionId: string | null) => {
    if (kind === 'delivery') return t(chosen?.title)
    return t(offers.find(({ id }) => id === promotionId)?.title) || say(words.off)
  }
  return (
    <dl class="rows">
      {lines.map((line) => (
        <div>
          <dt>
            {line.quantity} × {t(line.title)}
          </dt>
          <dd class="num">{money(line.total)}</dd>
        </div>
      ))}
      {totals.adjustments.map(({ kind, promotionId, amount }) => (
        <div>
          <dt>{labelOf(kind, promotionId)}</dt>
          <dd class="num">{money(amount)}</dd>
        </div>
      ))}
      <div>
        <dt>{say(words.ofWhichVat)}</dt>
        <dd class="num">{money(totals.vat)}</dd>
      </div>
      <div class="total">
        <dt>{say(words.total)}</dt>
        <dd class="num">{money(totals.total)}</dd>
      </div>
    </dl>
  )
}
