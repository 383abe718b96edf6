import { closedUntil } from '#features/delivery/rules.ts'
import type { Quote, QuoteLine } from '#features/pricing/quote.ts'
import { GoodsRow, OfferRows } from '#features/promotions/shop/offer-rows.tsx'
import { formatDay } from '#lib/dates.ts'
import { ButtonLink } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../words.ts'
import { ChangeWords } from './changes.tsx'
import { DeliveryRow } from './delivery-row.tsx'
import { CartLineItem } from './line.tsx'
import { RefusedWords, type Said } from './refused.tsx'

type Props = { quote: Quote; added: QuoteLine | null; refused?: Said | undefined }

/** The cart beside a page, for an island's dialog: what was added is said first. */
export function CartDrawer({ quote, added, refused }: Props) {
  const { say } = useSite()
  const lines = added ? [added, ...quote.lines.filter((line) => line !== added)] : quote.lines
  return (
    <section class="drawer" aria-labelledby="drawer-title">
      <div class="sides">
        <h2 class="d2" id="drawer-title">
          {say(words.drawerTitle)}
        </h2>
        <form method="dialog">
          <button class="link s">{say(words.close)}</button>
        </form>
      </div>
      <Happened quote={quote} added={added} refused={refused} />
      {lines.length > 0 ? (
        <ul class="lines">
          {lines.map((line) => (
            <CartLineItem line={line} first />
          ))}
        </ul>
      ) : (
        <p>{say(words.empty)}</p>
      )}
      <Foot quote={quote} />
    </section>
  )
}

/** What just happened, first. The island has it heard: it is there even when it is empty. */
function Happened({ quote, added, refused }: Props) {
  const { say, t } = useSite()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output holds no paragraphs
    <div role="status">
      {refused && (
        <Tag tone="bad" large>
          <span>
            <RefusedWords refused={refused} />
          </span>
        </Tag>
      )}
      {added && (
        <Tag tone="good" large>
          {say(words.added, { title: t(added.title) })}
        </Tag>
      )}
      {quote.changes.map((change) => (
        <Tag tone="warm" large>
          <ChangeWords change={change} />
        </Tag>
      ))}
    </div>
  )
}

function Foot({ quote }: { quote: Quote }) {
  const { settings, lang, now, link, money, say } = useSite()
  const { subtotal } = quote.totals
  const closed = closedUntil(settings, now)
  if (quote.lines.length === 0) {
    return (
      <div class="till">
        <ButtonLink href={link.everything()}>{say(words.everything)}</ButtonLink>
      </div>
    )
  }
  return (
    <div class="till">
      <dl class="rows">
        <GoodsRow quote={quote} />
        <OfferRows quote={quote} />
        <div>
          <dt>{say(words.subtotal)}</dt>
          <dd class="num">{money(subtotal)}</dd>
        </div>
        <DeliveryRow quote={quote} />
      </dl>
      {closed ? (
        <p class="s">{say(words.closed, { day: formatDay(closed, lang) })}</p>
      ) : (
        <ButtonLink href={link.checkout()}>
          {say(words.checkout)} <span class="num">{money(subtotal)}</span>
        </ButtonLink>
      )}
      <ButtonLink href={link.cart()} quiet>
        {say(words.seeCart)}
      </ButtonLink>
    </div>
  )
}
