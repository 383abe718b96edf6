/** A box that ticks every box of its form that has a name, and shows when only some are ticked. */
for (const all of document.querySelectorAll<HTMLInputElement>('[data-ticks]')) {
  const boxes = [
    ...(all.form?.querySelectorAll<HTMLInputElement>(`input[name="${all.dataset['ticks']}"]`) ??
      []),
  ]
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }
  all.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
  all.form?.addEventListener('change', ({ target }) => {
    if (target === all) for (const box of boxes) box.checked = all.checked
    show()
  })
  // The browser gives back what was ticked when somebody returns.
  addEventListener('pageshow', show)
}
