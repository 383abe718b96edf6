import type { Content } from './content.ts'

const RULE = '–'.repeat(40)

/** The confirmation as plain text: the same words in the same order. */
export function confirmationText(content: Content): string {
  const { button, offers, delivery, total, withdrawal, guarantee, form, terms } = content
  return [
    content.title,
    content.lead,
    `${button.label}\n${button.url}`,
    RULE,
    ...content.lines.map(lineText),
    RULE,
    ...offers.map(({ label, sum }) => `${label} · ${sum}`),
    ...(delivery ? [`${delivery.label} · ${delivery.sum}`] : []),
    [`${total.label} · ${total.sum}`, total.vat].filter(Boolean).join(', '),
    RULE,
    ...content.panels.map(({ title, lines }) => [title, ...lines].join('\n')),
    RULE,
    `${withdrawal.title}\n${withdrawal.text}\n${withdrawal.link.label}\n${withdrawal.link.url}`,
    `${guarantee.title}\n${guarantee.text}`,
    content.seller.join('\n'),
    RULE,
    [form.title, ...form.lines].join('\n\n'),
    RULE,
    `${terms.title}\n\n${terms.markdown}`,
  ].join('\n\n')
}

function lineText({ title, choice, quantity, sum, notes }: Content['lines'][number]): string {
  return [`${quantity} × ${title}`, choice, ...notes, sum].filter(Boolean).join('\n')
}
