import type { Child } from 'hono/jsx'

/** Something that happened, said once and heard by screen readers. */
export function Notice({ urgent, children }: { urgent?: boolean; children?: Child }) {
  return (
    <div class="notice" role={urgent ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
