import type { Look } from './look.ts'
import { Row } from './row.tsx'

type Said = {
  title: string
  lead: string
  button: { url: string; label: string }
  panels: readonly { title: string; lines: readonly string[] }[]
}

type Props = { content: Said; look: Look }

/** What has happened, and the way to the order. */
export function Opening({ content: { title, lead, button }, look }: Props) {
  return (
    <>
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
    </>
  )
}

/** Facts under small titles: where to, how to follow, whom to write to. */
export function Panels({ content: { panels }, look }: Props) {
  return (
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
  )
}
