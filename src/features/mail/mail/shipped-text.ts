import type { ShippedContent } from './shipped-content.ts'

const RULE = '–'.repeat(40)

/** The mail of a parcel as plain text: the same words in the same order. */
export function shippedText(content: ShippedContent): string {
  const { title, lead, button, inside, lines, panels } = content
  return [
    title,
    lead,
    `${button.label}\n${button.url}`,
    RULE,
    inside,
    ...lines.map(({ title, choice, quantity }) =>
      [`${quantity} × ${title}`, choice].filter(Boolean).join('\n'),
    ),
    RULE,
    ...panels.map((panel) => [panel.title, ...panel.lines].join('\n')),
  ]
    .filter(Boolean)
    .join('\n\n')
}
