import type { Phrase } from '#lib/i18n.ts'
import type { Need, Span } from './rules.ts'

/** Small numbers as words: at the head of a page they read better than figures. */
export const NUMBERS: readonly Phrase[] = [
  { fr: 'aucun', en: 'no' },
  { fr: 'un', en: 'one' },
  { fr: 'deux', en: 'two' },
  { fr: 'trois', en: 'three' },
  { fr: 'quatre', en: 'four' },
  { fr: 'cinq', en: 'five' },
  { fr: 'six', en: 'six' },
  { fr: 'sept', en: 'seven' },
  { fr: 'huit', en: 'eight' },
  { fr: 'neuf', en: 'nine' },
  { fr: 'dix', en: 'ten' },
]

export const SPAN_WORDS: Record<Span, Phrase> = {
  7: { fr: '7 jours', en: '7 days' },
  30: { fr: '30 jours', en: '30 days' },
  365: { fr: '12 mois', en: '12 months' },
}

/** What is missing, and where it is put right. */
export const NEED_WORDS: Record<Need, { href: string; label: Phrase }> = {
  identity: {
    href: '/admin/identity',
    label: {
      fr: 'Dire qui vend\u00a0: nom, adresse, e-mail',
      en: 'Say who sells: name, address, e-mail',
    },
  },
  legal: {
    href: '/admin/legal',
    label: {
      fr: 'Remplir les mentions légales\u00a0: exploitant, SIREN, médiateur',
      en: 'Fill in the legal facts: owner, SIREN, mediator',
    },
  },
  terms: {
    href: '/admin/content/pages',
    label: { fr: 'Écrire les conditions de vente', en: 'Write the terms of sale' },
  },
  legal_page: {
    href: '/admin/content/pages',
    label: { fr: 'Écrire la page des mentions légales', en: 'Write the legal notice' },
  },
  privacy: {
    href: '/admin/content/pages',
    label: { fr: 'Écrire la page de confidentialité', en: 'Write the privacy page' },
  },
  products: {
    href: '/admin/products/new',
    label: { fr: 'Mettre une première pièce en ligne', en: 'Put a first piece online' },
  },
  delivery: {
    href: '/admin/delivery',
    label: { fr: 'Choisir comment les colis partent', en: 'Choose how parcels leave' },
  },
  tax: {
    href: '/admin/tax',
    label: { fr: 'Choisir le régime de TVA', en: 'Choose how VAT applies' },
  },
  mail: {
    href: '/admin/mail/transport',
    label: { fr: 'Choisir comment les e-mails partent', en: 'Choose how mails leave' },
  },
  stripe: {
    href: '/admin/settings',
    label: {
      fr: 'Poser les clés Stripe de production\u00a0: les paiements sont encore des essais',
      en: 'Set Stripe’s live keys: payments are still tests',
    },
  },
  second_key: {
    href: '/admin/account',
    label: {
      fr: 'Ajouter une deuxième clé, pour ne jamais rester dehors',
      en: 'Add a second key, so as never to be locked out',
    },
  },
}

