import { textField } from '#features/cart/form.ts'
import { useSite } from '#ui/site.tsx'
import type { Personal } from '../rules.ts'
import { words } from '../words.ts'

type Props = {
  fields: readonly Personal[]
  /** The id of the form that they belong to: it stands elsewhere. */
  form: string
}

/** What the buyer may have written on a piece: how long it may be, and what it costs. */
export function PersonalFields({ fields, form }: Props) {
  const { price, say, t } = useSite()
  return (
    <>
      {fields.map((field) => {
        const id = textField(field.name)
        return (
          <div class="field">
            <label class="label" for={id}>
              {t(field.label)}
              {!field.required && <span> ({say(words.ifYouLike)})</span>}
            </label>
            <input
              type="text"
              id={id}
              name={id}
              form={form}
              maxlength={field.most}
              required={field.required}
              // More than spaces.
              pattern={field.required ? '.*\\S.*' : undefined}
              autocomplete="off"
              aria-describedby={`${id}-hint`}
            />
            <p class="xs soft" id={`${id}-hint`}>
              {say(words.textMost, { most: field.most })}
              {field.price > 0 && ` ${say(words.textPrice, { price: price(field.price) })}`}
            </p>
          </div>
        )
      })}
      <p class="xs soft">{say(words.textFinal)}</p>
    </>
  )
}
