import { html } from 'hono/html'
import { layout, type Html } from './layout.ts'
import { testNumbers } from './numbers-list.ts'
import type { Typed, Wrongs } from './pay-form.ts'
import { successUrl } from './sessions.ts'
import type { LineItem, Session } from './shapes.ts'
import { money, WORDS, type Language, type Word } from './words.ts'

export type Tried = { typed: Typed; wrongs: Wrongs }

/** The page where an open session is paid, with what was typed and what is wrong in it. */
export function payPage(
  language: Language,
  session: Session,
  lines: LineItem[],
  tried: Tried = { typed: {}, wrongs: {} },
): Html {
  const title = WORDS.payTitle[language]
  return layout(
    language,
    title,
    html`<div class="columns">
      <div>${summary(language, session, lines)}</div>
      <div class="forms">${forms(language, session, tried)}</div>
      <div>${testNumbers(language)} ${leave(language, session)}</div>
    </div>`,
  )
}

function summary(language: Language, session: Session, lines: LineItem[]): Html {
  return html`<section>
    <h2>${WORDS.yourOrder[language]}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${WORDS.item[language]}</th>
          <th scope="col">${WORDS.quantity[language]}</th>
          <th scope="col" class="figure">${WORDS.amount[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <td>${line.description}</td>
              <td>${line.quantity}</td>
              <td class="figure">${money(line.amount_total, line.currency, language)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="2">${WORDS.total[language]}</th>
          <td class="figure">${money(session.amount_total, session.currency, language)}</td>
        </tr>
      </tfoot>
    </table>
  </section>`
}

function leave(language: Language, session: Session): Html {
  if (session.cancel_url === null) return html``
  return html`<p><a class="leave" href="${session.cancel_url}">← ${WORDS.leave[language]}</a></p>`
}

function forms(language: Language, session: Session, tried: Tried): Html {
  const action = `/c/pay/${session.id}`
  if (session.amount_total === 0) {
    return html`<form method="post" action="${action}">
      <p>${WORDS.nothingToPay[language]}</p>
      <input type="hidden" name="method" value="none" />
      <button>${WORDS.confirm[language]}</button>
    </form>`
  }
  const asksEmail = session.customer_email === null
  const total = money(session.amount_total, session.currency, language)
  return html`${
    session.payment_method_types.includes('card')
      ? cardForm(language, action, total, asksEmail, tried)
      : ''
  }
  ${
    session.payment_method_types.includes('sepa_debit')
      ? ibanForm(language, action, asksEmail, tried)
      : ''
  }`
}

function cardForm(
  language: Language,
  action: string,
  total: string,
  asksEmail: boolean,
  tried: Tried,
): Html {
  const show = (name: keyof Typed, word: Word, hints: Html) =>
    field(language, 'card', name, word, hints, tried)
  return html`<form method="post" action="${action}" novalidate>
    <h2>${WORDS.byCard[language]}</h2>
    <input type="hidden" name="method" value="card" />
    ${asksEmail ? show('email', 'email', html`type="email" autocomplete="email"`) : ''}
    ${show('number', 'cardNumber', html`type="text" inputmode="numeric" autocomplete="cc-number"`)}
    <div class="pair">
      ${show('expiry', 'expiry', html`type="text" inputmode="numeric" autocomplete="cc-exp" placeholder="12/34"`)}
      ${show('cvc', 'cvc', html`type="text" inputmode="numeric" autocomplete="cc-csc"`)}
    </div>
    ${show('name', 'cardName', html`type="text" autocomplete="cc-name"`)}
    <button>${WORDS.pay[language]} ${total}</button>
  </form>`
}

function ibanForm(language: Language, action: string, asksEmail: boolean, tried: Tried): Html {
  const show = (name: keyof Typed, word: Word, hints: Html) =>
    field(language, 'iban', name, word, hints, tried)
  return html`<form method="post" action="${action}" novalidate>
    <h2>${WORDS.byDebit[language]}</h2>
    <input type="hidden" name="method" value="iban" />
    ${asksEmail ? show('email', 'email', html`type="email" autocomplete="email"`) : ''}
    ${show('iban', 'iban', html`type="text" autocomplete="off" autocapitalize="characters"`)}
    ${show('name', 'holder', html`type="text" autocomplete="name"`)}
    <button>${WORDS.debit[language]}</button>
  </form>`
}

function field(
  language: Language,
  method: 'card' | 'iban',
  name: keyof Typed,
  word: Word,
  hints: Html,
  { typed, wrongs }: Tried,
): Html {
  const mine = typed.method === undefined || typed.method === method
  const wrong = mine ? wrongs[name] : undefined
  const id = `${method}-${name}`
  const about = wrong ? html`aria-invalid="true" aria-describedby="${id}-wrong"` : html``
  return html`<div class="field">
    <label for="${id}">${WORDS[word][language]}</label>
    <input
      id="${id}"
      name="${name}"
      value="${mine ? typed[name] : ''}"
      ${hints}
      ${about}
      required
    />
    ${wrong ? html`<p class="wrong" id="${id}-wrong">${WORDS[wrong][language]}</p>` : ''}
  </div>`
}

/** What an expired or completed session shows. */
export function overPage(language: Language, session: Session): Html {
  const complete = session.status === 'complete'
  const title = complete ? WORDS.completeTitle[language] : WORDS.expiredTitle[language]
  return layout(
    language,
    title,
    complete
      ? html`<p>${WORDS.completeText[language]}</p>
          <p><a class="leave" href="${successUrl(session)}">${WORDS.follow[language]}</a></p>`
      : html`<p>${WORDS.expiredText[language]}</p>
          ${leave(language, session)}`,
  )
}

/** Where the bank asks the buyer to confirm. */
export function bankPage(language: Language, session: Session): Html {
  return layout(
    language,
    WORDS.bankTitle[language],
    html`<form method="post" action="/c/pay/${session.id}/authentication">
      <p>${WORDS.bankText[language]}</p>
      <p><strong>${money(session.amount_total, session.currency, language)}</strong></p>
      <button name="outcome" value="succeed">${WORDS.authenticate[language]}</button>
      <button class="second" name="outcome" value="fail">
        ${WORDS.failToAuthenticate[language]}
      </button>
    </form>`,
  )
}
