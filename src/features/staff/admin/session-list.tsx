import { Tag } from '#ui/tag.tsx'
import { useSite } from '#ui/site.tsx'
import type { SessionRow } from '../queries.ts'
import { browserName } from '../rules.ts'
import { accessWords as words } from '../words.ts'
import { useDays } from './days.ts'

type Props = { sessions: readonly SessionRow[]; here: string }

/** Where somebody is signed in; every session can be ended from here. */
export function SessionList({ sessions, here }: Props) {
  const { say } = useSite()
  const on = useDays()
  return (
    <section>
      <h2>{say(words.sessions)}</h2>
      <ul class="desk-list">
        {sessions.map(({ hash, browser, seenAt }) => {
          const name = browserName(browser) || say(words.unknownBrowser)
          return (
            <li>
              <p>
                <b>{name}</b>
                <span class="xs soft">{say(words.seen, { day: on(seenAt, true) })}</span>
              </p>
              {hash === here ? (
                <Tag tone="good">{say(words.here)}</Tag>
              ) : (
                <form method="post" action="/admin/account/sessions/end">
                  <input type="hidden" name="hash" value={hash} />
                  <button class="link s">
                    {say(words.end)}
                    <span class="ears"> {name}</span>
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
