import { countryName } from '#lib/address.ts'
import type { Quote } from '#features/pricing/quote.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { ProblemSummary } from '#ui/desk-parts.tsx'
import { Select } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words as deskWords } from '../desk-words.ts'
import type { NamedVariant } from '../manual-queries.ts'
import { CHANNELS, IN_HAND, PAYMENTS } from '../manual-rules.ts'
import { CHANNEL_WORDS, manualWords as words, PAID_WORDS } from '../manual-words.ts'
import { ManualPieces } from './manual-pieces.tsx'

export type ManualProps = {
  typed: Fields
  quote: Quote
  found: readonly NamedVariant[]
  problems?: Problems
  refused?: 'short' | 'offer' | null
}

/** An order that the maker writes: one form, whose buttons look for pieces, add them, and go on to the total. */
export function ManualPage({ problems = {}, refused = null, ...props }: ManualProps) {
  const { say } = useSite()
  const { typed } = props
  const title = say(words.title)
  const back = { href: deskLink.orders(), label: say(deskWords.title) }
  return (
    <AdminFrame title={title} current="orders" back={back}>
      <h1>{title}</h1>
      <p class="s soft">{say(words.text)}</p>
      {refused && <Notice urgent>{say(words[refused])}</Notice>}
      <ProblemSummary problems={problems} />
      <form class="sheet manual" method="post" action={deskLink.newOrder()} novalidate>
        <input type="hidden" name="key" value={typed['key']} />
        <ManualPieces {...props} problems={problems} />
        <Buyer {...props} problems={problems} />
        <div class="save-bar">
          <Button name="step" value="check">
            {say(words.check)}
          </Button>
        </div>
      </form>
    </AdminFrame>
  )
}

function Buyer({ typed, quote, problems = {} }: ManualProps) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  const { languages } = quote.settings.shop
  return (
    <div class="manual-rest">
      <section aria-labelledby="buyer-title">
        <h2 id="buyer-title">{say(words.buyer)}</h2>
        {f.choice({
          name: 'channel',
          label: say(words.where),
          choices: CHANNELS.map((value) => ({ value, label: say(CHANNEL_WORDS[value]) })),
        })}
        <div class="side-by-side">
          {f.line({ name: 'first_name', label: say(words.firstName), maxlength: 80 })}
          {f.line({ name: 'last_name', label: say(words.lastName), maxlength: 80 })}
        </div>
        {f.line({
          name: 'email',
          label: say(words.email),
          hint: say(words.emailHint),
          type: 'email',
        })}
        {f.line({ name: 'phone', label: say(words.phone), maxlength: 30 })}
        {languages.length > 1 && (
          <Select
            name="lang"
            label={say(words.lang)}
            choices={languages.map((value) => ({ value, label: say(words[value]) }))}
            {...f.of('lang')}
          />
        )}
      </section>
      {quote.physical && <Delivery typed={typed} quote={quote} problems={problems} />}
      <section aria-labelledby="paid-title">
        <h2 id="paid-title">{say(words.paid)}</h2>
        {f.choice({
          name: 'paid',
          label: say(words.paidHow),
          choices: PAYMENTS.map((value) => ({ value, label: say(PAID_WORDS[value]) })),
        })}
        <div class="manual-days">
          {f.whole({ name: 'days', label: say(words.days), hint: say(words.daysHint) })}
        </div>
        {f.money({ name: 'off', label: say(words.off), hint: say(words.offHint) })}
      </section>
    </div>
  )
}

/** How it gets there. A style sheet puts the address away while the pieces are handed over. */
function Delivery({ typed, quote, problems }: Omit<Required<ManualProps>, 'found' | 'refused'>) {
  const { lang, money, say, t } = useSite()
  const f = useFields({ typed, problems })
  const countries = quote.countries.map((code) => ({ value: code, label: countryName(code, lang) }))
  return (
    <section aria-labelledby="delivery-title">
      <h2 id="delivery-title">{say(words.delivery)}</h2>
      {f.choice({
        name: 'delivery',
        label: say(words.arrivesHow),
        choices: [
          { value: IN_HAND, label: say(words.inHand) },
          ...quote.options.map(({ code, title, price }) => ({
            value: code,
            label: price === 0 ? t(title) : `${t(title)}, ${money(price)}`,
          })),
        ],
      })}
      <div class="manual-address">
        {f.line({ name: 'line1', label: say(deskWords.line1), maxlength: 120 })}
        {f.line({ name: 'line2', label: say(deskWords.line2), maxlength: 120 })}
        <div class="side-by-side">
          {f.line({ name: 'postal_code', label: say(deskWords.postalCode), maxlength: 10 })}
          {f.line({ name: 'city', label: say(deskWords.city), maxlength: 80 })}
        </div>
        {countries.length > 0 && (
          <Select
            name="country"
            label={say(words.country)}
            choices={countries}
            {...f.of('country')}
          />
        )}
      </div>
    </section>
  )
}
