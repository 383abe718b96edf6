import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import type { Asked } from '../queries.ts'
import { ABOUT, words } from '../desk-words.ts'

type Props = { asked: Asked; names: readonly string[] }

/** What the log is asked for: acts about something, or by somebody, or both. */
export function LogFilter({ asked, names }: Props) {
  const { say } = useSite()
  const kinds = Object.entries(ABOUT)
    .flatMap(([value, phrase]) => (phrase ? [{ value, label: say(phrase) }] : []))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const people = names.map((value) => ({
    value,
    label: value === 'console' ? say(words.console) : value,
  }))
  return (
    <search>
      <form class="log-filter" action={deskLink.audit()}>
        <Choice
          name="about"
          label={say(words.about)}
          all={say(words.everything)}
          options={kinds}
          value={asked.about}
        />
        <Choice
          name="who"
          label={say(words.who)}
          all={say(words.everybody)}
          options={people}
          value={asked.who}
        />
        <Button quiet>{say(words.show)}</Button>
      </form>
    </search>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  options: readonly { value: string; label: string }[]
  value: string
}

function Choice({ name, label, all, options, value }: ChoiceProps) {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}
