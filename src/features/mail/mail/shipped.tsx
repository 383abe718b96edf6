import { html } from 'hono/html'
import { Frame } from './frame.tsx'
import { Opening, Panels } from './opening.tsx'
import { type Look, lookOf } from './look.ts'
import { Thumb } from './lines.tsx'
import { Row } from './row.tsx'
import { type ShippedContent, shippedContent, type ShippedFacts } from './shipped-content.ts'
import { shippedText } from './shipped-text.ts'

/** The mail that tells that a parcel has left, in the order's language. */
export async function drawShipped(facts: ShippedFacts) {
  const content = shippedContent(facts)
  const look = lookOf(facts.settings.theme)
  const page = await html`<!doctype html>${(
    <Frame content={content} look={look}>
      <Opening content={content} look={look} />
      <Inside content={content} look={look} />
      <Panels content={content} look={look} />
    </Frame>
  )}`
  return { subject: content.subject, html: String(page), text: shippedText(content) }
}

function Inside({ content, look }: { content: ShippedContent; look: Look }) {
  return (
    <Row style={look.pad}>
      <p style={look.strong}>{content.inside}</p>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
        {content.lines.map(({ title, choice, quantity, picture }) => (
          <tr>
            {picture && (
              <td style={look.thumbCell}>
                <Thumb src={picture} style={look.thumb} />
              </td>
            )}
            <td colspan={picture ? 1 : 2} style={look.cell}>
              <span style={look.name}>
                {title}, {quantity}
              </span>
              {choice && (
                <>
                  <br />
                  <span style={look.small}>{choice}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </table>
    </Row>
  )
}
