import type { Phrase } from '#lib/i18n.ts'
import { TextArea, TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import type { TypedField } from '../rules.ts'
import { words } from '../words.ts'
import type { FormProps } from './checkout-page.tsx'

type Props = {
  of: FormProps
  name: TypedField
  /** When it is not the field's own. */
  label?: Phrase
  type?: 'text' | 'email' | 'tel'
  autocomplete: string
  inputmode?: 'numeric' | 'text'
  optional?: boolean
}

/** One field of the order form, with what was typed and what is wrong with it. */
export function Field({ of: { typed, problems }, name, label, ...rest }: Props) {
  const { say } = useSite()
  const problem = problems[name]
  return (
    <TextField
      name={name}
      label={say(label ?? words[name])}
      value={typed[name]}
      problem={problem && say(problem)}
      {...rest}
    />
  )
}

/** Who orders. */
export function PersonFields({ of }: { of: FormProps }) {
  return (
    <div class="pair">
      <Field of={of} name="first_name" autocomplete="given-name" />
      <Field of={of} name="last_name" autocomplete="family-name" />
    </div>
  )
}

/** A word to the maker, who keeps it with the order. */
export function NoteField({ typed, problems }: FormProps) {
  const { say } = useSite()
  return (
    <TextArea
      name="note"
      label={say(words.note)}
      value={typed.note}
      problem={problems.note && say(problems.note)}
      rows={2}
      optional
    />
  )
}
