import type { Fields, Problems } from '#lib/form.ts'
import { formatMoment } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Done, ProblemSummary } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { DeskMessage } from '../read-desk-message.ts'
import { AnswerForm } from './answer-form.tsx'
import { Answers } from './answers.tsx'
import { WriterAside } from './writer-aside.tsx'

export type MessageNews = 'answered' | 'read' | 'unread'

type Props = {
  view: DeskMessage
  /** Names the answer that may be posted from this page. */
  answerKey: string
  news?: MessageNews | undefined
  typed?: Fields
  problems?: Problems
}

const NEWS = { answered: words.doneAnswered, read: words.doneRead, unread: words.doneUnread }

/** A message, what was answered, and the form to answer it. */
export function DeskMessagePage({ view, answerKey, news, typed = {}, problems = {} }: Props) {
  const { settings, lang, say } = useSite()
  const { message, answers } = view
  const back = { href: deskLink.messages(), label: say(words.title) }
  const moment = formatMoment(message.at, settings.shop.timeZone, lang)
  const spoken = say(message.lang === 'fr' ? words.french : words.english)
  return (
    <AdminFrame title={say(words.from, { name: message.name })} current="messages" back={back}>
      <h1>{message.name}</h1>
      <p class="s soft">
        {say(words.wroteOn, { moment })}
        {message.lang !== lang && `, ${say(words.inLang, { lang: spoken })}`}
      </p>
      {news && <Done>{say(NEWS[news])}</Done>}
      <ProblemSummary problems={problems} />
      <div class="order-desk">
        <div class="order-work">
          <section aria-labelledby="message-title">
            <h2 class="ears" id="message-title">
              {say(words.theirMessage)}
            </h2>
            <p class="order-said" lang={message.lang}>
              {message.text}
            </p>
          </section>
          <Answers answers={answers} />
          <AnswerForm message={message} answerKey={answerKey} typed={typed} problems={problems} />
          <Sorting view={view} />
        </div>
        <WriterAside view={view} />
      </div>
    </AdminFrame>
  )
}

function Sorting({ view: { message } }: { view: DeskMessage }) {
  const { say } = useSite()
  const unread = message.readAt === null
  return (
    <div class="message-sorting">
      <form method="post" action={deskLink.messagePart(message.id, 'reading')}>
        <Button name="read" value={unread ? 'yes' : 'no'} quiet>
          {say(unread ? words.markRead : words.markUnread)}
        </Button>
      </form>
      <AskOnce
        open={say(words.remove)}
        action={deskLink.messagePart(message.id, 'removal')}
        text={say(words.removeText)}
        act={say(words.removeIt)}
      />
    </div>
  )
}
