import type { Phrase } from '#lib/i18n.ts'
import type { PaidBy } from './manual-rules.ts'

export const PAID_WORDS: Record<PaidBy, Phrase> = {
  cash: { fr: 'Espèces', en: 'Cash' },
  card: { fr: 'Carte, au terminal', en: 'Card, at the terminal' },
  cheque: { fr: 'Chèque', en: 'Cheque' },
  transfer: { fr: 'Virement reçu', en: 'Bank transfer received' },
  link: { fr: 'Plus tard, en ligne', en: 'Later, online' },
}

export const CHANNEL_WORDS: Record<'shop' | 'stall' | 'phone', Phrase> = {
  shop: { fr: 'Boutique en ligne', en: 'Online shop' },
  stall: { fr: 'Au stand', en: 'At the stall' },
  phone: { fr: 'Au téléphone', en: 'On the phone' },
}

export const manualWords = {
  title: { fr: 'Nouvelle commande', en: 'New order' },
  text: {
    fr: 'Pour une vente au stand ou au téléphone\u00a0: mêmes prix, même stock, même numérotation.',
    en: 'For a sale at the stall or on the phone: same prices, same stock, same numbers.',
  },
  pieces: { fr: 'Pièces', en: 'Pieces' },
  find: { fr: 'Nom ou référence', en: 'Name or reference' },
  search: { fr: 'Chercher', en: 'Search' },
  none: {
    fr: 'Rien pour «\u00a0{q}\u00a0» parmi les pièces en vente.',
    en: 'Nothing for “{q}” among the pieces on sale.',
  },
  add: { fr: 'Ajouter', en: 'Add' },
  found: { fr: 'Pièces trouvées', en: 'Pieces found' },
  chosen: { fr: 'Dans la commande', en: 'In the order' },
  left: { fr: '{count} en stock', en: '{count} in stock' },
  out: { fr: 'Épuisée', en: 'Sold out' },
  units: { fr: 'Combien', en: 'How many' },
  remove: { fr: '0, retirer', en: '0, remove' },
  fewer: {
    fr: '{title}\u00a0: il n’en reste que {count}.',
    en: '{title}: only {count} left.',
  },
  sold: { fr: '{title}\u00a0: il n’en reste plus.', en: '{title}: none left.' },
  gone: { fr: '{title} n’est plus en vente.', en: '{title} is no longer on sale.' },
  aPiece: { fr: 'Une pièce', en: 'A piece' },
  off: { fr: 'Remise', en: 'Discount' },
  offHint: { fr: 'Retirée du prix des pièces', en: 'Taken off the price of the pieces' },
  buyer: { fr: 'Acheteur', en: 'Buyer' },
  where: { fr: 'Où', en: 'Where' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  emailHint: {
    fr: 'Pour envoyer la confirmation, ou le lien de paiement',
    en: 'To send the confirmation, or the payment link',
  },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  lang: { fr: 'Langue de l’acheteur', en: 'Language of the buyer' },
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  inHand: { fr: 'Remise en main propre', en: 'Handed over' },
  address: { fr: 'Adresse', en: 'Address' },
  country: { fr: 'Pays', en: 'Country' },
  note: { fr: 'Un mot de l’acheteur', en: 'A word from the buyer' },
  paid: { fr: 'Paiement', en: 'Payment' },
  paidHow: { fr: 'Comment elle est payée', en: 'How it is paid' },
  arrivesHow: { fr: 'Comment elle arrive', en: 'How it gets there' },
  days: { fr: 'Jours pour payer', en: 'Days to pay' },
  daysHint: {
    fr: 'De 1 à 14. Les pièces sont gardées jusque-là.',
    en: 'From 1 to 14. The pieces are kept until then.',
  },
  check: { fr: 'Voir le total', en: 'See the total' },
  edit: { fr: 'Modifier', en: 'Change' },
  total: { fr: 'Total', en: 'Total' },
  ofWhichVat: { fr: 'dont TVA', en: 'of which VAT' },
  takeNow: { fr: 'Encaisser {total}', en: 'Take {total}' },
  takeText: {
    fr: '{total} à encaisser vous-même, {method}. La commande est payée aussitôt, et les pièces sortent du stock.',
    en: '{total} to take yourself, {method}. The order is paid at once, and the pieces leave the stock.',
  },
  makeLink: { fr: 'Créer le lien de paiement', en: 'Make the payment link' },
  linkMailed: {
    fr: 'Les pièces sont gardées {days} jours. {name} reçoit le lien par e-mail.',
    en: 'The pieces are kept for {days} days. {name} gets the link by e-mail.',
  },
  linkCopied: {
    fr: 'Les pièces sont gardées {days} jours. Le lien est à copier sur la page suivante\u00a0: il n’y a pas d’adresse où l’envoyer.',
    en: 'The pieces are kept for {days} days. Copy the link from the next page: there is no address to send it to.',
  },
  changed: {
    fr: 'Le total a changé entre-temps. Regardez-le, puis confirmez. Rien n’est encore enregistré.',
    en: 'The total has changed meanwhile. Look at it, then confirm. Nothing has been saved yet.',
  },
  short: {
    fr: 'Une pièce vient de partir. Rien n’est enregistré\u00a0: voici ce qui reste.',
    en: 'A piece has just gone. Nothing has been saved: here is what is left.',
  },
  offer: {
    fr: 'Une offre vient de prendre fin. Rien n’est enregistré\u00a0: regardez le nouveau total.',
    en: 'An offer has just ended. Nothing has been saved: look at the new total.',
  },
  done: { fr: 'La commande est enregistrée.', en: 'The order is saved.' },
  waits: { fr: 'En attente du paiement', en: 'Waiting for the payment' },
  waitsText: {
    fr: 'Les pièces sont gardées jusqu’au {moment}. Le lien où payer\u00a0:',
    en: 'The pieces are kept until {moment}. The link to pay:',
  },
} satisfies Record<string, Phrase>
