import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import { MessageForm } from './message-form.tsx'

/** The form below the contact page's text. */
export function MessageBlock() {
  const { say } = useSite()
  return (
    <section class="wrap message-block" aria-labelledby="write">
      <h2 id="write">{say(words.write)}</h2>
      <MessageForm />
    </section>
  )
}
