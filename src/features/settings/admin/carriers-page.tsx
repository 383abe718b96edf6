import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Sheet } from '../setting-desk.tsx'
import { carrierRows } from '../workshop-form.ts'
import { SettingSheet } from './setting-sheet.tsx'

/** Who carries parcels, and where each shows the way of one. */
export function CarriersPage({ sheet }: { sheet: Sheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <SettingSheet
      title={say(words.carriers)}
      text={say(words.carriersText)}
      action="/admin/carriers"
      sheet={sheet}
    >
      <section>
        {Array.from({ length: carrierRows(sheet.typed) }, (_, at) => (
          <fieldset class="setting-row carrier">
            <legend class="ears">{say(words.carrierRow, { n: at + 1 })}</legend>
            {f.line({ name: `name.${at}`, label: say(words.carrierName), maxlength: 40 })}
            {f.line({
              name: `pattern.${at}`,
              label: say(words.carrierPattern),
              type: 'url',
              maxlength: 300,
            })}
          </fieldset>
        ))}
        <p class="xs soft">{say(words.carrierOut)}</p>
      </section>
    </SettingSheet>
  )
}
