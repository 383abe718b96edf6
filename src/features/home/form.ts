import * as v from 'valibot'
import { linkFields, readLink } from '#features/menus/rules.ts'
import { type Block, block as blockForm } from '#features/settings/rules.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase } from '#lib/i18n.ts'
import { type Field, FIELDS, ITEMS_MOST, PIECES_MOST } from './rules.ts'

type Around = { languages: readonly Lang[]; origin: string }

/** What a block's form names that only the shop knows to be there. */
export type Named = {
  /** Pieces as they were typed, with their fields. */
  pieces: { field: string; name: string }[]
  image: string
}

/**
 * Reads the form of a block of one type. Pieces come as they were typed: whoever saves puts the addresses of those that
 * were found in their place.
 */
export function readBlock(
  fields: Fields,
  type: Block['type'],
  around: Around,
): Read<{ block: Block; named: Named }> {
  const form = readForm(fields)
  const named: Named = { pieces: [], image: '' }
  const values = FIELDS[type].map(
    (field) => [field.name, readField(form, field, around, named)] as const,
  )
  const block = v.safeParse(blockForm, { type, ...Object.fromEntries(values) })
  if (block.success) checkWhole(form, block.output)
  else if (Object.keys(form.problems).length === 0) form.fault('block', says.block)
  return form.done({ block: block.success ? block.output : { type: 'collections' }, named })
}

function readField(
  form: ReturnType<typeof readForm>,
  field: Field,
  around: Around,
  named: Named,
): unknown {
  const { name, required = false } = field
  switch (field.is) {
    case 'texts':
      return form.texts(name, around.languages, { most: field.most, required })
    case 'link':
      return readLink(form, name, { ...around, required })
    case 'picture': {
      const hash = form.typed(name)
      if (required || hash) {
        named.image = /^[0-9a-f]{24}$/.test(hash) ? hash : ''
        if (!named.image) form.fault(name, says.picture)
      }
      return named.image
    }
    case 'day':
      return form.day(name)
    case 'listed':
      return form.text(name, { most: 120, required })
    case 'piece':
    case 'pieces': {
      const count = field.is === 'piece' ? 1 : PIECES_MOST
      const typed = typedPieces(form, name, count)
      named.pieces.push(...typed)
      if (required && typed.length === 0) form.fault(`${name}.1`, says.piece)
      const names = typed.map((piece) => piece.name)
      return field.is === 'piece' ? (names[0] ?? '') : names
    }
    case 'items':
      return readItems(form, name, around.languages)
    default:
      return field satisfies never
  }
}

function typedPieces(form: ReturnType<typeof readForm>, name: string, count: number) {
  return Array.from({ length: count }, (_, at) => `${name}.${at + 1}`).flatMap((field) => {
    const typed = form.text(field, { most: 200 })
    return typed ? [{ field, name: typed }] : []
  })
}

function readItems(form: ReturnType<typeof readForm>, name: string, languages: readonly Lang[]) {
  const [first = 'fr'] = languages
  const items = Array.from({ length: ITEMS_MOST }, (_, at) => ({
    title: form.texts(`${name}.${at}.title`, languages, { most: 60 }),
    text: form.texts(`${name}.${at}.text`, languages, { most: 200 }),
  })).filter(({ title, text }) => Object.keys({ ...title, ...text }).length > 0)
  if (items.length === 0) form.fault(`${name}.0.title.${first}`, says.items)
  return items
}

/** What no field can say alone. */
function checkWhole(form: ReturnType<typeof readForm>, block: Block): void {
  if (block.type === 'banner' && block.from && block.until && block.until < block.from) {
    form.fault('until', says.until)
  }
  if (block.type === 'products' && block.pieces.length === 0 && !block.collection) {
    form.fault('pieces.1', says.pieces)
  }
}

/** What the form of a block holds. */
export function typedBlock(block: Block): Record<string, string> {
  const values: Record<string, unknown> = block
  return Object.assign(
    {},
    ...FIELDS[block.type].map((field) => fieldsOf(field, values[field.name])),
  )
}

function fieldsOf({ name, is }: Field, value: unknown): Record<string, string> {
  if (is === 'link') return v.is(linkForm, value) ? linkFields(name, value) : {}
  if (is === 'piece') return { [`${name}.1`]: typeof value === 'string' ? value : '' }
  if (typeof value === 'string') return { [name]: value }
  return typeof value === 'object' && value !== null
    ? flat(name, value, is === 'pieces' ? 1 : 0)
    : {}
}

/** Texts, lists of pieces and lists of texts as fields: `title.fr`, `pieces.1`, `items.0.title.fr`. */
function flat(name: string, value: object, from: number): Record<string, string> {
  const pairs = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const field = `${name}.${Array.isArray(value) ? Number(key) + from : key}`
    if (typeof inner === 'object' && inner !== null) return flat(field, inner, 0)
    return typeof inner === 'string' ? { [field]: inner } : {}
  })
  return Object.assign({}, ...pairs)
}

const linkForm = v.object({
  label: v.partial(v.object({ fr: v.string(), en: v.string() })),
  link: v.object({
    type: v.picklist(['home', 'collection', 'product', 'page', 'post', 'journal', 'path']),
    slug: v.string(),
  }),
})

export const says = {
  block: { fr: 'Ce bloc n’est pas complet.', en: 'This block is not complete.' },
  picture: {
    fr: 'Choisissez une photo de la boutique.',
    en: 'Choose a picture of the shop.',
  },
  piece: { fr: 'Quelle pièce\u00a0?', en: 'Which piece?' },
  unknown: {
    fr: 'Aucune pièce de ce nom\u00a0: choisissez-la dans la liste, ou écrivez sa référence.',
    en: 'No piece of this name: choose it from the list, or write its reference.',
  },
  pieces: {
    fr: 'Nommez au moins une pièce, ou choisissez une collection.',
    en: 'Name at least one piece, or choose a collection.',
  },
  items: { fr: 'Au moins une promesse.', en: 'At least one promise.' },
  until: { fr: 'La fin vient avant le début.', en: 'The end comes before the beginning.' },
} satisfies Record<string, Phrase>
