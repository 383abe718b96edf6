import { useFields } from '#ui/desk-fields.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { OfferForm } from './offer-page.tsx'

/** From when until when, and how often. */
export function TimeFields(form: OfferForm) {
  const { say } = useSite()
  const f = useFields(form)
  return (
    <>
      <section aria-labelledby="when-title">
        <h2 id="when-title">{say(words.when)}</h2>
        <div class="offer-moment">
          {f.day({ name: 'start_day', label: say(words.startDay) })}
          <Hour form={form} name="start_hour" label={say(words.startHour)} usual={0} />
        </div>
        <div class="offer-moment">
          {f.day({ name: 'end_day', label: say(words.endDay) })}
          <Hour form={form} name="end_hour" label={say(words.endHour)} usual={24} />
        </div>
        <p class="xs soft">{say(words.whenHint)}</p>
      </section>
      <section aria-labelledby="limits-title">
        <h2 id="limits-title">{say(words.limits)}</h2>
        <div class="side-by-side">
          {f.whole({ name: 'uses_most', label: say(words.usesMost) })}
          {f.whole({ name: 'uses_per_buyer', label: say(words.usesPerBuyer) })}
        </div>
        <p class="xs soft">{say(words.limitsHint)}</p>
      </section>
      {form.offer === null && f.flag({ name: 'active', label: say(words.active) })}
    </>
  )
}

type HourProps = { form: OfferForm; name: string; label: string; usual: 0 | 24 }

/** An hour of the day: the end of the day for what ends. */
function Hour({ form: { typed }, name, label, usual }: HourProps) {
  const { say } = useSite()
  const hours = Array.from({ length: 24 }, (_, i) => (usual === 24 ? i + 1 : i))
  return (
    <Select
      name={name}
      label={label}
      value={typed[name] || String(usual)}
      choices={hours.map((hour) => ({
        value: String(hour),
        label: hour === 24 ? say(words.endOfDay) : say(words.hour, { hour }),
      }))}
      optional
      quiet
    />
  )
}
