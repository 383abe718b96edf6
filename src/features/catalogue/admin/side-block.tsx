import { useFields } from '#ui/desk-fields.tsx'
import { Label, Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import type { CollectionChoice } from '../desk-queries.ts'
import { KIND_NAMES, STATE_NAMES, TAX_NAMES, words } from '../desk-words.ts'
import { KINDS, STATES } from '../product-form.ts'
import type { Form } from './words-block.tsx'

type Props = {
  form: Form
  collections: readonly CollectionChoice[]
  taxClasses: readonly string[]
}

/** What goes with a piece: whether it is out, where it is kept, how large it is, what happens at zero. */
export function SideBlock({ form, collections, taxClasses }: Props) {
  return (
    <div class="sheet-side">
      <StateBlock form={form} />
      <Shelves form={form} collections={collections} />
      <Measures form={form} />
      <AtZero form={form} />
      <Kind form={form} taxClasses={taxClasses} />
    </div>
  )
}

function StateBlock({ form }: { form: Form }) {
  const f = useFields(form)
  const { say } = useSite()
  const time = f.of('publish_time')
  return (
    <section>
      {f.choice({
        name: 'state',
        label: say(words.state),
        choices: STATES.map((value) => {
          const { label, hint } = STATE_NAMES[value]
          return { value, label: say(label), ...(hint && { hint: say(hint) }) }
        }),
      })}
      <div class="side-by-side for-scheduled">
        {f.day({ name: 'publish_day', label: say(words.day) })}
        <div class="field short">
          <Label of="publish_time" class="label">
            {say(words.time)}
          </Label>
          <input
            type="time"
            id="publish_time"
            name="publish_time"
            value={time.value}
            aria-invalid={time.problem ? 'true' : undefined}
            aria-describedby={time.problem ? 'publish_time-problem' : undefined}
          />
          {time.problem && (
            <p class="xs bad" id="publish_time-problem">
              {time.problem}
            </p>
          )}
        </div>
      </div>
    </section>
  )
}

function Shelves({ form, collections }: Omit<Props, 'taxClasses'>) {
  const { say, t } = useSite()
  const level = (id: string | null): number => {
    const found = collections.find((collection) => collection.id === id)
    return found ? 1 + level(found.parentId) : 0
  }
  const under = (parentId: string | null): CollectionChoice[] =>
    collections
      .filter((collection) => collection.parentId === parentId)
      .flatMap((collection) => [collection, ...under(collection.id)])
  return (
    <section>
      <fieldset class="choices">
        <legend>{say(words.shelves)}</legend>
        {collections.length === 0 && <p class="xs soft">{say(words.noShelf)}</p>}
        {under(null).map(({ id, title, parentId }) => (
          <label class={`check s level-${level(parentId)}`}>
            <input
              type="checkbox"
              name={`in_${id}`}
              value="yes"
              checked={form.typed[`in_${id}`] === 'yes'}
            />
            <span>{t(title)}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}

function Measures({ form }: { form: Form }) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <section class="for-goods">
      <h2>{say(words.measures)}</h2>
      <div class="side-by-side three">
        {f.whole({ name: 'length', label: say(words.length) })}
        {f.whole({ name: 'width', label: say(words.width) })}
        {f.whole({ name: 'height', label: say(words.height) })}
      </div>
      <Select
        name="content_unit"
        label={say(words.contentUnit)}
        hint={say(words.contentHint)}
        value={form.typed['content_unit']}
        optional
        quiet
        choices={[
          { value: '', label: say(words.noUnit) },
          { value: 'g', label: say(words.grams) },
          { value: 'ml', label: say(words.millilitres) },
          { value: 'mm', label: say(words.millimetres) },
        ]}
      />
    </section>
  )
}

function AtZero({ form }: { form: Form }) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <section class="for-goods">
      {f.choice({
        name: 'when_gone',
        label: say(words.whenGone),
        choices: [
          { value: 'sold', label: say(words.showSold) },
          { value: 'order', label: say(words.toOrder), hint: say(words.toOrderHint) },
        ],
      })}
      <div class="for-order">{f.whole({ name: 'lead_weeks', label: say(words.leadWeeks) })}</div>
      {f.flag({ name: 'one_of_a_kind', label: say(words.oneOfAKind) })}
    </section>
  )
}

function Kind({ form, taxClasses }: Omit<Props, 'collections'>) {
  const f = useFields(form)
  const { say, settings } = useSite()
  const named = (value: string) => {
    const name = TAX_NAMES[value]
    return name ? say(name) : value
  }
  return (
    <section>
      {f.choice({
        name: 'kind',
        label: say(words.kind),
        choices: KINDS.map((value) => ({
          value,
          label: say(KIND_NAMES[value].label),
          hint: say(KIND_NAMES[value].hint),
        })),
      })}
      {settings.tax.regime === 'exempt' || taxClasses.length < 2 ? (
        <input type="hidden" name="tax_class" value={form.typed['tax_class'] ?? 'standard'} />
      ) : (
        <Select
          name="tax_class"
          label={say(words.tax)}
          value={form.typed['tax_class']}
          optional
          quiet
          choices={taxClasses.map((value) => ({ value, label: named(value) }))}
        />
      )}
    </section>
  )
}
