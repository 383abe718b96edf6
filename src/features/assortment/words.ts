import type { Phrase } from '#lib/i18n.ts'
import type { Because, BulkAct, ProductState, Sort } from './rules.ts'

export const STATE_NAMES: Record<ProductState, Phrase> = {
  published: { fr: 'En ligne', en: 'On sale' },
  draft: { fr: 'Brouillon', en: 'Draft' },
  scheduled: { fr: 'Programmée', en: 'Scheduled' },
  archived: { fr: 'Archivée', en: 'Archived' },
}

export const LISTS: Record<ProductState, Phrase> = {
  published: STATE_NAMES.published,
  draft: { fr: 'Brouillons', en: 'Drafts' },
  scheduled: { fr: 'Programmées', en: 'Scheduled' },
  archived: { fr: 'Archivées', en: 'Archived' },
}

export const SORT_NAMES: Record<Sort, Phrase> = {
  edited: { fr: 'Dernière modification', en: 'Last edited' },
  title: { fr: 'Nom', en: 'Name' },
  'price-up': { fr: 'Prix croissant', en: 'Price, low to high' },
  'price-down': { fr: 'Prix décroissant', en: 'Price, high to low' },
}

/** What a list says that holds nothing. */
export const EMPTY: Record<ProductState | 'all' | 'collection', Phrase> = {
  all: {
    fr: 'Aucune pièce encore. Ajoutez votre première pièce\u00a0: une photo, un nom, un prix, et elle est prête à être publiée.',
    en: 'No piece yet. Add your first piece: a picture, a name, a price, and it is ready to be published.',
  },
  published: {
    fr: 'Rien n’est en ligne. Ouvrez un brouillon et publiez-le\u00a0: la boutique le montre aussitôt.',
    en: 'Nothing is on sale. Open a draft and publish it: the shop shows it at once.',
  },
  draft: {
    fr: 'Aucun brouillon. Une pièce reste ici, cachée, tant que vous ne la publiez pas.',
    en: 'No draft. A piece stays here, out of sight, until you publish it.',
  },
  scheduled: {
    fr: 'Rien de programmé. Dans une pièce, choisissez un jour et une heure\u00a0: elle paraît toute seule.',
    en: 'Nothing is scheduled. In a piece, choose a day and an hour: it comes out by itself.',
  },
  archived: {
    fr: 'Rien d’archivé. Une pièce que vous ne ferez plus vient ici\u00a0: les commandes s’en souviennent.',
    en: 'Nothing is archived. A piece that you no longer make comes here: orders remember it.',
  },
  collection: {
    fr: 'Aucune pièce en ligne dans cette collection.',
    en: 'No piece on sale in this collection.',
  },
}

/** Why a piece stays as it is. */
export const BECAUSE: Record<Because, Phrase> = {
  same: { fr: 'ne change pas', en: 'does not change' },
  gift_card: {
    fr: 'une carte cadeau coûte ce qu’elle vaut',
    en: 'a gift card costs what it is worth',
  },
  too_low: { fr: 'le prix tomberait à zéro', en: 'the price would fall to zero' },
  no_variant: {
    fr: 'aucune déclinaison à vendre\u00a0: ouvrez-la d’abord',
    en: 'no variant to sell: open it first',
  },
  uncounted: { fr: 'son stock n’est pas compté', en: 'its stock is not counted' },
}

/** What was done to many pieces, for the line that offers to take it back. */
export const BULK_DONE: Record<BulkAct['do'], { one: Phrase; many: Phrase }> = {
  price: {
    one: { fr: 'Prix de {count} pièce changé', en: 'Price of {count} piece changed' },
    many: { fr: 'Prix de {count} pièces changés', en: 'Prices of {count} pieces changed' },
  },
  state: {
    one: { fr: 'État de {count} pièce changé', en: 'State of {count} piece changed' },
    many: { fr: 'État de {count} pièces changé', en: 'State of {count} pieces changed' },
  },
  join: {
    one: { fr: '{count} pièce rangée', en: '{count} piece put into a collection' },
    many: { fr: '{count} pièces rangées', en: '{count} pieces put into a collection' },
  },
  leave: {
    one: { fr: '{count} pièce retirée', en: '{count} piece taken out of a collection' },
    many: { fr: '{count} pièces retirées', en: '{count} pieces taken out of a collection' },
  },
  stock: {
    one: { fr: 'Stock de {count} pièce complété', en: 'Stock of {count} piece added to' },
    many: { fr: 'Stock de {count} pièces complété', en: 'Stock of {count} pieces added to' },
  },
}

