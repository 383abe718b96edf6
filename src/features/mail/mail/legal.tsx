import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { markdown } from '#lib/markdown.ts'
import type { Content } from './content.ts'
import type { Look } from './look.ts'
import { Row } from './row.tsx'

/** What the law wants kept with the order: withdrawal, guarantee, seller, form, and the terms as accepted. */
export function Legal({ content, look }: { content: Content; look: Look }) {
  const { withdrawal, guarantee, form, terms, seller } = content
  return (
    <>
      <Part look={look}>
        <h2 style={look.legalTitle}>{withdrawal.title}</h2>
        <p style={look.legalText}>
          {withdrawal.text}{' '}
          <a href={withdrawal.link.url} style={look.link}>
            {withdrawal.link.label}
          </a>
        </p>
        <h2 style={look.legalTitle}>{guarantee.title}</h2>
        <p style={look.legalText}>{guarantee.text}</p>
        <p style={look.legalText}>{seller.join(', ')}</p>
      </Part>
      <Part look={look}>
        <h2 style={look.legalTitle}>{form.title}</h2>
        {form.lines.map((line) => (
          <p style={look.legalText}>{line}</p>
        ))}
      </Part>
      <Part look={look}>
        <h2 style={look.legalTitle}>{terms.title}</h2>
        <div style={look.small}>{raw(forMail(markdown(terms.markdown), terms.base))}</div>
      </Part>
    </>
  )
}

function Part({ look, children }: { look: Look; children: Child }) {
  return (
    <Row style={look.last}>
      <div style={look.legal}>{children}</div>
    </Row>
  )
}

/** Markdown's HTML as a mail needs it: links to the shop's own pages made whole, headings as small as the text. */
function forMail(page: string, base: string): string {
  return page
    .replace(/ href="(?!mailto:|https?:)([^"]+)"/g, (link, path: string) =>
      URL.canParse(path, base) ? ` href="${new URL(path, base).href}"` : link,
    )
    .replace(/<h[2-6]>(.*?)<\/h[2-6]>/g, '<p><strong>$1</strong></p>')
}
