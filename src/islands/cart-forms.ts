import { announce, textOf } from './announce.ts'
import { tellCartChange } from './cart-count.ts'
import { askPage, takeParts } from './page.ts'

const PATH = /\/cart\/(lines|code)(\/|$)/

/** Sends the forms of the cart without leaving the page: what is added shows in a drawer. */
export function watchCartForms(): void {
  // One after the other: the last quantity chosen is the last one kept.
  let turn = Promise.resolve()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (!PATH.test(new URL(form.action).pathname)) return
    event.preventDefault()
    const adds = form.matches('.buy')
    if (adds && form.ariaBusy) return
    form.ariaBusy = 'true'
    const body = new FormData(form, event.submitter)
    turn = turn
      .then(() => (adds || form.closest('dialog') ? inDrawer(form, body) : inPage(form, body)))
      .then(tellCartChange)
      .catch(() => form.submit())
      .finally(() => (form.ariaBusy = null))
  })
}

async function inDrawer(form: HTMLFormElement, body: FormData): Promise<void> {
  const headers = { 'x-fragment': 'drawer' }
  const [answer, { showDrawer }] = await Promise.all([
    askPage(form.action, { method: 'post', body, headers }),
    import('./cart-drawer.ts'),
  ])
  showDrawer(answer)
}

async function inPage(form: HTMLFormElement, body: FormData): Promise<void> {
  takeParts(await askPage(form.action, { method: 'post', body }), ['main'])
  const said = ['.notice', '.total', 'h1'].map((part) => document.querySelector(`main ${part}`))
  announce(textOf(said.find(Boolean) ?? null))
  if (document.activeElement !== document.body) return
  const title = document.querySelector('h1')
  title?.setAttribute('tabindex', '-1')
  title?.focus()
}
