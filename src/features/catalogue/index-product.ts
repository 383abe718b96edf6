import { indexProduct, unindex } from '#features/search/queries.ts'
import { indexWords } from '#features/search/rules.ts'
import type { Lang, Text } from '#lib/i18n.ts'
import type { Db, Statement } from '#platform/db.ts'
import type { CollectionChoice } from './desk-queries.ts'
import type { Attribute, Option } from './rules.ts'

type Found = {
  id: string
  title: Text
  subtitle: Text
  description: Text
  tags: readonly string[]
  options: readonly Option[]
  attributes: readonly Attribute[]
  collectionIds: readonly string[]
}

/** The statements that make a piece be found by what it says now, in every language of the shop. */
export function reindex(
  db: Db,
  piece: Found,
  collections: readonly CollectionChoice[],
  languages: readonly Lang[],
): Statement[] {
  const inside = collections.filter(({ id }) => piece.collectionIds.includes(id))
  const also = [
    ...inside.map(({ title }) => title),
    ...piece.attributes.map(({ valueLabel }) => valueLabel),
  ]
  return [
    unindex(db, piece.id),
    ...languages.map((lang) =>
      indexProduct(db, { productId: piece.id, lang, ...indexWords(piece, also, lang) }),
    ),
  ]
}