export const words = {
  title: { fr: 'Aujourd’hui', en: 'Today' },
  oneParcel: { fr: '{count} colis à faire', en: '{count} parcel to pack' },
  parcels: { fr: '{count} colis à faire', en: '{count} parcels to pack' },
  oneMessage: { fr: '{count} message', en: '{count} message' },
  messages: { fr: '{count} messages', en: '{count} messages' },
  calm: { fr: 'rien ne presse', en: 'no hurry' },
  allDone: { fr: 'Tout est parti. Bonne journée.', en: 'Everything has left. Have a good day.' },
  leavesToday: {
    fr: 'Départ aujourd’hui avant {hour} h.',
    en: 'Parcels leave today before {hour}:00.',
  },
  leaves: { fr: 'Prochain départ {day}.', en: 'Parcels leave next on {day}.' },
  opening: {
    fr: 'Bienvenue. Voici ce qu’il reste à faire avant d’ouvrir.',
    en: 'Welcome. Here is what is left to do before you open.',
  },
  toPack: { fr: 'À emballer', en: 'To pack' },
  nothingToPack: { fr: 'Rien à emballer.', en: 'Nothing to pack.' },
  everyOrder: { fr: 'Toutes les commandes', en: 'Every order' },
  slips: { fr: 'Imprimer les bons', en: 'Print the slips' },
  more: { fr: 'et d’autres', en: 'and more' },
  unread: { fr: 'Messages', en: 'Messages' },
  readAll: { fr: 'Tout lire', en: 'Read all' },
  order: { fr: 'commande {number}', en: 'order {number}' },
  stuck: { fr: 'À débloquer', en: 'Stuck' },
  oneHeld: {
    fr: '{count} commande payée qui ne peut pas partir',
    en: '{count} paid order that cannot leave',
  },
  oneDifference: {
    fr: 'Une différence entre Stripe et les commandes',
    en: 'One difference between Stripe and the orders',
  },
  differences: {
    fr: '{count} différences entre Stripe et les commandes',
    en: '{count} differences between Stripe and the orders',
  },
  held: {
    fr: '{count} commandes payées qui ne peuvent pas partir',
    en: '{count} paid orders that cannot leave',
  },
  oneDispute: { fr: '{count} paiement contesté', en: '{count} disputed payment' },
  disputes: { fr: '{count} paiements contestés', en: '{count} disputed payments' },
  answerBy: { fr: 'répondre avant le {day}', en: 'answer by {day}' },
  late: {
    fr: 'Un paiement venu trop tard repart vers l’acheteur',
    en: 'A payment that came too late goes back to the buyer',
  },
  failedRefund: {
    fr: 'Un remboursement qui n’a pas abouti',
    en: 'A refund that did not go through',
  },
  oneFailed: {
    fr: '{count} e-mail qui n’a pas pu partir',
    en: '{count} mail that could not leave',
  },
  failed: {
    fr: '{count} e-mails qui n’ont pas pu partir',
    en: '{count} mails that could not leave',
  },
  oneRefund: {
    fr: '{count} remboursement en attente depuis hier',
    en: '{count} refund waiting since yesterday',
  },
  refunds: {
    fr: '{count} remboursements en attente depuis hier',
    en: '{count} refunds waiting since yesterday',
  },
  before: { fr: 'Avant d’ouvrir', en: 'Before opening' },
  sales: { fr: 'Ventes', en: 'Sales' },
  spans: { fr: 'Durée', en: 'Time' },
  day: { fr: 'Jour', en: 'Day' },
  month: { fr: 'Mois', en: 'Month' },
  revenue: { fr: 'Ventes', en: 'Sales' },
  orders: { fr: 'Commandes', en: 'Orders' },
  basket: { fr: 'Panier moyen', en: 'Average basket' },
  visits: { fr: 'Visites', en: 'Visits' },
  conversion: { fr: 'Visites qui achètent', en: 'Visits that buy' },
  table: { fr: 'Les chiffres', en: 'The figures' },
  percent: { fr: '{figure}\u00a0%', en: '{figure}%' },
  against: { fr: '{change} % sur la période d’avant', en: '{change}% on the period before' },
  same: { fr: 'comme la période d’avant', en: 'as in the period before' },
  none: { fr: '–', en: '–' },
  today: { fr: 'auj.', en: 'today' },
  low: { fr: 'Stock bas', en: 'Running low' },
  seeStock: { fr: 'Tout voir', en: 'See all' },
  left: { fr: '{name}, en vente', en: '{name}, for sale' },
  change: { fr: 'Changer', en: 'Change' },
  noLow: { fr: 'Rien ne manque.', en: 'Nothing is running low.' },
} satisfies Record<string, Phrase>
