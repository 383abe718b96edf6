import type { readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import { slugify } from '#lib/text.ts'
import type { Attribute, Personal } from './rules.ts'

export const MOST_PERSONAL = 3
export const MOST_ATTRIBUTES = 12
export const MOST_PARTS = 12

type Form = ReturnType<typeof readForm>

/** Facts, each a name and a value; a row with one of the two is told. */
export function readAttributes(form: Form, languages: readonly Lang[]): Attribute[] {
  const rows = numbers(MOST_ATTRIBUTES).flatMap((at) => {
    const label = form.texts(`attribute_${at}_name`, languages, { most: 40 })
    const valueLabel = form.texts(`attribute_${at}_value`, languages, { most: 60 })
    const [name, value] = [label, valueLabel].map((text) => slugify(first(text, languages)))
    if (Object.keys({ ...label, ...valueLabel }).length === 0) return []
    if (!name) form.fault(`attribute_${at}_name.${languages[0]}`, says.name)
    if (!value) form.fault(`attribute_${at}_value.${languages[0]}`, says.value)
    return name && value ? [{ name, label, value, valueLabel }] : []
  })
  return rows.filter(
    (row, at) => rows.findIndex((r) => r.name === row.name && r.value === row.value) === at,
  )
}

/** What the buyer may have written on it. */
export function readPersonal(
  form: Form,
  { languages, currency }: { languages: readonly Lang[]; currency: string },
): Personal[] {
  const rows = numbers(MOST_PERSONAL).flatMap((at) => {
    const label = form.texts(`personal_${at}_label`, languages, { most: 80 })
    const most = form.whole(`personal_${at}_most`, { least: 1, most: 500 })
    const price = form.money(`personal_${at}_price`, currency, { most: 100_000 })
    const required = form.flag(`personal_${at}_required`)
    const name = slugify(form.typed(`personal_${at}_key`) || first(label, languages))
    const nothing = Object.keys(label).length === 0
    if (nothing && most === null && price === null) return []
    if (nothing || !name) form.fault(`personal_${at}_label.${languages[0]}`, says.label)
    return [{ name, label, most: most ?? 50, price: price ?? 0, required }]
  })
  // Two fields of one name would be one in the cart.
  return rows.map((row, at) =>
    rows.slice(0, at).some(({ name }) => name === row.name)
      ? { ...row, name: `${row.name}-${at + 1}` }
      : row,
  )
}

/** What a set is made of, by references; `out`: it may not be shown without any. */
export function readParts(form: Form, out: boolean) {
  const parts = numbers(MOST_PARTS).flatMap((at) => {
    const sku = form.text(`part_${at}_sku`, { most: 64 })
    const quantity = form.whole(`part_${at}_quantity`, { least: 1, most: 99 })
    if (sku === '' && quantity !== null) form.fault(`part_${at}_sku`, says.sku)
    return sku === '' ? [] : [{ at, sku, quantity: quantity ?? 1 }]
  })
  if (out && parts.length === 0) form.fault('part_0_sku', says.parts)
  return parts
}

function first(text: Text, languages: readonly Lang[]): string {
  return text[languages[0] ?? 'fr'] ?? ''
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

const says = {
  sku: { fr: 'Il manque une référence.', en: 'A reference is missing.' },
  name: {
    fr: 'De quoi s’agit-il\u00a0? Par exemple «\u00a0Matière\u00a0».',
    en: 'What is it? For example “Material”.',
  },
  value: {
    fr: 'Il manque ce que c’est. Par exemple «\u00a0Grès\u00a0».',
    en: 'What it is, is missing. For example “Stoneware”.',
  },
  label: {
    fr: 'Que demandez-vous\u00a0? Par exemple «\u00a0Prénom à graver\u00a0».',
    en: 'What do you ask for? For example “Name to engrave”.',
  },
  parts: { fr: 'De quoi le lot est-il fait\u00a0?', en: 'What is the set made of?' },
} satisfies Record<string, Phrase>
