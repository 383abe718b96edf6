import { type Lang, type Text, pick } from '#lib/i18n.ts'
import { excerpt, fold } from '#lib/text.ts'

const MAX_LETTERS = 100
const MAX_WORDS = 8
const MAX_WORD_LETTERS = 40
const NEAR_LETTERS = 4
const WORD = /[\p{L}\p{N}]+/gu
const MAX_QUOTED = 40
const MAX_SENTENCE = 240
const MAX_INDEXED = 8000

/** Pieces on the page of a search: what is further from it is not shown. */
export const MAX_RESULTS = 24
/** Pieces beside a search that finds nothing. */
export const NEIGHBOURS = 4
/** Letters before anything is suggested. */
export const MIN_SUGGESTION = 2
/** An expression that matches nothing. */
export const NO_MATCH = '""'

/**
 * What a row is about, before its language: with both in the expression, the index reads no row of another kind or
 * language. Characters of the private area: FTS5 takes them for letters, and no search begins with them.
 */
export const MARKS = { product: '\ue000', post: '\ue001' } as const

/** Words that say nothing of a piece: left out when there are others. `the` stays, because thé is tea. */
const SMALL = new Set(
  'au aux avec de des du en et la le les ou par pour sur un une an and at for from in of on to with'.split(
    ' ',
  ),
)

/** Endings of plurals and, after them, of French feminines, with what a singular has there. */
const PLURALS: [RegExp, string][] = [
  [/aux$/, 'al'],
  [/(?<=[aeo]u)x$/, ''],
  [/ies$/, 'y'],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/(?<!s)s$/, ''],
]
const FEMININES: [RegExp, string][] = [
  [/che$/, 'c'],
  [/e$/, ''],
]

/** What somebody typed, on one line and not longer than a title. */
export function searchTerm(typed: string | undefined): string {
  const start = (typed ?? '').trim().slice(0, 2 * MAX_LETTERS)
  const line = start
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, MAX_LETTERS).join('').trim()
}

/**
 * A search as an FTS5 expression: every word begins a word of the piece, or its singular is one. Null when nothing is
 * left to look for. Whatever was typed, only letters and figures between quotes come out.
 */
export function matchExpression(query: string): string | null {
  const groups = wordsOf(query).map((word) => {
    const [, ...others] = forms(word)
    const phrases = [`"${word}"*`, ...others.map((other) => `"${other}"`)]
    return `(${phrases.join(' OR ')})`
  })
  return groups.length > 0 ? groups.join(' AND ') : null
}

/** What comes near a search that finds nothing: any of its words, by its first letters. */
export function nearExpression(query: string): string | null {
  // By letters, not by UTF-16 units: half a letter is no text.
  const beginnings = wordsOf(query)
    .map((word) => Array.from(word).slice(0, NEAR_LETTERS))
    .filter((letters) => letters.length === NEAR_LETTERS)
  return beginnings.length > 0
    ? beginnings.map((letters) => `"${letters.join('')}"*`).join(' OR ')
    : null
}

function wordsOf(query: string): string[] {
  const all = fold(query).match(WORD) ?? []
  const telling = all.filter((word) => !SMALL.has(word) && (word.length > 1 || /\p{N}/u.test(word)))
  return (telling.length > 0 ? telling : all)
    .slice(0, MAX_WORDS)
    .map((word) => Array.from(word).slice(0, MAX_WORD_LETTERS).join(''))
}

/** A word, its singulars and their masculines: "bleues", "bleue", "bleu". */
function forms(word: string): string[] {
  const singulars = withEndings([word], PLURALS)
  return [...new Set(withEndings(singulars, FEMININES))]
}

function withEndings(words: string[], endings: [RegExp, string][]): string[] {
  const changed = words
    .filter((word) => word.length > 3)
    .flatMap((word) =>
      endings.filter(([end]) => end.test(word)).map(([end, to]) => word.replace(end, to)),
    )
  return [...words, ...changed]
}

/** Tells the words that a search finds from others. */
function finder(query: string): (word: string) => boolean {
  const wanted = wordsOf(query)
  const exact = new Set(wanted.flatMap(forms))
  return (word) =>
    exact.has(fold(word)) || wanted.some((beginning) => fold(word).startsWith(beginning))
}

type Picture = { hash: string; width: number; height: number; ground: string }
export type ChoicePicture = Picture & { choice: Record<string, string> }

type Found = {
  card: { image: Picture | null }
  options: readonly { name: string; values: readonly { value: string; label: Text }[] }[]
  pictures: readonly ChoicePicture[]
}

/** A found product with the picture of the choice that the search names: "bol bleu" shows the blue one. */
export function inNamedChoice<Row extends Found>(row: Row, query: string, lang: Lang): Row {
  const isNamed = finder(query)
  const named = row.options.flatMap(({ name, values }) =>
    values
      .filter(({ label }) => (pick(label, lang).match(WORD) ?? []).some(isNamed))
      .map(({ value }) => ({ name, value })),
  )
  const shown = row.pictures.find(({ choice }) =>
    named.some(({ name, value }) => choice[name] === value),
  )
  return shown ? { ...row, card: { ...row.card, image: shown } } : row
}

/** The first sentence of a text in which a search finds a word, in three parts; null when none has one. */
export function sentenceWith(markdown: string, query: string): [string, string, string] | null {
  const isFound = finder(query)
  for (const sentence of sentences(markdown)) {
    for (const { 0: word, index } of sentence.matchAll(WORD)) {
      if (isFound(word)) {
        return [sentence.slice(0, index), word, sentence.slice(index + word.length)]
      }
    }
  }
  return null
}

function sentences(markdown: string): string[] {
  const prose = markdown.replace(/^#.*$/gm, '').replace(/^ *[-*] /gm, '')
  return excerpt(prose, MAX_INDEXED)
    .split(/(?<=[.?!…])\s+(?=[\p{Lu}«“])/u)
    .filter((sentence) => sentence.length <= MAX_SENTENCE)
}

/** What comes near, made up to `size` with others. */
export function fillUp<Row extends { slug: string }>(
  near: readonly Row[],
  others: readonly Row[],
  size: number,
): Row[] {
  const known = new Set(near.map(({ slug }) => slug))
  return [...near, ...others.filter(({ slug }) => !known.has(slug))].slice(0, size)
}

/** A term as a title can quote it. */
export function shortened(term: string): string {
  const letters = Array.from(term)
  return letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED).join('')}…` : term
}

/** True for what reads well inside a sentence: one to three words of letters. */
export function isNameable(term: string): boolean {
  return term.length <= 32 && /^[\p{L}'’-]{2,}( [\p{L}'’-]+){0,2}$/u.test(term)
}

/** "de saladier", "d’assiette": before a vowel or an h, French drops the e. */
export function ofThing(term: string): string {
  return /^[aeiouh]/.test(fold(term)) ? `d’${term}` : `de ${term}`
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
    body: marked(MARKS.product, lang, pick(product.description, lang)),
  }
}

/** The words under which a journal post is found. */
export function postWords(post: { title: Text; excerpt: Text; body: Text }, lang: Lang) {
  return {
    title: fold(pick(post.title, lang)),
    material: fold(pick(post.excerpt, lang)),
    body: marked(MARKS.post, lang, pick(post.body, lang)),
  }
}

function marked(mark: string, lang: Lang, markdown: string): string {
  return `${mark}${lang} ${fold(excerpt(markdown, MAX_INDEXED))}`
}
