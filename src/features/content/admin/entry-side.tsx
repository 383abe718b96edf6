import { useFields } from '#ui/desk-fields.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { LAW, ROLES, words } from '../desk-words.ts'
import { PAGE_ROLES } from '../rules.ts'
import type { EntryFormProps } from './entry-form-page.tsx'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

type Props = Pick<EntryFormProps, 'part' | 'typed' | 'problems'>

/** When a post or page is seen, what it is for, and where it is found. */
export function EntrySide({ part, typed, problems = {} }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  return (
    <div class="sheet-side">
      <section>
        {f.choice({
          name: 'state',
          label: say(words.state),
          choices: [
            { value: 'draft', label: say(words.stateDraft), hint: say(words.stateDraftHint) },
            {
              value: 'published',
              label: say(words.statePublished),
              hint: say(words.statePublishedHint),
            },
          ],
        })}
        <div class="side-by-side entry-when">
          {f.day({ name: 'day', label: say(words.day) })}
          <HourField value={typed['hour'] ?? '9'} />
        </div>
        <p class="xs soft">{say(words.dayHint)}</p>
      </section>
      {part === 'pages' && <RoleField typed={typed} problems={problems} />}
      <section>
        {f.line({
          name: 'slug',
          label: say(words.address),
          hint: say(words.addressHint),
          maxlength: 80,
        })}
      </section>
      <details class="more-fields">
        <summary class="label">{say(words.forSearch)}</summary>
        <p class="xs soft">{say(words.searchHint)}</p>
        {f.texts({ name: 'search_title', label: say(words.searchTitle) })}
        {f.texts({ name: 'search_text', label: say(words.searchText), rows: 3 })}
      </details>
    </div>
  )
}

function HourField({ value }: { value: string }) {
  const { say, lang } = useSite()
  const shown = (hour: number) => (lang === 'fr' ? `${hour} h` : `${hour}:00`)
  return (
    <Select
      name="hour"
      label={say(words.hour)}
      value={value}
      choices={HOURS.map((hour) => ({ value: String(hour), label: shown(hour) }))}
    />
  )
}

function RoleField({ typed, problems = {} }: Pick<Props, 'typed' | 'problems'>) {
  const { say } = useSite()
  const problem = problems['role']
  const value = typed['role'] ?? ''
  const chosen = PAGE_ROLES.find((role) => role === value)
  return (
    <section>
      <Select
        name="role"
        label={say(words.role)}
        value={value}
        hint={say(words.roleHint)}
        problem={problem && say(problem)}
        choices={[
          { value: '', label: say(words.noRole) },
          ...PAGE_ROLES.map((role) => ({ value: role, label: say(ROLES[role]) })),
        ]}
        optional
        quiet
      />
      {chosen && (
        <details class="more-fields law" open>
          <summary class="label">{say(words.law)}</summary>
          <ul class="s">
            {LAW[chosen].map((point) => (
              <li>{say(point)}</li>
            ))}
          </ul>
          <p class="xs soft">{say(words.lawFor)}</p>
        </details>
      )}
    </section>
  )
}
