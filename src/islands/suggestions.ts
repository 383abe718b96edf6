import { MIN_SUGGESTION } from '#features/search/rules.ts'
import { announce } from './announce.ts'
import { parsePage } from './page.ts'
import { count } from './words.ts'

const PAUSE_MS = 150
const ONE = { fr: '{count} suggestion', en: '{count} suggestion' }
const MANY = { fr: '{count} suggestions', en: '{count} suggestions' }
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

/** Suggests pieces under a field for a search while something is typed. */
export function suggest(field: HTMLInputElement): void {
  const { form } = field
  if (!form) return
  const list = document.createElement('div')
  let asking: AbortController | undefined
  list.className = 'suggest'
  list.hidden = true
  field.autocomplete = 'off'
  field.after(list)

  function close() {
    asking?.abort()
    list.hidden = true
  }

  function look() {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    if (field.value.trim().length < MIN_SUGGESTION) {
      close()
    } else {
      // Nothing is lost when no answer comes: the form still searches.
      ask(field, signal)
        .then((answer) => show(list, field, answer))
        .catch(() => {})
    }
  }

  field.addEventListener('input', look)
  form.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'Escape') {
      // The browser's own way would empty the field.
      event.preventDefault()
      field.focus()
      close()
    } else {
      walk(event, [field, ...list.querySelectorAll('a')])
    }
  })
  // A press on a suggestion does not take the focus away, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  form.addEventListener('focusout', ({ relatedTarget: next }) => {
    if (next !== field && !(next instanceof Node && list.contains(next))) close()
  })
  form.addEventListener('submit', close)
  // What was typed while this script was on its way.
  if (field.value !== field.defaultValue) look()
}

/** What the shop suggests, a moment after the last letter. */
async function ask(field: HTMLInputElement, signal: AbortSignal): Promise<Document> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  signal.throwIfAborted()
  const query = new URLSearchParams({ q: field.value.trim() })
  const answer = await fetch(`${field.form?.action}/suggestions?${query}`, { signal })
  if (!answer.ok) throw new Error('No suggestions')
  return parsePage(await answer.text())
}

function show(list: HTMLElement, field: HTMLInputElement, { body }: Document): void {
  list.replaceChildren(...body.childNodes)
  list.hidden = !list.hasChildNodes()
  list.style.top = `${field.offsetTop + field.offsetHeight}px`
  announce(count(list.querySelectorAll('li').length, ONE, MANY))
}

function walk(event: KeyboardEvent, stops: HTMLElement[]): void {
  const steps = STEPS[event.key]
  if (!steps) return
  event.preventDefault()
  const here = stops.findIndex((stop) => stop === document.activeElement)
  stops[Math.max(here + steps, 0)]?.focus()
}
