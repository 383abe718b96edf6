import { Changes } from '#features/cart/shop/changes.tsx'
import type { Quote } from '#features/pricing/quote.ts'
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

type Props = FormProps & { terms: Terms | null; notice?: NoticeName | undefined }

export function CheckoutPage({ terms, notice, ...form }: Props) {
  const { link, money, say } = useSite()
  const { quote, problems } = form
  const title = say(words.title)
  const wrong = Object.keys(problems).length > 0
  return (
    <ShopFrame title={wrong ? say(words.toReview, { title }) : title} bare hidden till>
      <div class="wrap counter checkout">
        <Basket quote={quote} />
        <form method="post" action={link.checkout()} novalidate>
          <h1>{title}</h1>
          {notice && (
            <Notice urgent>
              <p>{say(notices[notice], { total: money(quote.totals.total) })}</p>
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
            <p class="s soft">{say(words.stripe)}</p>
          </section>
          <FinalBlock {...form} terms={terms} />
        </form>
      </div>
    </ShopFrame>
  )
}
