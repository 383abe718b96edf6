import type { Child } from 'hono/jsx'

/** A row of the mail's one column. */
export function Row({ style, children }: { style: string; children?: Child }) {
  return (
    <tr>
      <td style={style}>{children}</td>
    </tr>
  )
}
