import { words as checkout } from '#features/checkout/words.ts'
import type { OrderView } from '#features/orders/queries.ts'
import { type LineImage, OrderSummary } from '#features/orders/shop/order-summary.tsx'
import { words } from '#features/orders/words.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { formatMoment } from '#lib/dates.ts'
import type { Phrase } from '#lib/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'

type Props = {
  view: OrderView
  images: readonly LineImage[]
  typed?: Fields
  problems?: Problems
  down?: boolean
  /** Where the terms of sale are. */
  terms: string | null
}

/** An order that the maker wrote, for whoever shall pay it: what it is, and the button that binds. */
export function PayPage({ view, images, terms, typed = {}, problems = {}, down = false }: Props) {
  const { settings, lang, link, say } = useSite()
  const { order, lines } = view
  const until = formatMoment(order.holdUntil, settings.shop.timeZone, lang)
  const said = (problem?: Phrase) => problem && say(problem)
  const title = say(words.payTitle)
  return (
    <ShopFrame title={title} hidden till>
      <div class="wrap counter order">
        <div>
          <h1>{title}</h1>
          <p class="l lead">{say(words.payText, { shop: settings.shop.name, until })}</p>
          {down && <Notice urgent>{say(words.payDown)}</Notice>}
          <form
            class="fields order-pay-form"
            method="post"
            action={link.orderPay(order.token)}
            novalidate
          >
            {lines.some(({ kind }) => kind === 'digital') && (
              <Checkbox
                name="digital"
                label={say(checkout.digital)}
                value={typed['digital']}
                problem={said(problems['digital'])}
              />
            )}
            <Checkbox
              name="terms"
              value={typed['terms']}
              problem={said(problems['terms'])}
              label={
                <>
                  {say(checkout.accept)}
                  {terms === null ? (
                    say(checkout.termsName)
                  ) : (
                    <a href={link.page(terms)} target="_blank">
                      {say(checkout.termsName)}
                    </a>
                  )}
                  .{order.delivery && say(checkout.withdrawal)}
                </>
              }
            />
            <p class="s soft">{say(checkout.stripe)}</p>
            <Button>{say(checkout.pay)}</Button>
          </form>
        </div>
        <OrderSummary view={view} images={images} />
      </div>
    </ShopFrame>
  )
}
