import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import { KIND_WORDS, words } from '../desk-words.ts'
import { KINDS } from '../rules.ts'
import type { OfferForm } from './offer-page.tsx'

export function NameFields(form: OfferForm) {
  const { say } = useSite()
  const f = useFields(form)
  return (
    <section>
      {f.texts({
        name: 'title',
        label: say(words.name),
        hint: say(words.nameHint),
        optional: false,
      })}
    </section>
  )
}

/** What an offer gives: a style sheet shows the fields of the kind that is chosen. */
export function GiftFields(form: OfferForm) {
  const { say } = useSite()
  const f = useFields(form)
  return (
    <section aria-labelledby="gives-title">
      <h2 id="gives-title">{say(words.gives)}</h2>
      {f.choice({
        name: 'kind',
        label: say(words.kind),
        choices: KINDS.map((kind) => ({
          value: kind,
          label: say(KIND_WORDS[kind].label),
          hint: say(KIND_WORDS[kind].hint),
        })),
      })}
      <div class="if-percent">
        {f.line({ name: 'percent', label: `${say(words.percent)} (%)`, maxlength: 6 })}
      </div>
      <div class="if-amount">{f.money({ name: 'amount', label: say(words.amount) })}</div>
      <div class="side-by-side if-pieces">
        {f.whole({ name: 'take', label: say(words.take) })}
        {f.whole({ name: 'pay', label: say(words.pay) })}
      </div>
      {f.money({ name: 'minimum', label: say(words.minimum), hint: say(words.minimumHint) })}
    </section>
  )
}

/** How people get an offer, and whether it adds to others. */
export function HowFields(form: OfferForm) {
  const { say } = useSite()
  const f = useFields(form)
  return (
    <section aria-labelledby="how-title">
      <h2 id="how-title">{say(words.how)}</h2>
      {f.choice({
        name: 'way',
        label: say(words.way),
        choices: [
          { value: 'code', label: say(words.byCode) },
          { value: 'automatic', label: say(words.byItself), hint: say(words.byItselfHint) },
        ],
      })}
      <div class="if-code">
        {f.line({ name: 'code', label: say(words.code), hint: say(words.codeHint), maxlength: 40 })}
        <button class="btn quiet" name="step" value="code">
          {say(words.makeCode)}
        </button>
      </div>
      {f.flag({
        name: 'combines',
        label: say(words.combines),
        hint: say(words.combinesHint),
      })}
    </section>
  )
}
