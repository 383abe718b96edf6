import type { Child } from 'hono/jsx'
import type { Fields, Problems } from '#lib/form.ts'
import type { Lang } from '#lib/i18n.ts'
import { deskWords } from './desk-words.ts'
import { Checkbox, TextArea, TextField } from './field.tsx'
import { useSite } from './site.tsx'

type Form = {
  /** What the fields hold: as it was saved, or as it was typed. */
  typed: Fields
  problems?: Problems
}

type Field = {
  name: string
  label: string
  hint?: Child
  /** Whether it may stay empty. */
  optional?: boolean
}

const IN = { fr: deskWords.inFrench, en: deskWords.inEnglish } as const

/** The fields of a form, each with what was typed and what is wrong with it: `const f = useFields(form)`. */
export function useFields({ typed, problems = {} }: Form) {
  const { say, settings } = useSite()
  const { languages, currency } = settings.shop
  const of = (name: string) => {
    const problem = problems[name]
    return { value: typed[name] ?? '', problem: problem && say(problem) }
  }
  return {
    of,
    line: ({
      optional = true,
      ...field
    }: Field & { maxlength?: number; type?: 'email' | 'url' }) => (
      <TextField {...field} {...of(field.name)} optional={optional} quiet />
    ),
    area: ({ optional = true, ...field }: Field & { rows?: number; maxlength?: number }) => (
      <TextArea {...field} {...of(field.name)} optional={optional} quiet />
    ),
    /** The same text in every language of the shop: `name.fr`, `name.en`. The hint stands under the first. */
    texts: ({ name, label, rows = 0, optional = true, ...field }: Field & { rows?: number }) => (
      <div class="in-langs">
        {languages.map((lang: Lang, at) => {
          const one = {
            ...field,
            ...of(`${name}.${lang}`),
            hint: at === 0 ? field.hint : undefined,
            name: `${name}.${lang}`,
            label: languages.length > 1 ? `${label}, ${say(IN[lang])}` : label,
            optional: optional || at > 0,
            lang,
            quiet: true,
          }
          return rows > 0 ? <TextArea {...one} rows={rows} /> : <TextField {...one} />
        })}
      </div>
    ),
    money: ({ label, ...field }: Field) => (
      <Short
        {...field}
        {...of(field.name)}
        label={`${label} (${currency === 'EUR' ? '€' : currency})`}
        inputmode="decimal"
      />
    ),
    whole: (field: Field) => <Short {...field} {...of(field.name)} inputmode="numeric" />,
    day: (field: Field) => <Short {...field} {...of(field.name)} type="date" />,
    flag: (field: Field) => <Checkbox {...field} {...of(field.name)} optional />,
    /** One of a few, as buttons in a group. */
    choice: ({ name, label, choices }: Field & { choices: readonly Choice[] }) => (
      <Choices name={name} label={label} choices={choices} {...of(name)} />
    ),
  }
}

function Short({ optional = true, ...field }: Parameters<typeof TextField>[0]) {
  return <TextField {...field} optional={optional} quiet short />
}

type Choice = { value: string; label: string; hint?: string }
type ChoicesProps = Pick<Field, 'name' | 'label'> & {
  choices: readonly Choice[]
  value: string
  problem?: string | undefined
}

function Choices({ name, label, choices, value, problem }: ChoicesProps) {
  useSite().labels.set(name, label)
  return (
    <fieldset
      class="choices"
      id={name}
      tabindex={-1}
      aria-describedby={problem ? `${name}-problem` : undefined}
    >
      <legend>{label}</legend>
      {choices.map((choice, at) => (
        <label class="check s">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value || (value === '' && at === 0)}
          />
          <span>
            {choice.label}
            {choice.hint && <span class="xs soft hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
      {problem && (
        <p id={`${name}-problem`} class="xs bad">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
