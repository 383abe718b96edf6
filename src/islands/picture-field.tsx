import { askPage } from './page.ts'
import { openDialog } from './picture-sheet.tsx'
import type { Kept } from './send-picture.ts'
import { makeUploads } from './upload-list.tsx'
import { say } from './words.ts'

const words = {
  choose: { fr: 'Choisir une photo', en: 'Choose a picture' },
  replace: { fr: 'Remplacer', en: 'Replace' },
  among: { fr: 'Parmi vos photos', en: 'Among your pictures' },
  remove: { fr: 'Retirer', en: 'Remove' },
}
const LIBRARY = '/admin/pictures'

/** One picture in a form: shown, chosen, replaced or removed; the field itself holds its number and is not seen. */
export class PictureField extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input')
    const held = this.querySelector<HTMLElement>('.picture-held')
    if (!field || !held || field.type === 'hidden') return
    const file = document.createElement('input')
    const name = document.createElement('span')
    const remove = (<Act label={words.remove} act={() => hold('')} />) as HTMLButtonElement
    const upload = makeUploads(held, ({ hash }: Kept) => hold(hash))

    function hold(hash: string) {
      if (!field || !held) return
      held.querySelector('picture')?.remove()
      if (hash) held.prepend(<picture>{preview(hash)}</picture>)
      name.textContent = say(hash ? words.replace : words.choose)
      remove.hidden = !hash
      if (field.value === hash) return
      field.value = hash
      document.getElementById(`${field.id}-problem`)?.remove()
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }

    file.type = 'file'
    file.accept = 'image/*'
    file.id = `${field.id}-file`
    file.addEventListener('change', (event) => {
      // The form is not told of the file, but of the picture that becomes of it.
      event.stopPropagation()
      upload(LIBRARY, [...(file.files ?? [])].slice(0, 1))
      file.value = ''
    })
    field.type = 'hidden'
    this.querySelector('label')?.setAttribute('for', file.id)
    this.querySelector(`[id="${field.id}-hint"]`)?.remove()
    held.append(
      <span class="btn quiet picture-choose">
        {name}
        {file}
      </span>,
      <Act label={words.among} act={() => void choose(hold)} />,
      remove,
    )
    hold(field.value)
  }
}

/** The pictures of the shop, to choose one of. */
async function choose(hold: (hash: string) => void, href = LIBRARY): Promise<void> {
  const page = await askPage(href)
  const dialog = openDialog()
  const take = (hash: string) => {
    hold(hash)
    dialog.close()
  }
  dialog.ariaLabel = page.querySelector('h1')?.textContent ?? ''
  const next = page.querySelector<HTMLAnchorElement>('main a[rel=next]')
  dialog.append(
    <h2>{dialog.ariaLabel}</h2>,
    <ul class="picture-tiles library">
      {[...page.querySelectorAll('.library > li')].map((tile, at) => {
        const hash = tile.querySelector('code')?.textContent ?? ''
        return (
          <li>
            <button class="picture-take" aria-label={String(at + 1)} onClick={() => take(hash)}>
              {tile.querySelector('picture')}
            </button>
          </li>
        )
      })}
    </ul>,
  )
  if (!next) return
  const more = () => {
    dialog.close()
    void choose(hold, next.getAttribute('href') ?? LIBRARY)
  }
  dialog.append(
    <button class="link" onClick={more}>
      {next.textContent}
    </button>,
  )
}

function preview(hash: string) {
  return <img src={`${location.origin}/images/${hash}/160.webp`} alt="" width={160} height={200} />
}

function Act({ label, act }: { label: { fr: string; en: string }; act: () => void }) {
  return (
    <button type="button" class="link" onClick={act}>
      {say(label)}
    </button>
  )
}
