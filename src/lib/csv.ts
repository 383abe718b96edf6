/** What a spreadsheet takes for a formula, or hides one behind. */
const DANGEROUS = /^[=+\-@\t\r\0]/

/**
 * Rows as a file that spreadsheets open (RFC 4180, UTF-8 with its mark). Names and addresses are strangers' text: what
 * could be a formula gets an apostrophe in front, and is then only text.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${csvLines(rows)}`
}

/** The next rows of such a file, when it is written part by part. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = DANGEROUS.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
