import { Button } from '#ui/button.tsx'

type Props = {
  /** What opens the question, and of what. */
  open: string
  of?: string
  action: string
  fields?: Record<string, string>
  /** What will have happened. */
  text: string
  act: string
}

/** An act that is asked for once more before it is done. */
export function AskOnce({ open, of, action, fields = {}, text, act }: Props) {
  return (
    <details class="ask-once s">
      <summary>
        {open}
        {of && <span class="ears"> {of}</span>}
      </summary>
      <form method="post" action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="soft">{text}</p>
        <Button quiet>{act}</Button>
      </form>
    </details>
  )
}
