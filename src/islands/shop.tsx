import { CartCount } from './cart-count.ts'
import { watchCartForms } from './cart-forms.ts'
import { watchCheckout } from './checkout-form.ts'
import { namePieces } from './piece-transition.ts'
import { QuantityForm } from './quantity-form.ts'
import { watchSearchFields } from './search-field.ts'
import { watchSorter } from './sorter.ts'
import { watchVariants } from './variant-choice.ts'
import { addZoomButtons, watchZoomButtons } from './zoom-button.ts'

customElements.define('cart-count', CartCount)
customElements.define('quantity-form', QuantityForm)
namePieces()
watchCartForms()
watchSearchFields()
watchSorter()
watchVariants()
watchCheckout()
watchZoomButtons()
addZoomButtons()

// From here on the buttons that a script makes needless can go: the style sheet waits for this class.
document.documentElement.classList.add('scripted')
