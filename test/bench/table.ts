export type Cell = string | number

/** Lines of a table for the terminal: names to the left, numbers to the right, columns as wide as they must be. */
export function table(head: string[], rows: Cell[][]): string {
  const texts = [head, ...rows.map((row) => row.map(shown))]
  const widths = head.map((_, i) => Math.max(...texts.map((row) => row[i]?.length ?? 0)))
  const lines = texts.map((row) =>
    row
      .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const [first = '', ...rest] = lines
  return [first, '-'.repeat(first.length), ...rest].join('\n')
}

/** A number with as many digits as say something: 1,234 · 56 · 7.8 · 0.09. */
export function shown(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (!Number.isFinite(cell)) return '–'
  const size = Math.abs(cell)
  const digits = size === 0 || size >= 20 || Number.isInteger(cell) ? 0 : size >= 1 ? 1 : 2
  return cell.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
