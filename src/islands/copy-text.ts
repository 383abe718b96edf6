const STAYS_MS = 4000

/** Buttons that put the text of another element on the clipboard; without a script they stay hidden. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  const source = document.getElementById(button.dataset['copies'] ?? '')
  const said = button.parentElement?.querySelector('output')
  const name = button.textContent
  button.hidden = !source || !navigator.clipboard
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source?.innerText ?? '')
    button.textContent = button.dataset['done'] ?? name
    if (said) said.textContent = button.textContent
    setTimeout(() => {
      button.textContent = name
      if (said) said.textContent = ''
    }, STAYS_MS)
  })
}
