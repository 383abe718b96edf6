import type { Child } from 'hono/jsx'
import { useSite } from './site.tsx'
import { Tag } from './tag.tsx'
import { words } from './words.ts'

type Common = {
  name: string
  label: Child
  value?: string | undefined
  hint?: Child
  /** What is wrong with what was typed, as a sentence. */
  problem?: string | undefined
  optional?: boolean
  /** Most fields of this form may stay empty: they do not each say so. */
  quiet?: boolean
  /** For a number or a day: as wide as it needs to be. */
  short?: boolean
  lang?: string
}

type Attributes = {
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'date' | 'url'
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text'
  maxlength?: number
  placeholder?: string
  /** The id of a `datalist` that suggests values. */
  list?: string
}

/** One line to type. */
export function TextField({
  type = 'text',
  value,
  autocomplete,
  inputmode,
  maxlength,
  placeholder,
  list,
  ...field
}: Common & Attributes) {
  return (
    <Frame {...field}>
      <input
        type={type}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        placeholder={placeholder}
        list={list}
        {...tied(field)}
      />
    </Frame>
  )
}

/** Several lines to type. */
export function TextArea({
  value,
  rows = 4,
  ...field
}: Common & { rows?: number; maxlength?: number }) {
  return (
    <Frame {...field}>
      <textarea rows={rows} maxlength={field.maxlength} {...tied(field)}>
        {value}
      </textarea>
    </Frame>
  )
}

type Choice = { value: string; label: string }

/** One of a list. */
export function Select({
  value,
  choices,
  autocomplete,
  ...field
}: Common & { choices: readonly Choice[]; autocomplete?: string }) {
  return (
    <Frame {...field}>
      <select autocomplete={autocomplete} {...tied(field)}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

type LabelProps = {
  /** The name of the field. */
  of: string
  class?: string
  /** What a list of problems calls the field, when that is not all that stands here. */
  says?: Child
  children?: Child
}

/** What a field is called. */
export function Label({ of, class: looks, says, children }: LabelProps) {
  useSite().labels.set(of, says ?? children)
  return (
    <label class={looks} for={of}>
      {children}
    </label>
  )
}

/** A box to tick, never ticked beforehand. */
export function Checkbox({ label, value, ...field }: Common) {
  useSite().labels.set(field.name, label)
  return (
    <div class="field">
      <label class="check s">
        <input type="checkbox" value="yes" checked={value === 'yes'} {...tied(field)} />
        <span>{label}</span>
      </label>
      <Below {...field} />
    </div>
  )
}

function Frame({
  label,
  optional,
  quiet,
  short,
  children,
  ...field
}: Common & { children?: Child }) {
  const { say } = useSite()
  return (
    <div class={short ? 'field short' : 'field'}>
      <Label of={field.name} class="label" says={label}>
        {label}
        {optional && !quiet && <span> ({say(words.optional)})</span>}
      </Label>
      {children}
      <Below {...field} />
    </div>
  )
}

function Below({ name, hint, problem }: Pick<Common, 'name' | 'hint' | 'problem'>) {
  return (
    <>
      {hint && (
        <p class="xs soft" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <div id={`${name}-problem`}>
          <Tag tone="bad" large>
            {problem}
          </Tag>
        </div>
      )}
    </>
  )
}

function tied({ name, hint, problem, lang, optional = false }: Omit<Common, 'label'>) {
  const below = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return {
    id: name,
    name,
    lang,
    required: !optional,
    'aria-describedby': below || undefined,
    'aria-invalid': problem ? ('true' as const) : undefined,
  }
}
