import { morph } from './morph.ts'

/** Shows the cart beside the page. Throws when the answer is no cart. */
export function showDrawer(answer: Document): void {
  const fresh = answer.querySelector('.drawer')
  const status = fresh?.querySelector('[role=status]')
  if (!fresh || !status) throw new Error('No drawer in the answer')
  status.id = 'drawer-said'
  const dialog = document.querySelector<HTMLDialogElement>('.beside') ?? makeDialog()
  const shown = dialog.querySelector('.drawer')
  if (!dialog.open || !shown) {
    dialog.replaceChildren(fresh)
    dialog.showModal()
    return
  }
  if (!status.hasChildNodes()) status.append(forEars(sumOf(fresh)))
  keepOrder(shown, fresh)
  morph(shown, fresh)
  if (!dialog.contains(document.activeElement)) dialog.querySelector('button')?.focus()
}

/** The line that was added stays first while the drawer is open. */
function keepOrder(shown: Element, fresh: Element): void {
  for (const { id } of shown.querySelectorAll('select')) {
    const line = fresh.querySelector(`[id="${id}"]`)?.closest('li')
    line?.parentElement?.append(line)
  }
}

/** What is said when a line changes: the new sum, or that nothing is left. */
function sumOf(drawer: Element): string {
  const sum = drawer.querySelector('.till .rows > *') ?? drawer.querySelector(':scope > p')
  return [...(sum?.childNodes ?? [])].map((node) => node.textContent).join(' ')
}

function forEars(text: string) {
  const span = document.createElement('span')
  span.className = 'ears'
  span.textContent = text
  return span
}

function makeDialog() {
  const dialog = document.createElement('dialog')
  dialog.className = 'beside'
  dialog.setAttribute('aria-labelledby', 'drawer-title')
  dialog.setAttribute('aria-describedby', 'drawer-said')
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  // Who comes back to the page finds the page.
  addEventListener('pagehide', () => dialog.close())
  document.body.append(dialog)
  return dialog
}
