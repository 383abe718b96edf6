import { formatMoment } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { AnswerRow } from '../queries.ts'

/** What was answered, when, by whom, and whether its mail has left. */
export function Answers({ answers }: { answers: readonly AnswerRow[] }) {
  const { settings, lang, say } = useSite()
  if (answers.length === 0) return null
  const fate = { waiting: words.mailWaiting, failed: words.mailFailed, sent: null }
  return (
    <section class="message-answers" aria-labelledby="answers-title">
      <h2 id="answers-title">{say(words.answers)}</h2>
      <ol>
        {answers.map(({ who, text, at, mail }) => {
          const moment = formatMoment(at, settings.shop.timeZone, lang)
          const said = mail && fate[mail]
          return (
            <li>
              <p class="text">{text}</p>
              <p class="xs soft">
                {say(words.answeredBy, { who, moment })}
                {said && <span class={mail === 'failed' ? 'bad' : 'warm'}>, {say(said)}</span>}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
