import { html } from 'hono/html'
import type { Lang } from '#lib/i18n.ts'
import { Frame } from './frame.tsx'
import { lookOf } from './look.ts'
import { Row } from './row.tsx'

/** A short mail: what happened, a few sentences, one way on, facts below. */
export type Note = {
  lang: Lang
  subject: string
  shop: { name: string; url: string; logo: string | null }
  picture: { src: string; alt: string } | null
  title: string
  paragraphs: readonly string[]
  button: { url: string; label: string } | null
  panels: readonly { title: string; lines: readonly string[] }[]
}

/** Draws a short mail, as HTML and as text. */
export async function drawNote(note: Note, theme: Record<string, string>) {
  const look = lookOf(theme)
  const { button, panels } = note
  const page = await html`<!doctype html>${(
      <Frame content={note} look={look}>
        <Row style={look.foot}>
          <h1 style={look.title}>{note.title}</h1>
          {note.paragraphs.flatMap((paragraph) =>
            paragraph.split('\n').map((line) => <p style={look.paragraph}>{line || '\u00a0'}</p>),
          )}
        </Row>
        {button && (
          <Row style={look.pad}>
            <table role="presentation" cellpadding="0" cellspacing="0" border={0}>
              <tr>
                <td style={look.button}>
                  <a href={button.url} style={look.buttonLink}>
                    {button.label}
                  </a>
                </td>
              </tr>
            </table>
          </Row>
        )}
        <Row style={look.pad}>
          {panels.map((panel) => (
            <div style={look.panel}>
              <p style={look.strong}>{panel.title}</p>
              {panel.lines.map((line) => (
                <p style={look.paragraph}>{line}</p>
              ))}
            </div>
          ))}
        </Row>
      </Frame>
    )}`
  return { subject: note.subject, html: String(page), text: noteText(note) }
}

function noteText({ title, paragraphs, button, panels }: Note): string {
  return [
    title,
    ...paragraphs,
    ...(button ? [`${button.label}\n${button.url}`] : []),
    ...panels.map((panel) => [panel.title, ...panel.lines].join('\n')),
  ].join('\n\n')
}
