import { say } from './words.ts'

const ENLARGE = { fr: 'Agrandir\u00a0: {what}', en: 'Enlarge: {what}' }

/** Lays a button over each picture of a piece, for pointers and keyboards alike. */
export function addZoomButtons(): void {
  for (const item of document.querySelectorAll('.shots li:not(:has(.zoom))')) {
    const button = document.createElement('button')
    button.className = 'zoom'
    button.ariaLabel = say(ENLARGE, { what: item.querySelector('img')?.alt ?? '' })
    item.append(button)
  }
}

/** Opens a picture large. */
export function watchZoomButtons(): void {
  document.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || !target.matches('.zoom')) return
    const at = [...document.querySelectorAll('.zoom')].indexOf(target)
    const { openGallery } = await import('./gallery.tsx')
    openGallery(at)
  })
}
