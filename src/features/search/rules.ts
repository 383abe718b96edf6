import { type Lang, type Text, pick } from '#lib/i18n.ts'
import { excerpt, fold } from '#lib/text.ts'

const MAX_WORDS = 8

/**
 * What somebody typed as an FTS5 expression: every word must begin a word of the product. A plural finds its singular.
 * Null when nothing is left to look for.
 */
export function matchExpression(query: string): string | null {
  const words = fold(query).match(/[\p{L}\p{N}]+/gu) ?? []
  const stems = words.slice(0, MAX_WORDS).map((word) => stem(word.slice(0, 40)))
  return stems.length > 0 ? stems.map((word) => `"${word}"*`).join(' ') : null
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(/(es|s|x)$/, '') : word
}

type Indexed = {
  title: Text
  subtitle: Text
  description: Text
  tags: readonly string[]
  options: readonly { values: readonly { label: Text }[] }[]
}

/** The words under which a product is found, by weight: its title; its materials, tags and collections; its text. */
export function indexWords(product: Indexed, collections: readonly Text[], lang: Lang) {
  const choices = product.options.flatMap((option) => option.values.map((value) => value.label))
  return {
    title: fold(pick(product.title, lang)),
    material: fold(
      [product.subtitle, ...choices, ...collections]
        .map((text) => pick(text, lang))
        .concat(product.tags)
        .join(' '),
    ),
    body: fold(excerpt(pick(product.description, lang), 4000)),
  }
}
