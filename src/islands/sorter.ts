import { askPage, takeParts } from './page.ts'

/** Puts a collection in another order, or narrows it, as soon as that is chosen. */
export function watchSorter(): void {
  document.addEventListener('change', async ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || !target.matches('.sorter select')) return
    const fields = [...(target.form?.querySelectorAll('select') ?? [])].filter(({ value }) => value)
    const asked = new URLSearchParams(fields.map(({ name, value }) => [name, value]))
    const href = `?${asked.toString()}`
    try {
      takeParts(await askPage(href), ['main'])
      history.replaceState(history.state, '', href)
    } catch {
      location.assign(href)
    }
  })
}
