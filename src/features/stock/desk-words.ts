import type { Phrase } from '#lib/i18n.ts'
import type { Movement, Reason } from './rules.ts'

export const REASON_WORDS: Record<Reason, Phrase> = {
  made: { fr: 'Fabriquées', en: 'Made' },
  sold: { fr: 'Vendues ailleurs', en: 'Sold elsewhere' },
  broken: { fr: 'Cassées', en: 'Broken' },
  given: { fr: 'Données', en: 'Given away' },
  counted: { fr: 'Comptées', en: 'Counted' },
}

/** What a movement did, when it carries no reason that somebody chose. */
export const KIND_WORDS: Record<Movement['kind'], Phrase> = {
  receive: { fr: 'Entrées', en: 'Came in' },
  hold: { fr: 'Retenues', en: 'Held' },
  release: { fr: 'Rendues', en: 'Released' },
  claim: { fr: 'Vendues', en: 'Sold' },
  return: { fr: 'Revenues', en: 'Came back' },
  adjust: { fr: 'Corrigées', en: 'Put right' },
}

export const words = {
  title: { fr: 'Stock', en: 'Stock' },
  all: { fr: 'Tout', en: 'Everything' },
  low: { fr: 'Stock bas', en: 'Running low' },
  lists: { fr: 'Listes du stock', en: 'Lists of stock' },
  search: { fr: 'Nom ou référence', en: 'Name or reference' },
  count: { fr: 'Compter', en: 'Count' },
  notFound: { fr: 'Rien ne répond à «\u00a0{q}\u00a0».', en: 'Nothing matches “{q}”.' },
  byReference: { fr: 'Référence', en: 'Reference' },
  scarcestFirst: { fr: 'Le plus rare d’abord', en: 'Scarcest first' },
  wholeStock: { fr: 'Tout le stock', en: 'The whole stock' },
  empty: {
    fr: 'Rien n’est compté encore. Le stock commence avec la première pièce\u00a0: ajoutez-la, avec le nombre que vous en avez.',
    en: 'Nothing is counted yet. Stock begins with the first piece: add it, with how many you have.',
  },
  noneLow: {
    fr: 'Rien ne manque\u00a0: aucune pièce n’est sous son seuil.',
    en: 'Nothing is running low: every piece is above its level.',
  },
  free: { fr: 'en vente', en: 'for sale' },
  held: { fr: '{count} en cours de paiement', en: '{count} being paid' },
  packing: { fr: '{count} à expédier', en: '{count} to send' },
  available: { fr: 'En vente', en: 'For sale' },
  heldLong: { fr: 'Retenues par des paiements en cours', en: 'Held by payments under way' },
  packingLong: { fr: 'Vendues, encore sur l’étagère', en: 'Sold, still on the shelf' },
  shelf: { fr: 'Sur l’étagère', en: 'On the shelf' },
  soldEver: { fr: 'Vendues en tout', en: 'Sold in all' },
  move: { fr: 'Ce qui a changé', en: 'What changed' },
  quantity: { fr: 'Combien', en: 'How many' },
  countedHint: {
    fr: 'Le nombre mis en vente\u00a0: {shown} maintenant.',
    en: 'The number put up for sale: {shown} now.',
  },
  note: { fr: 'Noter', en: 'Note' },
  moved: { fr: 'C’est noté.', en: 'Noted.' },
  short: {
    fr: 'Il n’y en a pas autant\u00a0: {now} en vente.',
    en: 'There are not that many: {now} for sale.',
  },
  changed: {
    fr: 'Une vente est passée entre-temps\u00a0: la page montrait {shown}, il y en a maintenant {now}. Rien n’a été changé.',
    en: 'A sale came in meanwhile: the page showed {shown}, now there are {now}. Nothing was changed.',
  },
  threshold: { fr: 'Prévenir à partir de', en: 'Tell me from' },
  thresholdHint: {
    fr: 'Ce nombre ou moins, c’est peu. Vide\u00a0: ne jamais prévenir.',
    en: 'This many or fewer is low. Empty: never tell.',
  },
  keep: { fr: 'Enregistrer', en: 'Save' },
  movements: { fr: 'Mouvements', en: 'Movements' },
  noMovements: { fr: 'Aucun mouvement encore.', en: 'No movement yet.' },
  order: { fr: 'commande {number}', en: 'order {number}' },
  unpaidOrder: { fr: 'commande non payée', en: 'unpaid order' },
  editPiece: { fr: 'Modifier la pièce', en: 'Edit the piece' },
  countTitle: { fr: 'Compter l’étagère', en: 'Count the shelf' },
  countText: {
    fr: 'Comptez tout ce qui est sur l’étagère, vendu compris. Laissez vide ce que vous n’avez pas compté.',
    en: 'Count everything on the shelf, what is sold included. Leave empty what you did not count.',
  },
  where: { fr: 'Où', en: 'Where' },
  show: { fr: 'Montrer', en: 'Show' },
  everything: { fr: 'Toute la boutique', en: 'The whole shop' },
  expected: { fr: 'attendu {count}', en: '{count} expected' },
  found: { fr: '{name}, compté', en: '{name}, counted' },
  compare: { fr: 'Voir les écarts', en: 'See the differences' },
  nextPieces: { fr: 'Les suivantes', en: 'The next ones' },
  nothingToCount: { fr: 'Rien à compter ici.', en: 'Nothing to count here.' },
  differences: { fr: 'Écarts', en: 'Differences' },
  differencesText: {
    fr: '{counted} comptées, {different} à corriger. Rien n’est encore enregistré.',
    en: '{counted} counted, {different} to put right. Nothing is saved yet.',
  },
  noDifference: {
    fr: 'Tout est juste\u00a0: rien à corriger.',
    en: 'All is right: nothing to put right.',
  },
  differenceLine: {
    fr: 'attendu {expected}, compté {found}',
    en: '{expected} expected, {found} counted',
  },
  write: { fr: 'Enregistrer les écarts', en: 'Save the differences' },
  countAgain: { fr: 'Revenir au comptage', en: 'Back to counting' },
  countedDone: { fr: 'Le comptage est enregistré.', en: 'The count is saved.' },
  countShort: {
    fr: 'Il manque plus de pièces qu’il n’y en a en vente\u00a0: une vente est passée pendant le comptage, recomptez.',
    en: 'More is missing than is for sale: a sale came in during the count, please count again.',
  },
} satisfies Record<string, Phrase>
