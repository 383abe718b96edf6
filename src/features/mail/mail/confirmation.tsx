import { html } from 'hono/html'
import { confirmationText } from './confirmation-text.ts'
import { confirmationContent, type Facts } from './content.ts'
import { Frame } from './frame.tsx'
import { Legal } from './legal.tsx'
import { Lines } from './lines.tsx'
import { lookOf } from './look.ts'
import { Row } from './row.tsx'

/** The mail that confirms an order, in the order's language: on a durable medium, with all that was agreed. */
export async function drawConfirmation(facts: Facts) {
  const content = confirmationContent(facts)
  const look = lookOf(facts.settings.theme)
  const { title, lead, button, panels } = content
  const page = await html`<!doctype html>${(
      <Frame content={content} look={look}>
        <Row style={look.foot}>
          <h1 style={look.title}>{title}</h1>
          <p style={look.paragraph}>{lead}</p>
        </Row>
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
        <Lines content={content} look={look} />
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
        <Legal content={content} look={look} />
      </Frame>
    )}`
  return { subject: content.subject, html: String(page), text: confirmationText(content) }
}
