import type { Phrase } from '#lib/i18n.ts'
import type { Kind, OfferList, Standing } from './rules.ts'

export const STANDINGS: Record<Standing, { tone: 'good' | 'warm' | 'later'; says: Phrase }> = {
  running: { tone: 'good', says: { fr: 'En cours', en: 'Running' } },
  planned: { tone: 'later', says: { fr: 'À venir', en: 'To come' } },
  over: { tone: 'later', says: { fr: 'Terminée', en: 'Over' } },
  paused: { tone: 'warm', says: { fr: 'En pause', en: 'Paused' } },
  usedUp: { tone: 'later', says: { fr: 'Épuisée', en: 'Used up' } },
}

export const LIST_WORDS: Record<OfferList, { name: Phrase; empty: Phrase }> = {
  running: {
    name: { fr: 'En cours', en: 'Running' },
    empty: { fr: 'Aucune offre en cours.', en: 'No offer is running.' },
  },
  planned: {
    name: { fr: 'À venir', en: 'To come' },
    empty: {
      fr: 'Aucune offre à venir. Une offre qui a un premier jour l’attend ici.',
      en: 'No offer to come. An offer with a first day waits for it here.',
    },
  },
  paused: {
    name: { fr: 'En pause', en: 'Paused' },
    empty: { fr: 'Aucune offre en pause.', en: 'No offer is paused.' },
  },
  over: {
    name: { fr: 'Terminées', en: 'Over' },
    empty: {
      fr: 'Aucune offre terminée ou épuisée.',
      en: 'No offer is over or used up.',
    },
  },
}

export const KIND_WORDS: Record<Kind, { label: Phrase; hint: Phrase }> = {
  percent: {
    label: { fr: 'Un pourcentage', en: 'A percentage' },
    hint: { fr: '10 % de moins', en: '10% off' },
  },
  amount: {
    label: { fr: 'Un montant', en: 'An amount' },
    hint: { fr: '5 € de moins, partagés entre les pièces', en: '€5 off, shared among the pieces' },
  },
  free_delivery: {
    label: { fr: 'La livraison offerte', en: 'Free delivery' },
    hint: { fr: 'Quel que soit le mode choisi', en: 'Whatever way is chosen' },
  },
  n_for_m: {
    label: { fr: 'Des pièces offertes', en: 'Free pieces' },
    hint: {
      fr: '3 pour le prix de 2\u00a0: les moins chères sont offertes',
      en: '3 for the price of 2: the cheapest are free',
    },
  },
}

/** What an offer gives, to whom and when: the parts of one sentence. */
export const sentence = {
  percent: { fr: '{percent}\u00a0% de moins', en: '{percent}% off' },
  amount: { fr: '{amount} de moins', en: '{amount} off' },
  free_delivery: { fr: 'la livraison offerte', en: 'free delivery' },
  n_for_m: {
    fr: '{take} pièces pour le prix de {pay}',
    en: '{take} pieces for the price of {pay}',
  },
  unknown: { fr: '…', en: '…' },
  onAll: { fr: 'sur toute la boutique', en: 'on the whole shop' },
  on: { fr: 'sur {names}', en: 'on {names}' },
  andMore: { fr: '{names} et {count} autres', en: '{names} and {count} more' },
  minimum: { fr: 'dès {amount}', en: 'from {amount}' },
  from: { fr: 'à partir du {moment}', en: 'from {moment}' },
  until: { fr: 'jusqu’au {moment}', en: 'until {moment}' },
  withCode: { fr: 'avec le code {code}', en: 'with the code {code}' },
  withSomeCode: { fr: 'avec un code', en: 'with a code' },
  at: { fr: '{day}, {hour}\u00a0h', en: '{day}, {hour}:00' },
  alone: { fr: 'sans code', en: 'without a code' },
  times: { fr: '{count} fois au plus', en: '{count} times at most' },
  oncePer: { fr: 'une fois par personne', en: 'once a person' },
  timesPer: { fr: '{count} fois par personne', en: '{count} times a person' },
  combines: { fr: 'en plus d’autres offres', en: 'on top of other offers' },
} satisfies Record<string, Phrase>

