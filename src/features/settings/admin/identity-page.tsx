import { countryName } from '#lib/address.ts'
import { COUNTRIES } from '#lib/countries.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Select, TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { CURRENCIES, LANGUAGE_CHOICES, TIME_ZONES } from '../identity-form.ts'
import type { Sheet } from '../setting-desk.tsx'
import { SettingSheet, SheetPart } from './setting-sheet.tsx'

/** Who sells: what stands at the head and the foot of every page. */
export function IdentityPage({ sheet, hasOrders }: { sheet: Sheet; hasOrders: boolean }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <SettingSheet title={say(words.identity)} action="/admin/identity" sheet={sheet}>
      <SheetPart title={say(words.theShop)}>
        {f.line({ name: 'name', label: say(words.name), optional: false, maxlength: 60 })}
        {f.texts({ name: 'tagline', label: say(words.tagline), hint: say(words.taglineHint) })}
        {f.texts({
          name: 'description',
          label: say(words.description),
          hint: say(words.descriptionHint),
          rows: 5,
        })}
        {f.texts({
          name: 'announcement',
          label: say(words.announcement),
          hint: say(words.announcementHint),
        })}
      </SheetPart>
      <Reach sheet={sheet} />
      <SheetPart title={say(words.tongue)}>
        {f.choice({
          name: 'languages',
          label: say(words.languages),
          choices: LANGUAGE_CHOICES.map((value) => ({
            value,
            label: say(words[value]),
            ...hint(value),
          })),
        })}
        <Money sheet={sheet} hasOrders={hasOrders} />
        <Select
          name="time_zone"
          label={say(words.timeZone)}
          choices={listed(TIME_ZONES, f.of('time_zone').value)}
          quiet
          optional
          {...f.of('time_zone')}
        />
      </SheetPart>
    </SettingSheet>
  )

  function hint(value: (typeof LANGUAGE_CHOICES)[number]) {
    const [, other] = value.split(' ')
    return other ? { hint: say(words.languagesHint, { lang: other }) } : {}
  }
}

function Reach({ sheet }: { sheet: Sheet }) {
  const { say, lang } = useSite()
  const f = useFields(sheet)
  const countries = COUNTRIES.map((value) => ({ value, label: countryName(value, lang) }))
  return (
    <SheetPart title={say(words.reach)} text={say(words.reachText)}>
      {f.line({ name: 'email', label: say(words.email), type: 'email', optional: false })}
      <TextField
        name="phone"
        label={say(words.phone)}
        type="tel"
        optional
        quiet
        {...f.of('phone')}
      />
      {f.line({ name: 'line1', label: say(words.line1), maxlength: 120 })}
      <div class="side-by-side">
        {f.line({ name: 'postal_code', label: say(words.postalCode), maxlength: 10 })}
        {f.line({ name: 'city', label: say(words.city), maxlength: 80 })}
      </div>
      <div class="side-by-side">
        {f.line({ name: 'region', label: say(words.region), maxlength: 80 })}
        <Select
          name="country"
          label={say(words.country)}
          choices={countries.toSorted((a, b) => a.label.localeCompare(b.label, lang))}
          optional
          quiet
          {...f.of('country')}
        />
      </div>
      {f.texts({ name: 'hours', label: say(words.hours), hint: say(words.hoursHint) })}
    </SheetPart>
  )
}

function Money({ sheet, hasOrders }: { sheet: Sheet; hasOrders: boolean }) {
  const { say, settings } = useSite()
  const f = useFields(sheet)
  if (hasOrders) {
    return (
      <div class="field">
        <p class="label">{say(words.currency)}</p>
        <p class="s">{settings.shop.currency}</p>
        <p class="xs soft">{say(words.currencyFixed)}</p>
      </div>
    )
  }
  return (
    <Select
      name="currency"
      label={say(words.currency)}
      hint={say(words.currencyHint)}
      choices={listed(CURRENCIES, f.of('currency').value)}
      optional
      quiet
      {...f.of('currency')}
    />
  )
}

/** The values of a list as choices, and the one that is kept, whatever it is. */
function listed(values: readonly string[], kept: string) {
  return [...new Set([...values, kept])]
    .filter(Boolean)
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
