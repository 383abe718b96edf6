import { micromark } from 'micromark'

/**
 * CommonMark to HTML that is safe to print: raw HTML comes out as text, and links other than http, https and mailto
 * lose their address (micromark's defaults). Headings start at `h2`, because a page has one `h1`.
 */
export function markdown(source: string): string {
  const html = micromark(source)
  return html.replace(/<(\/?)h([1-5])>/g, (_, slash: string, level: string) =>
    level === '1' ? `<${slash}h2>` : `<${slash}h${level}>`,
  )
}
