const FIELD = 'input[name=q]'

/** Fields for a search suggest pieces from their first use on. */
export function watchSearchFields(): void {
  const known = new WeakSet<Element>()
  async function start(field: EventTarget | null) {
    if (!(field instanceof HTMLInputElement) || !field.matches(FIELD) || known.has(field)) return
    known.add(field)
    const { suggest } = await import('./suggestions.ts')
    suggest(field)
  }
  document.addEventListener('focusin', ({ target }) => void start(target))
  void start(document.activeElement)
}
