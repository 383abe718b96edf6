/** Lower case, without accents or ligatures: how words are compared. */
export function fold(value: string): string {
  return value
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** An address part: "Théière Brume" becomes "theiere-brume". */
export function slugify(value: string): string {
  return fold(value)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

/** The first sentence of a Markdown text and what follows it. */
export function firstSentence(markdown: string): { first: string; rest: string } {
  const paragraph = markdown.split('\n\n', 1)[0] ?? ''
  const end = /[.!?…](?=\s+\p{Lu})/u.exec(paragraph)
  const first = end ? paragraph.slice(0, end.index + 1) : paragraph
  return { first, rest: markdown.slice(first.length).trim() }
}

/** Plain words of a Markdown text, cut at a word before `length` characters. */
export function excerpt(markdown: string, length: number): string {
  const plain = markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  return `${plain.slice(0, length).replace(/\s+\S*$/, '')}…`
}
