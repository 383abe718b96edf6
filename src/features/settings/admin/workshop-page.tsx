import { useFields } from '#ui/desk-fields.tsx'
import { Checkbox } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { weekdayPhrase, words } from '../desk-words.ts'
import type { Sheet } from '../setting-desk.tsx'
import { ASSURANCES } from '../workshop-form.ts'
import { SettingSheet, SheetPart } from './setting-sheet.tsx'

const DISPATCH_DAYS = [1, 2, 3, 4, 5, 6]

/** How orders leave, what is promised, when new pieces come, when stock is low. */
export function WorkshopPage({ sheet }: { sheet: Sheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <SettingSheet title={say(words.workshop)} action="/admin/workshop" sheet={sheet}>
      <Dispatch sheet={sheet} />
      <Promises sheet={sheet} />
      <SheetPart title={say(words.next)} text={say(words.nextText)}>
        {f.day({ name: 'next_day', label: say(words.nextDay) })}
        {f.texts({ name: 'sold', label: say(words.sold), hint: say(words.soldHint) })}
        {f.texts({ name: 'closing', label: say(words.closing), rows: 2 })}
      </SheetPart>
      <SheetPart title={say(words.lowStock)}>
        {f.whole({
          name: 'low_at',
          label: say(words.lowAt),
          hint: say(words.lowAtHint),
          optional: false,
        })}
        {f.flag({ name: 'low_mail', label: say(words.lowMail) })}
      </SheetPart>
    </SettingSheet>
  )
}

function Dispatch({ sheet }: { sheet: Sheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <SheetPart title={say(words.dispatch)} text={say(words.dispatchText)}>
      <fieldset class="choices setting-days">
        <legend>{say(words.weekdays)}</legend>
        {DISPATCH_DAYS.map((day) => (
          <Checkbox
            name={`day.${day}`}
            label={say(weekdayPhrase(day))}
            optional
            {...f.of(`day.${day}`)}
          />
        ))}
      </fieldset>
      {f.whole({
        name: 'cutoff',
        label: say(words.cutoff),
        hint: say(words.cutoffHint),
        optional: false,
      })}
    </SheetPart>
  )
}

function Promises({ sheet }: { sheet: Sheet }) {
  const { say, settings } = useSite()
  const f = useFields(sheet)
  const rows = Math.max(ASSURANCES, settings.dispatch.assurances.length)
  return (
    <SheetPart title={say(words.promises)} text={say(words.assuranceHint)}>
      {Array.from({ length: rows }, (_, at) =>
        f.texts({ name: `assurance.${at}`, label: say(words.assurance, { n: at + 1 }) }),
      )}
      {f.texts({
        name: 'returns',
        label: say(words.returns),
        hint: say(words.returnsHint),
        rows: 3,
      })}
    </SheetPart>
  )
}
