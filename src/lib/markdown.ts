import { micromark } from 'micromark'

/**
 * CommonMark to HTML that is safe to print: raw HTML comes out as text, and links other than http, https and mailto
 * lose their address (micromark's defaults). Headings start at `h2`, because a page has one `h1`.
 */
export function markdown(source: string): string {
  const known = written.get(source)
  if (known !== undefined) return known
  const html = write(source)
  const [oldest] = written.keys()
  if (written.size >= MOST_KEPT && oldest !== undefined) written.delete(oldest)
  written.set(source, html)
  return html
}

/** Texts that were written last: reading one takes a fifth of the time of a whole page. */
const written = new Map<string, string>()
const MOST_KEPT = 500

function write(source: string): string {
  return micromark(source).replace(/<(\/?)h([1-5])>/g, (_, slash: string, level: string) =>
    level === '1' ? `<${slash}h2>` : `<${slash}h${level}>`,
  )
}
