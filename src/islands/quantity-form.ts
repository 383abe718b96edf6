/** A quantity that is sent as soon as it is chosen: `cart-forms.ts` sends it. */
export class QuantityForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', this.#send)
  }

  disconnectedCallback() {
    this.removeEventListener('change', this.#send)
  }

  #send = () => this.querySelector('form')?.requestSubmit()
}
