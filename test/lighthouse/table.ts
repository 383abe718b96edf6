import type { Figures } from './measure.ts'

/** The run in the middle, by its performance and then by its largest paint: all figures of one row are of one run. */
export function median(runs: readonly Figures[]): Figures {
  const ordered = runs.toSorted(
    (a, b) => a.scores.performance - b.scores.performance || b.lcpMs - a.lcpMs,
  )
  const middle = ordered[Math.floor(ordered.length / 2)]
  if (!middle) throw new Error('No runs')
  return middle
}

const HEAD = ['page', 'perf', 'a11y', 'best', 'seo', 'LCP ms', 'CLS', 'TBT ms', 'kB', 'requests']

/** The figures side by side, with what costs points below. */
export function table(rows: readonly Figures[], runs: number): string {
  const lines = rows.map(({ page, scores, lcpMs, cls, tbtMs, bytes, requests, lcpElement }) => [
    page,
    ...Object.values(scores).map(String),
    String(lcpMs),
    String(cls),
    String(tbtMs),
    (bytes / 1000).toFixed(1),
    String(requests),
    lcpElement,
  ])
  const all = [[...HEAD, 'LCP element'], ...lines]
  const widths = HEAD.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  const shown = all.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : pad(cell, widths[at])))
      .join('  '),
  )
  const failed = rows
    .filter((row) => row.failed.length > 0)
    .map((row) => `${row.page}: ${row.failed.join(', ')}`)
  const title = runs === 1 ? 'Lighthouse, mobile, one run' : `Lighthouse, mobile, median of ${runs}`
  return [title, '', ...shown, '', ...failed].join('\n')
}

const pad = (cell: string, width?: number) => (width === undefined ? cell : cell.padStart(width))
