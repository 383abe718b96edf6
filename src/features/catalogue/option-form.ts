import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase } from '#lib/i18n.ts'
import { slugify } from '#lib/text.ts'
import { combinations, MOST_OPTIONS, MOST_VARIANTS } from './option-rules.ts'
import type { Option, OptionValue } from './rules.ts'

export const MOST_VALUES = 30
const COLOUR = /^#[0-9a-f]{6}$/i

type Form = ReturnType<typeof readForm>

/**
 * Reads the options of a piece. An option or a value without a label is taken out; one that had a key keeps it, so that
 * its variants stay the same when it is only said differently.
 */
export function readOptions(fields: Fields, languages: readonly Lang[]): Read<Option[]> {
  const form = readForm(fields)
  const taken = new Set<string>()
  const options: Option[] = []
  for (let at = 0; at < MOST_OPTIONS; at++) {
    const option = readOption(form, `option_${at}`, languages, taken)
    if (option) options.push(option)
  }
  if (combinations(options).length > MOST_VARIANTS) {
    form.fault(`option_0_label.${languages[0]}`, says.many)
  }
  return form.done(options)
}

function readOption(
  form: Form,
  prefix: string,
  languages: readonly Lang[],
  taken: Set<string>,
): Option | null {
  const label = form.texts(`${prefix}_label`, languages, { most: 40 })
  const seen = new Set<string>()
  const values: OptionValue[] = []
  for (let at = 0; at < MOST_VALUES; at++) {
    const value = readValue(form, `${prefix}_value_${at}`, languages, seen)
    if (value) values.push(value)
  }
  const said = label[languages[0] ?? 'fr'] ?? ''
  if (said === '' && values.length === 0) return null
  if (said === '') form.fault(`${prefix}_label.${languages[0]}`, says.label)
  else if (values.length === 0) form.fault(`${prefix}_value_0_label.${languages[0]}`, says.values)
  return { name: unused(keptKey(form, prefix) ?? slugify(said), taken), label, values }
}

function readValue(
  form: Form,
  prefix: string,
  languages: readonly Lang[],
  seen: Set<string>,
): OptionValue | null {
  const label = form.texts(`${prefix}_label`, languages, { most: 60 })
  const detail = form.texts(`${prefix}_detail`, languages, { most: 80 })
  const swatch = form.typed(`${prefix}_swatch`)
  const said = label[languages[0] ?? 'fr'] ?? ''
  if (said === '') {
    if (Object.keys({ ...label, ...detail }).length > 0) {
      form.fault(`${prefix}_label.${languages[0]}`, says.label)
    }
    return null
  }
  if (swatch !== '' && !COLOUR.test(swatch)) form.fault(`${prefix}_swatch`, says.colour)
  return {
    value: unused(keptKey(form, prefix) ?? slugify(said), seen),
    label,
    ...(Object.keys(detail).length > 0 && { detail }),
    ...(swatch !== '' && { swatch }),
  }
}

function keptKey(form: Form, prefix: string): string | null {
  return /^[\w-]{1,40}$/.exec(form.typed(`${prefix}_key`))?.[0] ?? null
}

/** A key that none of its neighbours has. */
function unused(wanted: string, taken: Set<string>): string {
  const stem = wanted.slice(0, 40) || 'x'
  let key = stem
  for (let nth = 2; taken.has(key); nth++) key = `${stem}-${nth}`
  taken.add(key)
  return key
}

const says = {
  label: { fr: 'Il manque un nom.', en: 'A name is missing.' },
  values: {
    fr: 'Que peut-on choisir\u00a0? Il faut au moins une valeur.',
    en: 'What can be chosen? It needs one value at least.',
  },
  colour: { fr: 'Une couleur, comme #2F5D6B.', en: 'A colour, such as #2F5D6B.' },
  many: {
    fr: 'Cela ferait plus de cent déclinaisons\u00a0: retirez des valeurs.',
    en: 'That would make more than a hundred variants: take some values out.',
  },
} satisfies Record<string, Phrase>
