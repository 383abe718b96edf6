import { LinkFields, type Places } from '#features/content/admin/link-fields.tsx'
import { PieceFields } from '#features/content/admin/piece-fields.tsx'
import { PictureField } from '#features/images/admin/picture-field.tsx'
import type { Image } from '#features/images/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { HINTS, LABELS, words } from '../desk-words.ts'
import { type Field, ITEMS_MOST, PIECES_MOST } from '../rules.ts'

/** What a block's form is drawn from. */
export type BlockForm = {
  typed: Fields
  problems?: Problems
  image: Image | null
  /** What can be chosen in this shop. */
  shop: Places & {
    pieces: readonly { slug: string; title: Text }[]
    options: readonly { name: string; label: Text }[]
  }
}

type Props = { field: Field; form: BlockForm }

/** One thing that a block asks for, as fields. */
export function BlockField({ field, form }: Props) {
  const { say } = useSite()
  const { typed, problems = {} } = form
  const { name, required = false } = field
  const f = useFields({ typed, problems })
  const phrase = LABELS[name]
  const about = HINTS[name]
  const label = phrase ? say(phrase) : name
  const hint = about && { hint: say(about) }
  switch (field.is) {
    case 'texts':
      return f.texts({ name, label, ...hint, rows: field.rows ?? 0, optional: !required })
    case 'day':
      return f.day({ name, label, ...hint })
    case 'picture':
      return (
        <PictureField name={name} label={label} image={form.image} problem={f.of(name).problem} />
      )
    case 'link':
      return (
        <fieldset class="link-set">
          <legend>{label}</legend>
          <LinkFields {...{ name, typed, problems }} places={form.shop} optional={!required} />
        </fieldset>
      )
    case 'piece':
    case 'pieces':
      return (
        <PieceFields
          {...{ name, typed, problems, ...hint }}
          legend={label}
          count={field.is === 'piece' ? 1 : PIECES_MOST}
        />
      )
    case 'listed':
      return <ListedField field={field} form={form} />
    case 'items':
      return <ItemFields form={form} />
    default:
      return field satisfies never
  }
}

/** One of the shop's collections or options. */
function ListedField({ field: { name }, form }: Props) {
  const { say, t } = useSite()
  const { value, problem } = useFields(form).of(name)
  const phrase = LABELS[name]
  const { options, collections } = form.shop
  const listed =
    name === 'option'
      ? options.map((option) => ({ value: option.name, label: t(option.label) || option.name }))
      : collections.map(({ slug, title }) => ({ value: slug, label: t(title) }))
  const none = { value: '', label: say(words.noCollection) }
  const own = value && !listed.some((choice) => choice.value === value)
  return (
    <Select
      name={name}
      label={phrase && say(phrase)}
      value={value}
      problem={problem}
      hint={name === 'option' && listed.length === 0 ? say(words.noOption) : undefined}
      choices={[
        ...(name === 'option' ? [] : [none]),
        ...(own ? [{ value, label: value }] : []),
        ...listed,
      ]}
      optional={name !== 'option'}
      quiet
    />
  )
}

function ItemFields({ form }: { form: BlockForm }) {
  const { say } = useSite()
  const f = useFields(form)
  const labels = { title: LABELS['title'], text: LABELS['text'] }
  return (
    <>
      {Array.from({ length: ITEMS_MOST }, (_, at) => (
        <fieldset class="link-set">
          <legend>{say(words.item, { at: at + 1 })}</legend>
          {f.texts({ name: `items.${at}.title`, label: labels.title ? say(labels.title) : '' })}
          {f.texts({
            name: `items.${at}.text`,
            label: labels.text ? say(labels.text) : '',
            rows: 2,
          })}
        </fieldset>
      ))}
    </>
  )
}
