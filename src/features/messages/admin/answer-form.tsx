import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { MessageRow } from '../queries.ts'
import { MOST_ANSWER } from '../rules.ts'

type Props = { message: MessageRow; answerKey: string; typed: Fields; problems: Problems }

/** The answer, in the one block of the page that stands out. */
export function AnswerForm({ message, answerKey, typed, problems }: Props) {
  const { say } = useSite()
  const problem = problems['answer']
  return (
    <section class="clay order-act" id="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">{say(words.answer)}</h2>
      <form method="post" action={deskLink.messagePart(message.id, 'answers')} novalidate>
        <input type="hidden" name="key" value={answerKey} />
        <TextArea
          name="answer"
          label={say(words.yourAnswer)}
          hint={say(words.answerHint, { email: message.email })}
          value={typed['answer'] ?? ''}
          rows={7}
          maxlength={MOST_ANSWER}
          problem={problem && say(problem)}
        />
        <Button>{say(words.sendAnswer)}</Button>
      </form>
    </section>
  )
}
