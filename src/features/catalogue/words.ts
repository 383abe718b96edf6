import type { Phrase } from '#lib/i18n.ts'
import type { Sort, State } from './rules.ts'

type Tone = 'good' | 'warm' | 'bad' | 'later'

/** How a piece can be had, and the colour that helps. */
export const STATES: Record<State['is'], { tone: Tone; one: Phrase; many: Phrase }> = {
  'to-order': {
    tone: 'later',
    one: { fr: 'Sur commande, une semaine', en: 'Made to order, one week' },
    many: { fr: 'Sur commande, {count} semaines', en: 'Made to order, {count} weeks' },
  },
  uncounted: always('good', { fr: 'Disponible', en: 'Available' }),
  sold: always('bad', { fr: 'Vendue', en: 'Sold' }),
  full: always('bad', { fr: 'Complet', en: 'Full' }),
  seats: {
    tone: 'good',
    one: { fr: '{count} place', en: '{count} seat' },
    many: { fr: '{count} places', en: '{count} seats' },
  },
  'many-seats': always('good', {
    fr: 'Plus de {count} places',
    en: 'More than {count} seats',
  }),
  unique: always('warm', { fr: 'Pièce unique', en: 'One of a kind' }),
  last: always('warm', { fr: 'Dernière pièce', en: 'Last one' }),
  left: always('good', { fr: '{count} à l’atelier', en: '{count} in the workshop' }),
  plenty: always('good', {
    fr: 'Plus de {count} à l’atelier',
    en: 'More than {count} in the workshop',
  }),
}

export const SORT_NAMES: Record<Sort, Phrase> = {
  newest: { fr: 'Nouveautés d’abord', en: 'Newest first' },
  'price-up': { fr: 'Prix croissant', en: 'Price, low to high' },
  'price-down': { fr: 'Prix décroissant', en: 'Price, high to low' },
}

function always(tone: Tone, phrase: Phrase) {
  return { tone, one: phrase, many: phrase }
}

export const words = {
  onePiece: { fr: '{count} pièce', en: '{count} piece' },
  pieces: { fr: '{count} pièces', en: '{count} pieces' },
  manyPieces: { fr: 'Plus d’une page', en: 'More than one page' },
  previous: { fr: 'Précédentes', en: 'Previous' },
  next: { fr: 'Suivantes', en: 'Next' },
  noneSoFar: {
    fr: 'Rien de tel parmi ces pièces-ci. Les suivantes peut-être.',
    en: 'Nothing of the kind among these pieces. The next ones, perhaps.',
  },
  sortBy: { fr: 'Trier par', en: 'Sort by' },
  sort: { fr: 'Trier', en: 'Sort' },
  inside: { fr: 'Dans cette collection', en: 'In this collection' },
  nothing: {
    fr: 'Rien sur cette étagère pour l’instant.',
    en: 'Nothing on this shelf for now.',
  },
  nothingSuch: {
    fr: 'Aucune pièce n’a tout cela à la fois. Enlevez un filtre.',
    en: 'No piece is all of this at once. Take a filter away.',
  },
  without: { fr: 'Enlever {value}', en: 'Take away {value}' },
  shop: { fr: 'La boutique', en: 'The shop' },

  pictures: { fr: 'Photos', en: 'Pictures' },
  taxIn: { fr: 'TVA comprise', en: 'VAT included' },
  taxInDelivery: { fr: 'TVA comprise, hors', en: 'VAT included,' },
  delivery: { fr: 'livraison', en: 'delivery extra' },
  gone: { fr: 'vendu', en: 'sold' },
  noSeat: { fr: 'complet', en: 'full' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  add: { fr: 'Ajouter au panier', en: 'Add to cart' },
  ifYouLike: { fr: 'si vous voulez', en: 'if you like' },
  textMost: { fr: '{most} caractères au plus.', en: '{most} characters at most.' },
  textPrice: { fr: '+\u00a0{price} par pièce.', en: '+{price} each.' },
  textFinal: {
    fr: 'Faite avec vos mots, elle n’est ni reprise ni échangée, sauf défaut.',
    en: 'Made with your words, it is not taken back or exchanged, unless it is faulty.',
  },
  soldButton: { fr: 'Vendu', en: 'Sold' },
  closedButton: { fr: 'Fermé jusqu’au {day}', en: 'Closed until {day}' },
  byMail: {
    fr: 'Envoyé par e-mail dès le paiement.',
    en: 'Sent by e-mail as soon as it is paid.',
  },

  scale: { fr: 'À l’échelle', en: 'To scale' },
  measures: { fr: 'Mesures', en: 'Measures' },
  postcard: { fr: 'carte postale', en: 'postcard' },
  sheet: { fr: 'feuille A4', en: 'sheet of A4' },
  dimensions: { fr: 'Encombrement', en: 'Overall' },
  weight: { fr: 'Poids', en: 'Weight' },
  reference: { fr: 'Référence', en: 'Reference' },

  quote: { fr: '«\u00a0{text}\u00a0»', en: '“{text}”' },
  care: { fr: 'Entretien', en: 'Care' },
  deliveryTitle: { fr: 'Livraison et retours', en: 'Delivery and returns' },
  free: { fr: 'gratuit', en: 'free' },
  maker: { fr: 'Qui l’a fait', en: 'Who made it' },
  seller: { fr: 'Qui le propose', en: 'Who offers it' },
  madeBy: { fr: 'Fabricant\u00a0: {maker}.', en: 'Made by {maker}.' },
  related: { fr: 'Pour aller avec', en: 'Goes well with' },

  promiseToday: {
    fr: 'Commandé avant {hour}, chez vous {range}.',
    en: 'Order before {hour} today, with you {range}.',
  },
  promise: {
    fr: 'Commandé avant {day} {hour}, chez vous {range}.',
    en: 'Order before {hour} on {day}, with you {range}.',
  },
  promiseLater: {
    fr: 'Nous expédions à partir du {day}\u00a0: chez vous {range}.',
    en: 'We ship from {day}: with you {range}.',
  },
  noon: { fr: 'midi', en: 'noon' },
  hour: { fr: '{hour}\u00a0h', en: '{hour}:00' },
  between: { fr: 'entre {from} et {to}', en: 'between {from} and {to}' },
  onDay: { fr: '{to}', en: 'on {to}' },

  unitPrice: { fr: 'soit {price} par {unit}', en: '{price} per {unit}' },
  preview: {
    fr: 'Ceci est un aperçu\u00a0: la pièce n’est pas encore en vente.',
    en: 'This is a preview: the piece is not for sale yet.',
  },

  retired: { fr: 'Nous ne faisons plus cette pièce.', en: 'We no longer make this piece.' },
  retiredText: {
    fr: '{title} a quitté l’étagère pour de bon. Celles qui restent sont par ici.',
    en: '{title} has left the shelf for good. The ones that stay are this way.',
  },
  everything: { fr: 'Toute la boutique', en: 'The whole shop' },
} satisfies Record<string, Phrase>
