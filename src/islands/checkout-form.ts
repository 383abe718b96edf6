import { announce, textOf } from './announce.ts'
import { askPage, takeParts } from './page.ts'

/** What depends on where an order goes, and how. */
const SUMS = ['.basket', '.checkout fieldset', '.final .rows', '.final [name=total]']

/** The order form: its sums follow what is chosen, and it is sent once. */
export function watchCheckout(): void {
  const form = document.querySelector<HTMLFormElement>('.checkout form')
  const order = form?.querySelector<HTMLButtonElement>('.final button')
  if (!form || !order) return
  let asking = new AbortController()

  async function update(form: HTMLFormElement, step = 'update'): Promise<void> {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    const body = new FormData(form)
    body.set('step', step)
    try {
      const page = await askPage(form.action, { method: 'post', body, signal })
      takeParts(page, step !== 'update' || page.querySelector('.notice') ? ['.checkout'] : SUMS)
      announce(textOf(document.querySelector('.final .total')))
    } catch {
      if (!signal.aborted) updateByPage(form, step)
    }
  }

  form.addEventListener('change', ({ target }) => {
    if (target instanceof Element && target.matches('[name=delivery], [name=country]')) {
      void update(form)
    }
  })
  form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.name === 'step') {
      event.preventDefault()
      void update(form, submitter.value)
    } else if (order.disabled) {
      event.preventDefault()
    } else {
      asking.abort()
      order.disabled = true
    }
  })
  // Who comes back from the payment may order again.
  addEventListener('pageshow', () => (order.disabled = false))
}

function updateByPage(form: HTMLFormElement, value: string): void {
  const step = document.createElement('input')
  Object.assign(step, { type: 'hidden', name: 'step', value })
  form.append(step)
  form.submit()
}
