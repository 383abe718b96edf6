import type { Look } from './look.ts'
import { Row } from './row.tsx'

type Said = {
  title: string
  lead: string | readonly string[]
  button: { url: string; label: string } | null
  panels: readonly { title: string; lines: readonly string[] }[]
}

type Props = { content: Pick<Said, 'panels'>; look: Look }

/** What has happened, in one paragraph or several, and the way on when there is one. */
export function Opening({ content, look }: { content: Omit<Said, 'panels'>; look: Look }) {
  const { title, lead, button } = content
  return (
    <>
      <Row style={look.foot}>
        <h1 style={look.title}>{title}</h1>
        {[lead].flat().map((line) => (
          <p style={look.paragraph}>{line || '\u00a0'}</p>
        ))}
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
