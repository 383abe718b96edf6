import type { Phrase } from '#lib/i18n.ts'

/** The words around every page. */
export const words = {
  skip: { fr: 'Aller au contenu', en: 'Skip to content' },
  menu: { fr: 'Menu', en: 'Menu' },
  search: { fr: 'Chercher', en: 'Search' },
  cart: { fr: 'Panier', en: 'Cart' },
  mainMenu: { fr: 'Menu principal', en: 'Main menu' },
  close: { fr: 'Fermer', en: 'Close' },
  searchHint: { fr: 'Chercher une forme, une couleur', en: 'Search a shape, a colour' },
  legal: { fr: 'Informations légales', en: 'Legal information' },
  crumbs: { fr: 'Fil d’Ariane', en: 'Breadcrumb' },
  pages: { fr: 'Pages', en: 'Pages' },
  optional: { fr: 'facultatif', en: 'optional' },
  from: { fr: 'dès\u00a0{price}', en: 'from\u00a0{price}' },
  lowest: {
    fr: 'Prix le plus bas des 30 derniers jours\u00a0: {price}',
    en: 'Lowest price in the last 30 days: {price}',
  },
  returnToCart: { fr: 'Revenir au panier', en: 'Back to the cart' },
  lostTitle: { fr: 'La mer a recouvert cette page.', en: 'The tide has covered this page.' },
  lostText: {
    fr: 'Elle a changé d’adresse, ou la pièce est partie vivre ailleurs. Le reste est au sec.',
    en: 'It has moved, or the piece has gone to live elsewhere. The rest is dry.',
  },
  everything: { fr: 'Toute la boutique', en: 'The whole shop' },
  troubleTitle: { fr: 'Quelque chose a cassé.', en: 'Something broke.' },
  troubleText: {
    fr: 'C’est de notre côté, et rien n’a été débité. Réessayez dans un instant.',
    en: 'The fault is ours, and nothing was charged. Try again in a moment.',
  },
  troubleId: { fr: 'Si vous nous écrivez, citez {id}.', en: 'If you write to us, quote {id}.' },
  foreignTitle: {
    fr: 'Cet envoi ne vient pas de la boutique.',
    en: 'This did not come from the shop.',
  },
  foreignText: {
    fr: 'Par prudence, nous ne l’avons pas pris. Revenez sur la page et recommencez.',
    en: 'To be safe, we did not take it. Go back to the page and try again.',
  },
  heavyTitle: { fr: 'C’est trop lourd.', en: 'That is too heavy.' },
  heavyText: {
    fr: 'Ce formulaire contient plus de texte que la boutique n’en accepte.',
    en: 'This form holds more text than the shop takes.',
  },
  backToCart: { fr: 'Voir le panier', en: 'See the cart' },
} satisfies Record<string, Phrase>

export const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const