export const words = {
  pieces: { fr: 'Pièces', en: 'Pieces' },
  collections: { fr: 'Collections', en: 'Collections' },
  sales: { fr: 'Réductions', en: 'Sales' },
  parts: { fr: 'Ce que vous vendez', en: 'What you sell' },
  onePiece: { fr: '{count} pièce', en: '{count} piece' },
  manyPieces: { fr: '{count} pièces', en: '{count} pieces' },

  newPiece: { fr: 'Nouvelle pièce', en: 'New piece' },
  states: { fr: 'Par état', en: 'By state' },
  all: { fr: 'Toutes', en: 'All' },
  search: { fr: 'Nom, matière, mot', en: 'Name, material, word' },
  inCollection: { fr: 'Collection', en: 'Collection' },
  anyCollection: { fr: 'Toutes les collections', en: 'Every collection' },
  show: { fr: 'Montrer', en: 'Show' },
  collectionNote: {
    fr: '{title}\u00a0: seules les pièces en ligne sont dans une collection.',
    en: '{title}: only pieces on sale are in a collection.',
  },
  foundFor: { fr: 'Pour «\u00a0{q}\u00a0»', en: 'For “{q}”' },
  notFound: {
    fr: 'Rien pour «\u00a0{q}\u00a0». Essayez un mot du nom, de la matière ou de la description.',
    en: 'Nothing for “{q}”. Try a word of the name, the material or the description.',
  },
  newestFirst: { fr: 'Dernières parues', en: 'Latest out' },
  everyPiece: { fr: 'Toutes les pièces', en: 'All pieces' },
  outOn: { fr: 'paraît {day}', en: 'out {day}' },
  uncounted: { fr: 'sans compter', en: 'not counted' },
  unitsOne: { fr: '{count} en stock', en: '{count} in stock' },
  unitsMany: { fr: '{count} en stock', en: '{count} in stock' },
  noUnits: { fr: 'épuisée', en: 'none left' },
  unpriced: { fr: 'prix à donner', en: 'to be priced' },
  toOrder: { fr: 'sur commande', en: 'to order' },
  tick: { fr: 'Cocher {title}', en: 'Tick {title}' },
  tickAll: { fr: 'Tout cocher', en: 'Tick all' },
  more: { fr: 'Autres gestes', en: 'More acts' },
  moreFor: { fr: 'pour {title}', en: 'for {title}' },
  duplicate: { fr: 'Dupliquer', en: 'Duplicate' },
  seeInShop: { fr: 'Voir dans la boutique', en: 'See in the shop' },
  change: { fr: 'Modifier', en: 'Change' },
  theTicked: { fr: 'les pièces cochées', en: 'the ticked pieces' },
  saleTicked: { fr: 'Faire une réduction', en: 'Put on sale' },
  copyOf: { fr: '{title} (copie)', en: '{title} (copy)' },
  copyFailed: {
    fr: 'Cette pièce n’a pas pu être dupliquée\u00a0: elle a changé, ou elle a déjà cinquante copies.',
    en: 'This piece could not be duplicated: it has changed, or has fifty copies already.',
  },
  unticked: {
    fr: 'Cochez d’abord les pièces à modifier, cent au plus.',
    en: 'First tick the pieces to change, a hundred at most.',
  },

  undo: { fr: 'Annuler la dernière modification', en: 'Undo the last change' },
  undoText: {
    fr: 'Chaque pièce redevient ce qu’elle était. Celles que vous avez changées depuis restent comme elles sont.',
    en: 'Each piece becomes what it was. Those that you have changed since stay as they are.',
  },
  undoAct: { fr: 'Annuler', en: 'Undo' },
  undone: { fr: 'C’est annulé.', en: 'That is undone.' },
  undoneNot: {
    fr: 'Rien n’a été annulé\u00a0: cette modification l’était déjà, ou une pièce change en ce moment.',
    en: 'Nothing was undone: that change was already, or a piece is changing right now.',
  },
  keptAsIs: {
    fr: 'Changées depuis, elles restent comme elles sont\u00a0: {titles}.',
    en: 'Changed since, these stay as they are: {titles}.',
  },
  bulkDone: { fr: 'C’est fait.', en: 'Done.' },
} satisfies Record<string, Phrase>
