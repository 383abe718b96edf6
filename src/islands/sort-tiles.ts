import { askPage } from './page.ts'

/**
 * Lets a mouse drag the pictures of a product to their places; fingers and keys have the buttons of each picture. The
 * page is told when the shop knows.
 */
export function watchTiles(moved: () => Promise<unknown>): void {
  let dragged: HTMLAnchorElement | null = null

  document.addEventListener('dragstart', ({ target, dataTransfer }) => {
    dragged = target instanceof Element ? target.closest('a[data-sheet]') : null
    if (dragged && dataTransfer) dataTransfer.effectAllowed = 'move'
  })
  document.addEventListener('dragover', (event) => {
    if (dragged && tileAt(event)) event.preventDefault()
  })
  document.addEventListener('drop', async (event) => {
    const tile = tileAt(event)
    if (!dragged || !tile || tile.contains(dragged)) return
    event.preventDefault()
    const [, product = '', picture = ''] = /^(.*)\/(.*)$/.exec(dragged.pathname) ?? []
    const to = String([...(tile.parentElement?.children ?? [])].indexOf(tile))
    dragged = null
    await askPage(`${product}/order`, {
      method: 'POST',
      body: new URLSearchParams({ picture, to }),
    })
    await moved()
  })
  document.addEventListener('dragend', () => (dragged = null))
}

/** The tile of a picture that a pointer is over; none for the one that adds. */
function tileAt({ target }: Event): Element | null {
  const tile = target instanceof Element ? target.closest('.picture-tiles > li') : null
  return tile?.querySelector('a[data-sheet]') ? tile : null
}
