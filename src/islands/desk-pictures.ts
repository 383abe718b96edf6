import { askPage, takeParts } from './page.ts'
import { PictureField } from './picture-field.tsx'
import { openSheet } from './picture-sheet.tsx'
import { watchTiles } from './sort-tiles.ts'
import { makeUploads } from './upload-list.tsx'

document.documentElement.classList.add('scripted')
customElements.define('picture-field', PictureField)

const place = document.querySelector<HTMLElement>('[data-uploads]')
const upload = place && makeUploads(place, refresh)

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.closest('[data-uploads]')) return
  if (target.type !== 'file' || !target.files) return
  send([...target.files])
  target.value = ''
})

watchTiles(refresh)

// A picture of the page that is dragged over the page is not a file that is dropped on it.
let own = false
document.addEventListener('dragstart', () => (own = true))
document.addEventListener('dragend', () => (own = false))
for (const type of ['dragover', 'dragleave', 'drop']) {
  place?.addEventListener(type, (event) => {
    if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes('Files') || own) return
    event.preventDefault()
    place.querySelector('.picture-form')?.classList.toggle('over', type === 'dragover')
    if (type === 'drop') send([...event.dataTransfer.files])
  })
}

document.addEventListener('click', (event) => {
  const { target } = event
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-sheet]')
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey)
  if (!link || !plain) return
  event.preventDefault()
  openSheet(link.href).catch(() => location.assign(link.href))
})

function send(files: readonly File[]): void {
  const url = place?.dataset['uploads']
  if (url) upload?.(url, files)
}

/** The tiles as they are now; the page anew when they cannot be put in place. */
async function refresh(): Promise<void> {
  try {
    takeParts(await askPage(location.href), ['#pictures'])
  } catch {
    location.reload()
  }
}
