import { html } from 'hono/html'
import { confirmationText } from './confirmation-text.ts'
import { confirmationContent, type Facts } from './content.ts'
import { Frame } from './frame.tsx'
import { Opening, Panels } from './opening.tsx'
import { Legal } from './legal.tsx'
import { Lines } from './lines.tsx'
import { lookOf } from './look.ts'

/** The mail that confirms an order, in the order's language: on a durable medium, with all that was agreed. */
export async function drawConfirmation(facts: Facts) {
  const content = confirmationContent(facts)
  const look = lookOf(facts.settings.theme)
  const page = await html`<!doctype html>${(
    <Frame content={content} look={look}>
      <Opening content={content} look={look} />
      <Lines content={content} look={look} />
      <Panels content={content} look={look} />
      <Legal content={content} look={look} />
    </Frame>
  )}`
  return { subject: content.subject, html: String(page), text: confirmationText(content) }
}
