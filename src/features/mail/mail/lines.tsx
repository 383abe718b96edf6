import type { Content } from './content.ts'
import type { Look } from './look.ts'
import { Row } from './row.tsx'

/** What was bought, and what it came to. */
export function Lines({ content, look }: { content: Content; look: Look }) {
  const { lines, offers, delivery, total } = content
  return (
    <Row style={look.pad}>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
        {lines.map((line) => (
          <Line line={line} look={look} />
        ))}
        {offers.map(({ label, sum }) => (
          <tr>
            <td colspan={2} style={look.label}>
              {label}
            </td>
            <td style={look.sum}>{sum}</td>
          </tr>
        ))}
        {delivery && (
          <tr>
            <td colspan={2} style={look.label}>
              {delivery.label}
            </td>
            <td style={look.sum}>{delivery.sum}</td>
          </tr>
        )}
        <tr>
          <td colspan={2} style={look.total}>
            <strong>{total.label}</strong> <span style={look.small}>{total.vat}</span>
          </td>
          <td style={look.totalSum}>{total.sum}</td>
        </tr>
      </table>
    </Row>
  )
}

function Line({ line, look }: { line: Content['lines'][number]; look: Look }) {
  const { title, choice, quantity, sum, picture, notes } = line
  return (
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
        {[choice, ...notes].filter(Boolean).map((note) => (
          <>
            <br />
            <span style={look.small}>{note}</span>
          </>
        ))}
      </td>
      <td style={look.sum}>{sum}</td>
    </tr>
  )
}

/** It stands beside its name, so it needs no words of its own. */
export function Thumb({ src, style }: { src: string; style: string }) {
  return <img src={src} alt="" width="72" style={style} />
}
