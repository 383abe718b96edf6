import { announce, textOf } from './announce.ts'
import { askPage, takeParts } from './page.ts'
import { say } from './words.ts'

const words = { close: { fr: 'Fermer', en: 'Close' } }

/** Opens the page of one picture over the page of its product; its forms change the tiles below. */
export async function openSheet(href: string): Promise<void> {
  const page = await askPage(href)
  const dialog = openDialog()
  show(dialog, page)
  dialog.addEventListener('submit', (event) => {
    const { target, submitter } = event
    if (!(target instanceof HTMLFormElement) || target.method === 'dialog') return
    event.preventDefault()
    void post(dialog, target, submitter)
  })
}

/** A dialog with its way out; gone when it is closed. */
export function openDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet-dialog'
  dialog.append(
    <form method="dialog" class="sheet-close">
      <button class="link s">{say(words.close)}</button>
    </form>,
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

async function post(dialog: HTMLDialogElement, form: HTMLFormElement, by: HTMLElement | null) {
  const fields = new FormData(form, by)
  try {
    const texts = [...fields].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const body = new URLSearchParams(texts)
    const page = await askPage(form.action, { method: 'POST', body })
    if (show(dialog, page)) {
      if (!dialog.querySelector('[role=alert]'))
        takeParts(await askPage(location.href), ['#pictures'])
    } else {
      takeParts(page, ['#pictures'])
      dialog.close()
    }
  } catch {
    location.reload()
  }
}

/** Whether there was a picture's page to show. */
function show(dialog: HTMLDialogElement, page: Document): boolean {
  const sheet = page.querySelector('#picture-sheet')
  if (!sheet) return false
  const title = sheet.querySelector('h1')
  dialog.ariaLabel = title?.textContent ?? ''
  // The page below has its own first heading.
  title?.replaceWith(<h2>{title.textContent}</h2>)
  dialog.querySelector('#picture-sheet')?.remove()
  dialog.append(document.adoptNode(sheet))
  dialog.scrollTop = 0
  announce(textOf(sheet.querySelector('[role=alert], [role=status]')))
  return true
}
