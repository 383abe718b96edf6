import type { Child } from 'hono/jsx'
import type { CardRow } from '#features/catalogue/queries.ts'
import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import { closedUntil } from '#features/delivery/rules.ts'
import type { Quote } from '#features/pricing/quote.ts'
import { CodeField } from '#features/promotions/shop/code-field.tsx'
import { GoodsRow, OfferRows } from '#features/promotions/shop/offer-rows.tsx'
import { formatDay } from '#lib/dates.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { RefusedCode } from '../try-code.ts'
import { words } from '../words.ts'
import { Changes } from './changes.tsx'
import { DeliveryRow } from './delivery-row.tsx'
import { CartLineItem } from './line.tsx'
import { RefusedWords, type Said } from './refused.tsx'

type Props = {
  quote: Quote
  beside: readonly CardRow[]
  refused?: Said | undefined
  /** A code that was not taken. */
  code?: RefusedCode | undefined
}

export function CartPage({ quote, beside, refused, code }: Props) {
  const { say } = useSite()
  const title = say(words.title)
  const said = (
    <>
      {refused && (
        <Notice urgent>
          <p>
            <RefusedWords refused={refused} />
          </p>
        </Notice>
      )}
      <Changes changes={quote.changes} />
    </>
  )
  return (
    <ShopFrame title={title} hidden till>
      {quote.lines.length === 0 ? (
        <EmptyCart>{said}</EmptyCart>
      ) : (
        <div class="wrap counter">
          <div>
            <h1>{title}</h1>
            {said}
            <ul class="lines">
              {quote.lines.map((line, i) => (
                <CartLineItem line={line} first={i < 4} />
              ))}
            </ul>
            <p class="s soft">{say(words.notHeld)}</p>
          </div>
          <Sums quote={quote} code={code ?? null} />
        </div>
      )}
      {beside.length > 0 && <Beside products={beside} />}
    </ShopFrame>
  )
}

function EmptyCart({ children }: { children?: Child }) {
  const { link, say } = useSite()
  return (
    <div class="wrap empty">
      {children}
      <h1>{say(words.empty)}</h1>
      <p class="l">{say(words.emptyText)}</p>
      <ButtonLink href={link.everything()}>{say(words.everything)}</ButtonLink>
    </div>
  )
}

function Sums({ quote, code }: { quote: Quote; code: RefusedCode | null }) {
  const { settings, lang, now, link, money, say } = useSite()
  const closed = closedUntil(settings, now)
  return (
    <section class="sum stay" aria-label={say(words.subtotal)}>
      <dl class="rows">
        <GoodsRow quote={quote} />
        <OfferRows quote={quote} />
        <DeliveryRow quote={quote} />
        <div class="total">
          <dt>
            {say(words.subtotal)} <VatWords />
          </dt>
          <dd class="d2 num">{money(quote.totals.subtotal)}</dd>
        </div>
      </dl>
      {closed ? (
        <p class="s">{say(words.closed, { day: formatDay(closed, lang) })}</p>
      ) : (
        <>
          <ButtonLink href={link.checkout()}>{say(words.checkout)}</ButtonLink>
          <p class="xs soft">{say(words.payNext)}</p>
        </>
      )}
      <form method="post" action={link.cartCode()}>
        <CodeField code={quote.code} refused={code} />
      </form>
    </section>
  )
}

/** That VAT is inside, or why there is none. */
function VatWords() {
  const { settings, say, t } = useSite()
  const { regime, mention } = settings.tax
  return <small>{regime === 'exempt' ? t(mention) : say(words.vatIncluded)}</small>
}

function Beside({ products }: { products: readonly CardRow[] }) {
  const { say } = useSite()
  return (
    <section class="wrap sec" aria-labelledby="beside">
      <h2 id="beside">{say(words.goesWith)}</h2>
      <ul class="cards">
        {products.map((product) => (
          <ProductCard product={product} level={3} />
        ))}
      </ul>
    </section>
  )
}
