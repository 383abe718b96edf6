import { countryName } from '#lib/address.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import type { FormProps } from './checkout-page.tsx'
import { DeliveryChoice } from './delivery-choice.tsx'
import { Field, NoteField, PersonFields } from './person-fields.tsx'

/** How it gets there, and where. A style sheet puts the address away when nothing is sent. */
export function DeliveryFields(form: FormProps) {
  const { say, lang } = useSite()
  const { quote, typed, problems } = form
  const { countries } = quote
  const choices = countries.map((code) => ({ value: code, label: countryName(code, lang) }))
  return (
    <section class="fields" aria-labelledby="delivery-title">
      <h2 id="delivery-title">{say(words.delivery)}</h2>
      <DeliveryChoice {...form} />
      <PersonFields of={form} />
      {countries.length > 0 && (
        <>
          <div class="fields where">
            <Field of={form} name="line1" autocomplete="address-line1" />
            <Field of={form} name="line2" autocomplete="address-line2" optional />
            <div class="pair town">
              <Field
                of={form}
                name="postal_code"
                autocomplete="postal-code"
                inputmode={typed.country === 'FR' ? 'numeric' : 'text'}
              />
              <Field of={form} name="city" autocomplete="address-level2" />
            </div>
          </div>
          <div class="land">
            <Select
              name="country"
              label={say(words.country)}
              value={typed.country}
              choices={choices}
              autocomplete="country"
              problem={problems.country && say(problems.country)}
            />
          </div>
        </>
      )}
      {(quote.options.length > 1 || countries.length > 1) && (
        <div class="update">
          <Button quiet name="step" value="update">
            {say(words.update)}
          </Button>
        </div>
      )}
      <NoteField {...form} />
    </section>
  )
}
