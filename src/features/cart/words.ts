import type { Phrase } from '#lib/i18n.ts'

export const words = {
  title: { fr: 'Votre panier', en: 'Your cart' },
  drawerTitle: { fr: 'Dans votre panier', en: 'In your cart' },
  close: { fr: 'Fermer', en: 'Close' },
  added: { fr: '{title} ajouté', en: '{title} added' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  update: { fr: 'Mettre à jour', en: 'Update' },
  remove: { fr: 'Retirer', en: 'Remove' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  deliveryFrom: { fr: 'dès {price}', en: 'from {price}' },
  deliveryFree: { fr: 'offerte', en: 'free' },
  pickupFree: { fr: 'gratuit à l’atelier', en: 'free at the workshop' },
  pickupCosts: { fr: '{price} à l’atelier', en: '{price} at the workshop' },
  deliveryUnknown: { fr: 'à voir ensemble', en: 'to be arranged with you' },
  subtotal: { fr: 'Sous-total', en: 'Subtotal' },
  vatIncluded: { fr: 'TVA comprise', en: 'VAT included' },
  checkout: { fr: 'Passer commande', en: 'Check out' },
  closed: {
    fr: 'La boutique est fermée jusqu’au {day}. Votre panier est gardé.',
    en: 'The shop is closed until {day}. Your cart is kept.',
  },
  seeCart: { fr: 'Voir le panier', en: 'See the cart' },
  payNext: {
    fr: 'Sans compte. Le paiement se fait sur la page sécurisée de Stripe, à la fin.',
    en: 'No account needed. You pay on Stripe’s secure page, at the end.',
  },
  notHeld: {
    fr: 'Le panier ne réserve rien\u00a0: les pièces sont à vous au moment du paiement.',
    en: 'The cart holds nothing: the pieces are yours when you pay.',
  },
  goesWith: { fr: 'Pour aller avec', en: 'To go with it' },
  empty: { fr: 'Votre panier est vide.', en: 'Your cart is empty.' },
  emptyText: { fr: 'La dernière cuisson est par ici.', en: 'The latest firing is this way.' },
  everything: { fr: 'Voir toute la boutique', en: 'See the whole shop' },
  fewer: {
    fr: 'Il n’en reste que {count}\u00a0: nous avons ajusté la quantité.',
    en: 'Only {count} left: we have adjusted the quantity.',
  },
  sold: {
    fr: 'Vendue entre-temps\u00a0: nous l’avons retirée du panier.',
    en: 'Sold meanwhile: we have taken it out of the cart.',
  },
  gone: {
    fr: 'Plus en vente\u00a0: nous l’avons retirée du panier.',
    en: 'No longer for sale: we have taken it out of the cart.',
  },
  asks: {
    fr: 'Ce que l’on peut y faire écrire a changé\u00a0: choisissez-la à nouveau.',
    en: 'What can be written on it has changed: choose it again.',
  },
  written: { fr: '{label}\u00a0: «\u00a0{text}\u00a0»', en: '{label}: “{text}”' },
  backToPiece: { fr: 'Revenir à la pièce', en: 'Back to the piece' },
} satisfies Record<string, Phrase>

/** Why a cart was left as it is. */
export const refusals = {
  quantity: {
    fr: 'La quantité est un nombre entier, de 1 à 99. Le panier n’a pas changé.',
    en: 'The quantity is a whole number from 1 to 99. The cart has not changed.',
  },
  incomplete: {
    fr: 'Il manque la pièce ou la quantité. Le panier n’a pas changé.',
    en: 'The piece or the quantity is missing. The cart has not changed.',
  },
  unknown: {
    fr: 'Cette pièce n’existe pas, ou plus. Le panier n’a pas changé.',
    en: 'There is no such piece, or no longer. The cart has not changed.',
  },
  notInCart: {
    fr: 'Cette pièce n’est pas dans le panier, qui n’a pas changé.',
    en: 'This piece is not in the cart, which has not changed.',
  },
  notForSale: {
    fr: 'Cette pièce n’est plus en vente. Le panier n’a pas changé.',
    en: 'This piece is no longer for sale. The cart has not changed.',
  },
  full: {
    fr: 'Le panier tient 50 pièces différentes, et il les a. Commandez-les d’abord, ou retirez-en une.',
    en: 'The cart holds 50 different pieces, and it has them. Order these first, or take one out.',
  },
  textMissing: {
    fr: '«\u00a0{field}\u00a0» est à remplir pour cette pièce. Le panier n’a pas changé.',
    en: '“{field}” is to be filled in for this piece. The cart has not changed.',
  },
  textLong: {
    fr: '«\u00a0{field}\u00a0» tient {most} caractères au plus. Le panier n’a pas changé.',
    en: '“{field}” holds {most} characters at most. The cart has not changed.',
  },
  textUnprintable: {
    fr: 'Un caractère invisible s’est glissé dans «\u00a0{field}\u00a0»\u00a0: retapez-le. Le panier n’a pas changé.',
    en: 'An invisible character slipped into “{field}”: type it again. The cart has not changed.',
  },
} satisfies Record<string, Phrase>

export type Refusal = keyof typeof refusals