export const words = {
  title: { fr: 'Offres', en: 'Offers' },
  add: { fr: 'Nouvelle offre', en: 'New offer' },
  none: {
    fr: 'Aucune offre encore. Un code à glisser dans un colis, la livraison offerte à Noël, trois pièces pour deux\u00a0: dites ce qu’elle donne, la boutique fait les comptes.',
    en: 'No offer yet. A code to slip into a parcel, free delivery at Christmas, three pieces for two: say what it gives, the shop does the sums.',
  },
  lists: { fr: 'Listes d’offres', en: 'Lists of offers' },
  allOffers: { fr: 'Toutes', en: 'All' },
  search: { fr: 'Nom ou code', en: 'Name or code' },
  notFound: {
    fr: 'Aucune offre pour «\u00a0{q}\u00a0», ni par son nom ni par son code.',
    en: 'No offer for “{q}”, by its name or its code.',
  },
  everyOffer: { fr: 'Toutes les offres', en: 'Every offer' },
  addFirst: { fr: 'Faire une première offre', en: 'Make a first offer' },
  automatic: { fr: 'Automatique', en: 'Automatic' },
  neverUsed: { fr: 'jamais servie', en: 'never used' },
  usedOnce: { fr: 'servie {count} fois', en: 'used once' },
  usedTimes: { fr: 'servie {count} fois', en: 'used {count} times' },
  usedOf: { fr: 'servie {count} fois sur {most}', en: 'used {count} times of {most}' },

  added: { fr: 'L’offre est enregistrée.', en: 'The offer is saved.' },
  saved: { fr: 'L’offre est changée.', en: 'The offer is changed.' },
  paused: {
    fr: 'L’offre est en pause\u00a0: elle ne s’applique plus.',
    en: 'The offer is paused: it no longer applies.',
  },
  resumed: { fr: 'L’offre a repris.', en: 'The offer runs again.' },
  removed: { fr: 'L’offre est supprimée.', en: 'The offer is deleted.' },
  stale: {
    fr: 'Cette offre a changé entre-temps, ailleurs. Ce que vous avez tapé est encore là\u00a0: relisez, puis enregistrez une fois de plus pour le garder.',
    en: 'This offer has changed meanwhile, elsewhere. What you typed is still here: read it again, then save once more to keep it.',
  },
  used: {
    fr: 'Une commande vient de s’en servir\u00a0: elle ne se supprime plus. Mettez-la en pause.',
    en: 'An order has just used it: it cannot be deleted any more. Pause it.',
  },

  said: { fr: 'En un mot', en: 'In a word' },
  name: { fr: 'Son nom', en: 'Its name' },
  nameHint: {
    fr: 'Ce que l’acheteur lit à côté du montant\u00a0: «\u00a0Offre de Noël\u00a0».',
    en: 'What the buyer reads beside the amount: “Christmas offer”.',
  },
  gives: { fr: 'Ce qu’elle donne', en: 'What it gives' },
  kind: { fr: 'Elle offre', en: 'It offers' },
  percent: { fr: 'Pourcentage', en: 'Percentage' },
  amount: { fr: 'Montant', en: 'Amount' },
  take: { fr: 'Pièces prises', en: 'Pieces taken' },
  pay: { fr: 'Pièces payées', en: 'Pieces paid' },
  minimum: { fr: 'À partir de', en: 'From' },
  minimumHint: {
    fr: 'Ce que valent les pièces concernées, avant toute offre. Vide\u00a0: pas de minimum.',
    en: 'What the pieces it is for are worth, before any offer. Empty: no minimum.',
  },
  how: { fr: 'Comment on l’a', en: 'How people get it' },
  way: { fr: 'Elle s’applique', en: 'It applies' },
  byCode: { fr: 'Avec un code', en: 'With a code' },
  byItself: { fr: 'Toute seule', en: 'By itself' },
  byItselfHint: {
    fr: 'À chaque panier qui remplit ses conditions',
    en: 'To every cart that meets its conditions',
  },
  code: { fr: 'Code', en: 'Code' },
  codeHint: {
    fr: 'Majuscules, accents et espaces ne comptent pas.',
    en: 'Capitals, accents and spaces make no difference.',
  },
  makeCode: { fr: 'En faire un', en: 'Make one' },
  combines: {
    fr: 'S’ajoute aux autres offres qui s’ajoutent aussi',
    en: 'Adds to other offers that add up too',
  },
  combinesHint: {
    fr: 'Dans cet ordre, chacune sur ce qui reste\u00a0: pièces offertes, pourcentages, montants, livraison. Sinon la meilleure pour l’acheteur l’emporte.',
    en: 'In this order, each on what is left: free pieces, percentages, amounts, delivery. Otherwise the best one for the buyer wins.',
  },
  what: { fr: 'Sur quoi', en: 'On what' },
  scope: { fr: 'Elle vaut', en: 'It is for' },
  all: { fr: 'Pour toute la boutique', en: 'The whole shop' },
  allHint: { fr: 'Sauf les cartes cadeaux', en: 'But for gift cards' },
  some: { fr: 'Pour certaines pièces', en: 'Some pieces' },
  collections: { fr: 'Collections', en: 'Collections' },
  collectionsHint: {
    fr: 'Avec tout ce qu’elles contiennent.',
    en: 'With everything inside them.',
  },
  pieces: { fr: 'Pièces', en: 'Pieces' },
  find: { fr: 'Chercher une pièce', en: 'Search for a piece' },
  findAct: { fr: 'Chercher', en: 'Search' },
  noPiece: { fr: 'Aucune pièce ne s’appelle «\u00a0{q}\u00a0».', en: 'No piece is called “{q}”.' },
  when: { fr: 'Quand', en: 'When' },
  startDay: { fr: 'Premier jour', en: 'First day' },
  startHour: { fr: 'à', en: 'at' },
  endDay: { fr: 'Dernier jour', en: 'Last day' },
  endHour: { fr: 'jusqu’à', en: 'until' },
  hour: { fr: '{hour} h', en: '{hour}:00' },
  endOfDay: { fr: 'minuit', en: 'midnight' },
  whenHint: {
    fr: 'À l’heure de la boutique. Sans date, elle dure jusqu’à ce que vous l’arrêtiez.',
    en: 'In the shop’s own time. Without a date, it lasts until you stop it.',
  },
  limits: { fr: 'Combien de fois', en: 'How often' },
  usesMost: { fr: 'En tout', en: 'In all' },
  usesPerBuyer: { fr: 'Par personne', en: 'A person' },
  limitsHint: {
    fr: 'Vide\u00a0: sans limite. Une personne est reconnue à son adresse e-mail, gardée brouillée.',
    en: 'Empty: no limit. A person is known by their e-mail address, kept scrambled.',
  },
  active: { fr: 'La mettre en service tout de suite', en: 'Put it to work at once' },
  save: { fr: 'Enregistrer l’offre', en: 'Save the offer' },
  pause: { fr: 'Mettre en pause', en: 'Pause' },
  resume: { fr: 'Reprendre', en: 'Resume' },
  remove: { fr: 'Supprimer', en: 'Delete' },
  removeText: {
    fr: 'Personne ne s’en est servi. Elle disparaît pour de bon\u00a0: cela ne se reprend pas.',
    en: 'Nobody has used it. It goes for good: this cannot be undone.',
  },
  removeAct: { fr: 'Supprimer l’offre', en: 'Delete the offer' },
  taken: { fr: 'Une autre offre a déjà ce code.', en: 'Another offer has this code already.' },
  tooFew: {
    fr: 'Elle a déjà servi plus souvent\u00a0: {count} fois.',
    en: 'It has been used more often already: {count} times.',
  },
} satisfies Record<string, Phrase>
