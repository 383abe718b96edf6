import { html } from 'hono/html'
import type { Html } from './layout.ts'
import { spaced, TEST_CARDS, TEST_IBANS } from './test-numbers.ts'
import { WORDS, type Language } from './words.ts'

/** The card and account numbers that do something here, and what. */
export function testNumbers(language: Language): Html {
  return html`<section class="numbers">
    <h2>${WORDS.numbers[language]}</h2>
    <ul>
      ${[...TEST_CARDS, ...TEST_IBANS].map(
        ({ number, outcome }) =>
          html`<li><code>${spaced(number)}</code> <span>${WORDS[outcome][language]}</span></li>`,
      )}
    </ul>
    <p>${WORDS.numbersHint[language]}</p>
  </section>`
}
