import { html } from 'hono/html'
import { layout, type Html } from './layout.ts'
import { testNumbers } from './numbers-list.ts'
import type { Recorded, Session } from './shapes.ts'
import { languageOf, money, WORDS, type Language } from './words.ts'
import type { World } from './world.ts'

const ROWS = 20

/** Says what this server is, and what has happened on it. */
export function homePage(world: World, accepted: string | undefined): Html {
  const language = languageOf(null, accepted)
  const sessions = [...world.state.sessions.values()].toReversed().slice(0, ROWS)
  const events = [...world.state.events.values()].toReversed().slice(0, ROWS)
  return layout(
    language,
    WORDS.homeTitle[language],
    html`<p>${WORDS.homeText[language]}</p>
      ${testNumbers(language)}
      <section>
        <h2>${WORDS.latestSessions[language]}</h2>
        ${sessions.length > 0 ? sessionTable(language, sessions) : WORDS.none[language]}
      </section>
      <section>
        <h2>${WORDS.latestEvents[language]}</h2>
        ${events.length > 0 ? eventTable(language, events) : WORDS.none[language]}
      </section>`,
  )
}

function sessionTable(language: Language, sessions: Session[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${WORDS.session[language]}</th>
        <th scope="col">${WORDS.state[language]}</th>
        <th scope="col" class="figure">${WORDS.amount[language]}</th>
      </tr>
    </thead>
    <tbody>
      ${sessions.map(
        (session) =>
          html`<tr>
            <td>
              <a href="/c/pay/${session.id}"
                >${session.client_reference_id ?? session.id.slice(0, 20)}</a
              >
            </td>
            <td>${session.status}, ${session.payment_status}</td>
            <td class="figure">${money(session.amount_total, session.currency, language)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function eventTable(language: Language, events: Recorded[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${WORDS.event[language]}</th>
        <th scope="col">${WORDS.sending[language]}</th>
      </tr>
    </thead>
    <tbody>
      ${events.map(
        ({ event, delivery }) =>
          html`<tr>
            <td>${event.type}</td>
            <td>${delivery.state} ${delivery.statuses.join(' ')}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
