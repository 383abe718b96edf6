import { parsePage } from './page.ts'

const PAUSE_MS = 400

let asking: AbortController | undefined
let pause = 0

/** Puts the preview that a form would answer with into the page; nothing is lost when no answer comes. */
async function show(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  asking?.abort()
  asking = new AbortController()
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value === 'string') body.append(name, value)
  }
  const answer = await fetch(form.action, { method: 'POST', body, signal: asking.signal })
  const fresh = parsePage(await answer.text()).querySelector('#preview')
  const old = document.querySelector('#preview')
  const sheet = fresh?.querySelector('link')
  const worn = old?.querySelector('link:last-of-type')
  if (sheet && worn) wear(sheet, worn)
  else if (fresh && old) old.replaceWith(fresh)
}

/** A style sheet takes the place of others once it is there: nothing stands undressed meanwhile. */
function wear(sheet: HTMLLinkElement, worn: Element): void {
  sheet.addEventListener('load', () => {
    while (sheet.previousElementSibling instanceof HTMLLinkElement) {
      sheet.previousElementSibling.remove()
    }
  })
  worn.after(sheet)
}

const buttonOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLButtonElement>('button[data-preview]')

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-preview]') : null
  if (!(button instanceof HTMLButtonElement) || !button.form) return
  const { form } = button
  event.preventDefault()
  show(form, button)
    .then(() => {
      const place = document.querySelector<HTMLElement>('#preview')
      place?.scrollIntoView({ block: 'center' })
      place?.focus({ preventScroll: true })
    })
    // Without an answer the browser sends the form as it would have.
    .catch(() => {
      button.removeAttribute('data-preview')
      form.requestSubmit(button)
    })
})

/** A form that says so is shown anew while it changes. */
document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element ? target.closest('form[data-live]') : null
  const button = form instanceof HTMLFormElement ? buttonOf(form) : null
  if (!(form instanceof HTMLFormElement) || !button) return
  clearTimeout(pause)
  pause = window.setTimeout(() => void show(form, button).catch(() => {}), PAUSE_MS)
})
