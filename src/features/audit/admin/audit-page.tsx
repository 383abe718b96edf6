import { formatDay, localTime } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { Nothing, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import type { Asked, AuditRow } from '../queries.ts'
import { ACTS } from '../act-words.ts'
import { words } from '../desk-words.ts'
import { FACTS } from '../words.ts'
import { LogFilter } from './log-filter.tsx'

type Props = {
  asked: Asked
  acts: readonly AuditRow[]
  /** Whoever the log may be asked for. */
  names: readonly string[]
  next: string | null
}

/** The lines of the log, the latest first, by day, as sentences. */
export function AuditPage({ asked, acts, names, next }: Props) {
  const { say, lang, settings } = useSite()
  const { about, who, before } = asked
  const { timeZone } = settings.shop
  const days = Map.groupBy(acts, ({ at }) => localTime(at, timeZone).day)
  return (
    <AdminFrame title={say(words.title)} current="settings" back={useSettingsBack()}>
      <h1>{say(words.title)}</h1>
      <p class="soft">{say(words.text)}</p>
      {names.length > 0 && <LogFilter asked={asked} names={names} />}
      {acts.length === 0 && (
        <Nothing text={say(about || who ? words.nothing : words.empty)}>
          {(about || who) && (
            <p>
              <a href={deskLink.audit()}>{say(words.wholeLog)}</a>
            </p>
          )}
        </Nothing>
      )}
      {[...days].map(([day, lines]) => (
        <section class="audit-day">
          <h2>{formatDay(day, lang, { year: true })}</h2>
          <ul class="desk-list">
            {lines.map((line) => (
              <Line line={line} />
            ))}
          </ul>
        </section>
      ))}
      <Turning
        first={before ? deskLink.audit({ about, who }) : null}
        next={next && deskLink.audit({ about, who, before: next })}
      />
    </AdminFrame>
  )
}

function Line({ line }: { line: AuditRow }) {
  const { say, lang, settings } = useSite()
  const { act, at, subject, who, staffId } = line
  const phrase = ACTS[act]
  const facts = Object.entries(line.facts).map(([name, value]) => {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    const known = TRANSLATED.has(name) ? FACTS[text] : undefined
    return [name, known ? say(known) : text]
  })
  const time = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: settings.shop.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  const name = staffId === null && who === 'console' ? say(words.console) : who
  return (
    <li>
      <p class="s">
        <b>{name}</b>{' '}
        {phrase ? say(phrase, { subject, ...Object.fromEntries(facts) }) : `${act} (${subject})`}
      </p>
      <time class="xs soft num" datetime={new Date(at).toISOString()}>
        {time}
      </time>
    </li>
  )
}

/** Facts whose values are words of the code; a key that somebody calls "code" stays as it is. */
const TRANSLATED = new Set(['role', 'by', 'lang'])
