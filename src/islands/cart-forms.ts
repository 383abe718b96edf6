import { announce, textOf } from './announce.ts'
import { tellCartChange } from './cart-count.ts'
import { askPage, takeParts } from './page.ts'

/** The addresses of those forms; what comes first is the cart's own, in its language. */
const PATH = /^(.*\/cart)\/(lines|code)(\/|$)/

/** Sends the forms of the cart without leaving the page: what is added shows in a drawer. */
export function watchCartForms(): void {
  // One after the other: the last quantity chosen is the last one kept.
  let turn = Promise.resolve()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    const [, cart] = PATH.exec(new URL(form.action).pathname) ?? []
    if (!cart) return
    event.preventDefault()
    const adds = form.matches('.buy')
    if (adds && form.ariaBusy) return
    form.ariaBusy = 'true'
    const body = new FormData(form, event.submitter)
    turn = turn
      .then(() => (adds || form.closest('dialog') ? inDrawer(form, body) : inPage(form, body)))
      .then(tellCartChange)
      // What may have been posted is not posted again: the cart says what it holds.
      .catch(() => location.assign(cart))
      .finally(() => (form.ariaBusy = null))
  })
}

async function inDrawer(form: HTMLFormElement, body: FormData): Promise<void> {
  // Before the post: a page that was opened before a deploy does not find it any more.
  const drawer = await import('./cart-drawer.ts').catch(() => null)
  if (!drawer) return form.submit()
  const headers = { 'x-fragment': 'drawer' }
  drawer.showDrawer(await askPage(form.action, { method: 'post', body, headers }))
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
