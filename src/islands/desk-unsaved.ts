/** Forms that are long to fill in: whoever leaves with something typed is asked first. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) {
  const note = form.querySelector<HTMLElement>('[data-unsaved-note]')
  let changed = form.querySelector('[aria-invalid]') !== null
  form.addEventListener('input', ({ target }) => {
    if (changed || (target instanceof HTMLInputElement && !target.name)) return
    changed = true
    form.classList.add('unsaved')
    if (note) note.textContent = note.dataset['unsavedNote'] ?? ''
  })
  form.addEventListener('submit', ({ submitter }) => {
    if (submitter?.getAttribute('formtarget') !== '_blank') changed = false
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}

export {}
