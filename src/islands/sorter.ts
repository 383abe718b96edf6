import { askPage, takeParts } from './page.ts'

/** Puts a collection in another order as soon as it is chosen. */
export function watchSorter(): void {
  document.addEventListener('change', async ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || !target.matches('.sorter select')) return
    const href = `?${target.name}=${encodeURIComponent(target.value)}`
    try {
      takeParts(await askPage(href), ['main'])
      history.replaceState(history.state, '', href)
    } catch {
      location.assign(href)
    }
  })
}
