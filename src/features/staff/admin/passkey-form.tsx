import type { Child } from 'hono/jsx'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

type Props = {
  action: string
  /** Where the question for the authenticator is asked. */
  question: string
  /** `create` makes a key, `get` shows one. */
  kind: 'create' | 'get'
  act: string
  quiet?: boolean
  children?: Child
}

/** A form that an authenticator fills in: the island asks it, then sends the form. */
export function PasskeyForm({ action, question, kind, act, quiet = false, children }: Props) {
  const { say } = useSite()
  return (
    <form
      method="post"
      action={action}
      data-passkey={kind}
      data-question={question}
      data-waiting={say(words.waiting)}
      data-cancelled={say(words.cancelled)}
      data-unsupported={say(words.unsupported)}
      data-nowhere={say(words.noAuthenticator)}
      data-known={say(words.known)}
      data-failed={say(words.failed)}
    >
      {children}
      <input type="hidden" name="credential" value="" />
      <Button quiet={quiet}>{act}</Button>
      <output class="s passkey-says"></output>
      <noscript>
        <p class="notice s">{say(words.noScript)}</p>
      </noscript>
    </form>
  )
}
