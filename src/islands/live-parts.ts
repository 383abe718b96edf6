import { askPage, takeParts } from './page.ts'

const WAIT_MS = 400

/** A form that says in a sentence what it would do: the sentence follows what is typed. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) {
  const part = form.dataset['live'] ?? ''
  let asking = new AbortController()
  let timer = 0

  async function update(): Promise<void> {
    asking.abort()
    asking = new AbortController()
    const body = new FormData(form)
    body.set('step', 'say')
    try {
      takeParts(await askPage(form.action, { method: 'post', body, signal: asking.signal }), [part])
    } catch {
      // The sentence stays as it was: it is said again when the form is saved.
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void update(), WAIT_MS)
  })
}
