import { count } from './words.ts'

const COOKIE = /(?:^|; )__Host-count=(\d+)/
const PIECE = { fr: '{count} pièce', en: '{count} piece' }
const PIECES = { fr: '{count} pièces', en: '{count} pieces' }

/** How many pieces the cart holds, beside the word Cart: pages are the same for everybody, a cookie knows. */
export class CartCount extends HTMLElement {
  #link = this.closest('a')
  #name = this.#link?.textContent.trim() ?? ''

  connectedCallback() {
    this.#show()
    document.addEventListener('cart-change', this.#show)
    // Also when the page comes back as it was left, or was drawn before it was opened.
    addEventListener('pageshow', this.#show)
    document.addEventListener('prerenderingchange', this.#show)
  }

  disconnectedCallback() {
    document.removeEventListener('cart-change', this.#show)
    removeEventListener('pageshow', this.#show)
    document.removeEventListener('prerenderingchange', this.#show)
  }

  #show = () => {
    const units = Number(COOKIE.exec(document.cookie)?.[1] ?? 0)
    this.hidden = units === 0
    this.textContent = String(units)
    if (this.#link) {
      this.#link.ariaLabel = units ? `${this.#name}, ${count(units, PIECE, PIECES)}` : null
    }
  }
}

/** Says that the cart is not what it was. */
export function tellCartChange(): void {
  document.dispatchEvent(new Event('cart-change'))
}
