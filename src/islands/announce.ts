const PAUSE_MS = 100

let region: HTMLElement | undefined

/** Says something to screen readers, when they are done with what they are saying. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('p')
    region.className = 'ears'
    region.role = 'status'
    document.body.append(region)
  }
  const here = region
  here.textContent = ''
  // A region is heard when its content changes after it has come to the page.
  setTimeout(() => (here.textContent = text), PAUSE_MS)
}

/** The words of an element, without the spaces between its lines. */
export function textOf(element: Element | null): string {
  return element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : ''
}
