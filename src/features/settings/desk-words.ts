import type { Phrase } from '#lib/i18n.ts'

/** The words of the pages that set the shop: identity, workshop, carriers, holiday. */
export const words = {
  stale: {
    fr: 'Ces réglages ont changé entre-temps, dans un autre onglet ou par quelqu’un d’autre. Rien n’est enregistré, et ce que vous avez tapé est encore là\u00a0: relisez, puis enregistrez une seconde fois pour le garder.',
    en: 'These settings have changed meanwhile, in another tab or by somebody else. Nothing was saved, and what you typed is still here: read it again, then save a second time to keep it.',
  },

  identity: { fr: 'Identité', en: 'Identity' },
  identityPlace: {
    fr: 'Nom, adresse, langues, annonce en haut des pages',
    en: 'Name, address, languages, the line above every page',
  },
  theShop: { fr: 'La boutique', en: 'The shop' },
  name: { fr: 'Nom de la boutique', en: 'Name of the shop' },
  tagline: { fr: 'En une ligne', en: 'In one line' },
  taglineHint: { fr: 'En bas de chaque page.', en: 'At the foot of every page.' },
  description: { fr: 'En deux phrases', en: 'In two sentences' },
  descriptionHint: {
    fr: 'Les moteurs de recherche la montrent sous le nom.',
    en: 'Search engines show it below the name.',
  },
  announcement: { fr: 'Annonce', en: 'Announcement' },
  announcementHint: {
    fr: 'Une ligne en haut de toutes les pages. Vide, il n’y en a pas.',
    en: 'A line above every page. Leave it empty for none.',
  },
  reach: { fr: 'Vous joindre', en: 'How to reach you' },
  reachText: {
    fr: 'La loi demande une adresse postale, un e-mail et un téléphone. Ils sont en bas des pages, et avec chaque pièce comme fabricant.',
    en: 'The law asks for a postal address, an e-mail address and a telephone. They stand at the foot of every page, and beside every piece as its maker.',
  },
  email: { fr: 'E-mail', en: 'E-mail' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  line1: { fr: 'Adresse', en: 'Address' },
  postalCode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'Town' },
  region: { fr: 'Région', en: 'Region' },
  country: { fr: 'Pays', en: 'Country' },
  hours: { fr: 'Horaires de l’atelier', en: 'Opening hours of the workshop' },
  hoursHint: {
    fr: 'Comme «\u00a0Du mercredi au samedi, de 14 h à 18 h\u00a0».',
    en: 'Such as “Wednesday to Saturday, 2 to 6 pm”.',
  },
  tongue: { fr: 'Langues, monnaie, heure', en: 'Languages, money, time' },
  languages: { fr: 'La boutique parle', en: 'The shop speaks' },
  languagesHint: {
    fr: 'L’autre langue a ses pages sous /{lang}.',
    en: 'The other language has its pages below /{lang}.',
  },
  'fr en': { fr: 'Français d’abord, anglais ensuite', en: 'French first, then English' },
  fr: { fr: 'Français seulement', en: 'French only' },
  'en fr': { fr: 'Anglais d’abord, français ensuite', en: 'English first, then French' },
  en: { fr: 'Anglais seulement', en: 'English only' },
  currency: { fr: 'Monnaie', en: 'Currency' },
  currencyFixed: {
    fr: 'Elle ne change plus\u00a0: il y a déjà une commande dans cette monnaie.',
    en: 'It stays as it is: there is an order in this currency already.',
  },
  currencyHint: {
    fr: 'À choisir avant la première commande. Les prix gardent leurs chiffres.',
    en: 'To be chosen before the first order. Prices keep their figures.',
  },
  timeZone: { fr: 'Fuseau horaire', en: 'Time zone' },

  workshop: { fr: 'Atelier', en: 'Workshop' },
  workshopPlace: {
    fr: 'Jours d’expédition, promesses, prochaine ouverture, stock bas',
    en: 'Days of dispatch, promises, next opening, low stock',
  },
  dispatch: { fr: 'Quand les colis partent', en: 'When parcels leave' },
  dispatchText: {
    fr: 'La date de livraison promise se calcule d’ici. Les dimanches et les jours fériés français, rien ne part et rien n’arrive.',
    en: 'The promised day of delivery is computed from here. On Sundays and French public holidays nothing leaves and nothing arrives.',
  },
  weekdays: { fr: 'Jours d’expédition', en: 'Days of dispatch' },
  cutoff: { fr: 'Dernière heure pour partir le jour même', en: 'Last hour to leave the same day' },
  cutoffHint: {
    fr: 'De 0 à 23. Avec 12, une commande de 11 h 59 part encore aujourd’hui.',
    en: 'From 0 to 23. With 12, an order at 11:59 still leaves today.',
  },
  promises: { fr: 'Ce que vous promettez', en: 'What you promise' },
  assurance: { fr: 'Promesse {n}', en: 'Promise {n}' },
  assuranceHint: {
    fr: 'Courtes phrases sous le bouton d’achat. Une case vide n’est pas montrée.',
    en: 'Short sentences below the button of a piece. An empty one is not shown.',
  },
  returns: { fr: 'Retours', en: 'Returns' },
  returnsHint: {
    fr: 'Sous «\u00a0Livraison et retours\u00a0», avec chaque pièce. La loi donne quatorze jours.',
    en: 'Under “Delivery and returns”, beside every piece. The law gives fourteen days.',
  },
  next: { fr: 'Prochaine ouverture', en: 'Next opening' },
  nextText: {
    fr: 'Le jour où de nouvelles pièces arrivent\u00a0: fournée, collecte, marché. {date} sera remplacé par ce jour. Passé ce jour, plus rien n’est dit.',
    en: 'The day new pieces come out: a firing, a batch, a market. {date} is replaced by that day. After it, nothing is said any more.',
  },
  nextDay: { fr: 'Le jour', en: 'The day' },
  sold: { fr: 'Auprès d’une pièce vendue', en: 'Beside a sold piece' },
  soldHint: {
    fr: 'Comme «\u00a0Prochaine cuisson le {date}\u00a0».',
    en: 'Such as “Next firing on {date}”.',
  },
  closing: { fr: 'Au bas d’une collection', en: 'At the end of a collection' },
  lowStock: { fr: 'Stock bas', en: 'Low stock' },
  lowAt: { fr: 'Prévenir à partir de', en: 'Tell from' },
  lowAtHint: {
    fr: 'Pièces restantes. Les pièces uniques ne comptent pas.',
    en: 'Pieces left. One-of-a-kind pieces do not count.',
  },
  lowMail: { fr: 'M’écrire quand une pièce descend là', en: 'Write to me when a piece gets there' },

  carriers: { fr: 'Transporteurs', en: 'Carriers' },
  carriersPlace: {
    fr: 'Qui porte les colis, et où les suivre',
    en: 'Who carries parcels, and where to follow them',
  },
  carriersText: {
    fr: 'Le nom se choisit au moment d’expédier. L’adresse montre à l’acheteur où est son colis\u00a0: {n} y prend la place du numéro, {cp} celle du code postal. Sans adresse, le numéro est donné seul.',
    en: 'The name is chosen when a parcel leaves. The address shows the buyer where it is: {n} takes the place of its number, {cp} that of the postcode. Without an address, the number stands alone.',
  },
  carrierName: { fr: 'Transporteur', en: 'Carrier' },
  carrierPattern: { fr: 'Adresse de suivi', en: 'Tracking address' },
  carrierRow: { fr: 'Transporteur {n}', en: 'Carrier {n}' },
  carrierOut: {
    fr: 'Pour retirer un transporteur, videz ses deux cases. Les colis déjà partis gardent leur numéro, sans lien.',
    en: 'To take a carrier out, empty both of its fields. Parcels that have left keep their number, without a link.',
  },

  holiday: { fr: 'Congés', en: 'Holiday' },
  holidayPlace: { fr: 'Fermer, ou décaler les envois', en: 'Close, or send later' },
  holidayText: {
    fr: 'Pendant ces jours, une ligne en haut de toutes les pages le dit, et les dates de livraison promises en tiennent compte.',
    en: 'During these days a line above every page says so, and the promised days of delivery allow for it.',
  },
  from: { fr: 'Premier jour d’absence', en: 'First day away' },
  until: { fr: 'Jour de la reprise', en: 'First day back' },
  untilHint: { fr: 'Les colis repartent ce jour-là.', en: 'Parcels leave again that day.' },
  mode: { fr: 'Pendant ce temps', en: 'Meanwhile' },
  shift: { fr: 'On peut commander', en: 'Orders are taken' },
  shiftHint: {
    fr: 'Les colis partent à la reprise, et la date promise le dit.',
    en: 'Parcels leave when you are back, and the promised day says so.',
  },
  closed: { fr: 'La boutique est fermée', en: 'The shop is closed' },
  closedHint: {
    fr: 'On regarde, on ne commande pas. Les paniers sont gardés.',
    en: 'Buyers can look and not order. Carts are kept.',
  },
  message: { fr: 'La ligne en haut des pages', en: 'The line above every page' },
  messageHint: {
    fr: 'Vide, la boutique le dit à votre place, avec le jour de la reprise.',
    en: 'Leave it empty and the shop says it for you, with the day you are back.',
  },
  holidayNow: { fr: 'Vous êtes en congé jusqu’au {day}.', en: 'You are on holiday until {day}.' },
  holidayAhead: {
    fr: 'Congé prévu\u00a0: du {from} au {day}.',
    en: 'Holiday ahead: {from} to {day}.',
  },
  holidayOver: {
    fr: 'Le dernier congé a pris fin le {day}.',
    en: 'The last holiday ended on {day}.',
  },
  holidayNone: { fr: 'Aucun congé prévu.', en: 'No holiday ahead.' },
  forget: { fr: 'Rouvrir maintenant', en: 'Open again now' },
  forgetAhead: { fr: 'Annuler ce congé', en: 'Cancel this holiday' },
} satisfies Record<string, Phrase>

const WEEKDAYS: readonly Phrase[] = [
  { fr: 'Dimanche', en: 'Sunday' },
  { fr: 'Lundi', en: 'Monday' },
  { fr: 'Mardi', en: 'Tuesday' },
  { fr: 'Mercredi', en: 'Wednesday' },
  { fr: 'Jeudi', en: 'Thursday' },
  { fr: 'Vendredi', en: 'Friday' },
  { fr: 'Samedi', en: 'Saturday' },
]

/** The name of a weekday, from 0 for Sunday. */
export function weekdayPhrase(day: number): Phrase {
  return WEEKDAYS[day] ?? { fr: '', en: '' }
}
