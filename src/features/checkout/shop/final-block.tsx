import { closedUntil, type DeliveryOption } from '#features/delivery/rules.ts'
import { OfferRows } from '#features/promotions/shop/offer-rows.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import { VatInside } from './basket.tsx'
import type { FormProps, Terms } from './checkout-page.tsx'
import { useArrival } from './delivery-choice.tsx'

/** What is ordered, for how much, and the button that binds: nothing stands between them but the terms. */
export function FinalBlock({ terms, ...form }: FormProps & { terms: Terms | null }) {
  const { settings, now, money, say, t } = useSite()
  const { quote } = form
  const { totals, lines, chosen } = quote
  return (
    <section class="clay final" aria-label={say(words.finalTitle)}>
      <dl class="rows">
        <div>
          <dt>{lines.map((line) => `${line.quantity}\u00a0×\u00a0${t(line.title)}`).join(', ')}</dt>
          <dd class="num">{money(totals.goods)}</dd>
        </div>
        <OfferRows quote={quote} />
        {chosen && <DeliveryRow option={chosen} lines={lines} />}
        <div class="total">
          <dt>
            {say(words.toPay)} <VatInside quote={quote} phrase={words.withVat} />
          </dt>
          <dd class="d2 num">{money(totals.total)}</dd>
        </div>
      </dl>
      {closedUntil(settings, now) === null && (
        <>
          <Consents {...form} terms={terms} />
          <input type="hidden" name="total" value={totals.total} />
          <input type="hidden" name="key" value={form.typed.key} />
          <Button>{say(totals.total === 0 ? words.order : words.pay)}</Button>
        </>
      )}
    </section>
  )
}

function DeliveryRow({
  option,
  lines,
}: {
  option: DeliveryOption
  lines: readonly { leadWeeks: number | null }[]
}) {
  const { money, say, t } = useSite()
  const when = useArrival(option, lines)
  return (
    <div>
      <dt>
        {t(option.title)}
        <small class="block">{when}</small>
      </dt>
      <dd class="num">{option.price === 0 ? say(words.free) : money(option.price)}</dd>
    </div>
  )
}

/** What the buyer agrees to, never ticked beforehand. */
function Consents({ quote, typed, problems, terms }: FormProps & { terms: Terms | null }) {
  const { link, say, t } = useSite()
  const name = say(words.termsName)
  const own = quote.lines.filter(({ personal }) => personal.length > 0)
  const written = [...new Set(own.map(({ title }) => t(title)))]
  const mayWithdraw = quote.physical && own.length < quote.lines.length
  return (
    <>
      {quote.lines.some((line) => line.kind === 'digital') && (
        <Checkbox
          name="digital"
          label={say(words.digital)}
          value={typed.digital}
          problem={problems.digital && say(problems.digital)}
        />
      )}
      <Checkbox
        name="terms"
        value={typed.terms}
        problem={problems.terms && say(problems.terms)}
        label={
          <>
            {say(words.accept)}
            {terms ? (
              <a href={link.page(terms.slug)} target="_blank">
                {name}
              </a>
            ) : (
              name
            )}
            .{mayWithdraw && say(words.withdrawal)}
            {written.length > 0 && say(words.noWithdrawal, { titles: written.join(', ') })}
          </>
        }
      />
    </>
  )
}
