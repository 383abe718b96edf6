import { Changes } from '#features/cart/shop/changes.tsx'
import type { RefusedCode } from '#features/cart/try-code.ts'
import { closedUntil } from '#features/delivery/rules.ts'
import { isTooLittle, LEAST_PAID } from '#features/payments/rules.ts'
import type { Quote } from '#features/pricing/quote.ts'
import { CodeField } from '#features/promotions/shop/code-field.tsx'
import { formatDay } from '#lib/dates.ts'
import type { Text } from '#lib/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { Problems, Typed } from '../form.ts'
import { type NoticeName, notices, words } from '../words.ts'
import { Basket } from './basket.tsx'
import { DeliveryFields } from './delivery-fields.tsx'
import { FinalBlock } from './final-block.tsx'
import { Field, PersonFields } from './person-fields.tsx'
import { ProblemList } from './problem-list.tsx'

/** The page an order accepts. */
export type Terms = { slug: string; title: Text; body: Text }

/** What every part of the form draws from. */
export type FormProps = { quote: Quote; typed: Typed; problems: Problems }

type Props = FormProps & {
  terms: Terms | null
  notice?: NoticeName | undefined
  code?: RefusedCode | undefined
}

export function CheckoutPage({ terms, notice, code, ...form }: Props) {
  const { settings, lang, now, link, money, say } = useSite()
  const { quote, problems } = form
  const closed = closedUntil(settings, now)
  const { total } = quote.totals
  const shown = closed ? 'closed' : (notice ?? (isTooLittle(total) ? 'small' : undefined))
  const values = {
    total: money(total),
    least: money(LEAST_PAID),
    day: closed ? formatDay(closed, lang) : '',
  }
  const title = say(words.title)
  const wrong = Object.keys(problems).length > 0
  return (
    <ShopFrame title={wrong ? say(words.toReview, { title }) : title} bare hidden till>
      <div class="wrap counter checkout">
        <Basket quote={quote} />
        <form method="post" action={link.checkout()} novalidate>
          <h1>{title}</h1>
          {shown && (
            <Notice urgent>
              <p>{say(notices[shown], values)}</p>
            </Notice>
          )}
          <Changes changes={quote.changes} />
          <ProblemList problems={problems} />
          <section class="fields" aria-labelledby="you">
            <h2 id="you">{say(words.you)}</h2>
            <Field of={form} name="email" type="email" autocomplete="email" />
            <Field
              of={form}
              name="phone"
              label={quote.physical ? words.phoneCarrier : words.phone}
              type="tel"
              autocomplete="tel"
              optional
            />
            {!quote.physical && <PersonFields of={form} />}
          </section>
          {quote.physical && <DeliveryFields {...form} />}
          <section class="fields" aria-labelledby="payment">
            <h2 id="payment">{say(words.payment)}</h2>
            <p class="s soft">{say(total === 0 ? words.nothing : words.stripe)}</p>
            <CodeField code={quote.code} refused={code ?? null} step />
          </section>
          <FinalBlock {...form} terms={terms} />
        </form>
      </div>
    </ShopFrame>
  )
}
