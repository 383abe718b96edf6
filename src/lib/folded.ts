const PLAIN: Record<string, string> = {
  a: 'àâäÀÂÄ',
  c: 'çÇ',
  e: 'éèêëÉÈÊË',
  i: 'îïÎÏ',
  o: 'ôöÔÖ',
  oe: 'œŒ',
  u: 'ùûüÙÛÜ',
}

/**
 * The SQL of a text in small letters without the accents of French, as `fold` makes them: what lists are sorted by and
 * short texts are searched in. Indexes have it letter by letter, so it only changes with a migration. D1 takes a hundred
 * levels of an expression and counts those of a sub-select twice: there is room for a few letters more, not for all.
 */
export function folded(text: string): string {
  const letters = Object.entries(PLAIN).flatMap(([plain, accented]) =>
    Array.from(accented, (letter) => [letter, plain]),
  )
  return letters.reduce(
    (inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`,
    `lower(${text})`,
  )
}
