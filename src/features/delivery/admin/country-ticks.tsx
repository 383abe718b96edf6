import type { Fields, Problems } from '#lib/form.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Checkbox } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { type Zone, ZONES } from '../form.ts'
import { placeName } from './place-name.ts'

type Props = { typed: Fields; problems?: Problems }

/** Where parcels go: groups of countries, each opened when something in it is ticked. */
export function CountryTicks(form: Props) {
  return (
    <div class="zones">
      <Group form={form} zone="france" />
      <Group form={form} zone="eu" />
      <Group form={form} zone="europe" />
      <Group form={form} zone="world" />
    </div>
  )
}

function Group({ form, zone }: { form: Props; zone: Zone }) {
  const { say, count, lang } = useSite()
  const f = useFields(form)
  const members = ZONES[zone].map((code) => ({ code, label: placeName(code, lang) }))
  const ticked = members.filter(({ code }) => form.typed[`to.${code}`] === 'yes').length
  const home = zone === 'france'
  const sorted = home ? members : members.toSorted((a, b) => a.label.localeCompare(b.label, lang))
  return (
    <details open={home || (ticked > 0 && ticked < members.length)}>
      <summary>
        {say(words[zone])}
        {ticked > 0 && <span class="xs soft"> {count(ticked, words.oneChosen, words.chosen)}</span>}
      </summary>
      {!home && (
        <Checkbox name={`all.${zone}`} label={say(words.all)} optional {...f.of(`all.${zone}`)} />
      )}
      <fieldset class="ticks">
        <legend class="ears">{say(words[zone])}</legend>
        {sorted.map(({ code, label }) => (
          <Checkbox name={`to.${code}`} label={label} optional {...f.of(`to.${code}`)} />
        ))}
      </fieldset>
    </details>
  )
}
