import { useFields } from '#ui/desk-fields.tsx'
import { Label } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { MOST_ATTRIBUTES, MOST_PARTS, MOST_PERSONAL } from '../row-form.ts'
import type { Attribute } from '../rules.ts'
import { Fold, isUsed } from './fold.tsx'
import type { Form } from './words-block.tsx'

type Known = Pick<Attribute, 'label' | 'valueLabel'>

/** What few pieces need, and none has to have. */
export function ExtrasBlock({ form, known }: { form: Form; known: readonly Known[] }) {
  return (
    <>
      <Facts form={form} known={known} />
      <Personal form={form} />
      <Related form={form} />
      <Search form={form} />
    </>
  )
}

/** The rows of a kind that are filled in or wrong, and a few that are not. */
function rowsOf(form: Form, name: string, { most, spare }: { most: number; spare: number }) {
  const used = Array.from({ length: most }, (_, at) => at).filter((at) =>
    isUsed(form, [`${name}_${at}_`]),
  )
  const shown = Math.min(most, (used.at(-1) ?? -1) + 1 + spare)
  return Array.from({ length: shown }, (_, at) => at)
}

/** What a set is made of. */
export function PartsBlock({ form }: { form: Form }) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <section class="for-bundle">
      <h2>{say(words.parts)}</h2>
      <p class="xs soft">{say(words.partsHint)}</p>
      {rowsOf(form, 'part', { most: MOST_PARTS, spare: 3 }).map((at) => (
        <div class="part-row">
          {f.line({
            name: `part_${at}_sku`,
            label: say(words.part, { nth: at + 1 }),
            maxlength: 64,
          })}
          {f.whole({
            name: `part_${at}_quantity`,
            label: say(words.partQuantity, { nth: at + 1 }),
          })}
        </div>
      ))}
    </section>
  )
}

function Facts({ form, known }: { form: Form; known: readonly Known[] }) {
  const f = useFields(form)
  const { say, t, lang } = useSite()
  const names = [...new Set(known.map(({ label }) => t(label)))]
  const values = [...new Set(known.map(({ valueLabel }) => t(valueLabel)))]
  return (
    <Fold
      title={say(words.facts)}
      form={form}
      fields={['attribute_', 'tags']}
      holds={[form.typed[`attribute_0_value.${lang}`], form.typed['tags']]
        .filter(Boolean)
        .join(', ')}
    >
      <p class="xs soft">{say(words.factsHint)}</p>
      {rowsOf(form, 'attribute', { most: MOST_ATTRIBUTES, spare: 2 }).map((at) => (
        <fieldset class="fact-row">
          <legend class="ears">
            {say(words.factName)} {at + 1}
          </legend>
          <InLangs
            form={form}
            name={`attribute_${at}_name`}
            label={say(words.factName)}
            list="fact-names"
          />
          <InLangs
            form={form}
            name={`attribute_${at}_value`}
            label={say(words.factValue)}
            list="fact-values"
          />
        </fieldset>
      ))}
      <datalist id="fact-names">
        {names.map((name) => (
          <option value={name}>{name}</option>
        ))}
      </datalist>
      <datalist id="fact-values">
        {values.map((value) => (
          <option value={value}>{value}</option>
        ))}
      </datalist>
      {f.line({ name: 'tags', label: say(words.tags), maxlength: 600 })}
    </Fold>
  )
}

/** A short text in each language, with what is known to choose from. */
function InLangs({
  form,
  name,
  label,
  list,
}: {
  form: Form
  name: string
  label: string
  list: string
}) {
  const { settings, say } = useSite()
  const { languages } = settings.shop
  return (
    <>
      {languages.map((lang, at) => {
        const field = `${name}.${lang}`
        const problem = form.problems[field]
        return (
          <div class="field">
            <Label of={field} class="label">
              {label}
              {languages.length > 1 && <span> {lang}</span>}
            </Label>
            <input
              type="text"
              id={field}
              name={field}
              lang={lang}
              list={at === 0 ? list : undefined}
              value={form.typed[field] ?? ''}
              maxlength={60}
              autocomplete="off"
              aria-invalid={problem ? 'true' : undefined}
              aria-describedby={problem ? `${field}-problem` : undefined}
            />
            {problem && (
              <p class="xs bad" id={`${field}-problem`}>
                {say(problem)}
              </p>
            )}
          </div>
        )
      })}
    </>
  )
}

function Personal({ form }: { form: Form }) {
  const f = useFields(form)
  const { say, lang } = useSite()
  return (
    <Fold
      title={say(words.personal)}
      form={form}
      fields={['personal_']}
      holds={form.typed[`personal_0_label.${lang}`]}
    >
      <p class="xs soft">{say(words.personalHint)}</p>
      {rowsOf(form, 'personal', { most: MOST_PERSONAL, spare: 1 }).map((at) => (
        <fieldset class="personal-row">
          <legend>{say(words.personalNth, { nth: at + 1 })}</legend>
          <input
            type="hidden"
            name={`personal_${at}_key`}
            value={form.typed[`personal_${at}_key`] ?? ''}
          />
          {f.texts({ name: `personal_${at}_label`, label: say(words.personalLabel) })}
          <div class="side-by-side">
            {f.whole({ name: `personal_${at}_most`, label: say(words.personalMost) })}
            {f.money({ name: `personal_${at}_price`, label: say(words.personalPrice) })}
          </div>
          {f.flag({ name: `personal_${at}_required`, label: say(words.personalRequired) })}
        </fieldset>
      ))}
    </Fold>
  )
}

function Related({ form }: { form: Form }) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <Fold
      title={say(words.related)}
      form={form}
      fields={['related']}
      holds={(form.typed['related'] ?? '').split(/\s+/).join(', ')}
    >
      <div
        class="piece-search field"
        data-piece-search="related"
        data-added={say(words.relatedAdded)}
        hidden
      >
        <label class="label" for="related-search">
          {say(words.relatedSearch)}
        </label>
        <input id="related-search" type="search" autocomplete="off" maxlength={80} />
        <ul></ul>
      </div>
      {f.area({
        name: 'related',
        label: say(words.relatedLabel),
        hint: say(words.relatedHint),
        rows: 4,
        maxlength: 2000,
      })}
    </Fold>
  )
}

function Search({ form }: { form: Form }) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <Fold
      title={say(words.search)}
      form={form}
      fields={['search_', 'slug']}
      holds={form.typed['slug']}
    >
      {f.line({ name: 'slug', label: say(words.slug), hint: say(words.slugHint), maxlength: 80 })}
      {f.texts({
        name: 'search_title',
        label: say(words.searchTitle),
        hint: say(words.searchTitleHint),
      })}
      {f.texts({
        name: 'search_description',
        label: say(words.searchText),
        hint: say(words.searchTextHint),
        rows: 2,
      })}
    </Fold>
  )
}
