import { parsePage } from './page.ts'

/** Shows a text as the shop will, below the field that it is written in; pressed again, it goes. */
for (const block of document.querySelectorAll<HTMLElement>('[data-text-preview]')) {
  const name = block.dataset['textPreview'] ?? ''
  const button = block.querySelector<HTMLButtonElement>('button')
  const shown = block.querySelector<HTMLElement>('.text-preview')
  button?.addEventListener('click', async (event) => {
    const field = button.form?.elements.namedItem(name)
    if (!shown || !(field instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    if (!shown.hidden) {
      shown.hidden = true
      return
    }
    const body = new URLSearchParams({ show: name, [name]: field.value })
    const answer = await fetch(button.formAction, { method: 'POST', body })
    const text = parsePage(await answer.text()).querySelector('.text-shown')
    shown.replaceChildren(...(text?.childNodes ?? []))
    shown.hidden = false
  })
}
