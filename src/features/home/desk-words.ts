import type { Block } from '#features/settings/rules.ts'
import type { Phrase } from '#lib/i18n.ts'

/** Each type of block: its name, and what it is for. */
export const TYPES: Record<Block['type'], { name: Phrase; text: Phrase }> = {
  hero: {
    name: { fr: 'Grande photo', en: 'Large picture' },
    text: {
      fr: 'Une photo, une phrase et un bouton\u00a0: ce qu’on voit en entrant.',
      en: 'A picture, a sentence and a button: what one sees on the way in.',
    },
  },
  banner: {
    name: { fr: 'Annonce du moment', en: 'Something of the moment' },
    text: {
      fr: 'Un marché, une journée ouverte, une fermeture\u00a0: du jour dit au jour dit. S’il y en a plusieurs, chacune a ses jours.',
      en: 'A market, an open day, a closure: from one day to another. Several of them take turns by the day.',
    },
  },
  statement: {
    name: { fr: 'Ce que vous faites', en: 'What you do' },
    text: {
      fr: 'Une phrase en grand, une explication à côté.',
      en: 'One large sentence, and what it means.',
    },
  },
  products: {
    name: { fr: 'Pièces choisies', en: 'Chosen pieces' },
    text: {
      fr: 'Quatre à huit pièces de votre choix, ou les dernières d’une collection.',
      en: 'Four to eight pieces of your choice, or the newest of a collection.',
    },
  },
  newest: {
    name: { fr: 'Nouveautés', en: 'New pieces' },
    text: {
      fr: 'Les cinq dernières pièces, la première en grand.',
      en: 'The latest five, the first one large.',
    },
  },
  collections: {
    name: { fr: 'Collections', en: 'Collections' },
    text: {
      fr: 'Toutes les collections, comme un sommaire.',
      en: 'Every collection, as an index.',
    },
  },
  swatches: {
    name: { fr: 'Nuancier', en: 'Swatches' },
    text: {
      fr: 'Les couleurs d’une option, chacune mène aux pièces qui l’ont.',
      en: 'The colours of an option, each leading to the pieces that have it.',
    },
  },
  feature: {
    name: { fr: 'Une pièce à l’honneur', en: 'One piece up front' },
    text: {
      fr: 'Une pièce ou un stage sur la grande bande, avec ce qu’il en reste.',
      en: 'A piece or a workshop on the wide band, with what is left of it.',
    },
  },
  journal: {
    name: { fr: 'Journal', en: 'Journal' },
    text: { fr: 'Les trois derniers articles.', en: 'The latest three posts.' },
  },
  promises: {
    name: { fr: 'Promesses', en: 'Promises' },
    text: {
      fr: 'Deux à quatre choses sur lesquelles on peut compter.',
      en: 'Two to four things to count on.',
    },
  },
}

/** What the fields of a block are called. */
export const LABELS: Partial<Record<string, Phrase>> = {
  title: { fr: 'Titre', en: 'Title' },
  text: { fr: 'Texte', en: 'Text' },
  image: { fr: 'Photo', en: 'Picture' },
  alt: { fr: 'Ce que montre la photo', en: 'What the picture shows' },
  button: { fr: 'Le bouton', en: 'The button' },
  link: { fr: 'Un lien, si vous voulez', en: 'A link, if you like' },
  from: { fr: 'Du', en: 'From' },
  until: { fr: 'Au, compris', en: 'Until, included' },
  option: { fr: 'Option', en: 'Option' },
  collection: { fr: 'Ou les dernières d’une collection', en: 'Or the newest of a collection' },
  lead: { fr: 'La pièce qui ouvre', en: 'The piece that opens' },
  product: { fr: 'La pièce', en: 'The piece' },
  pieces: { fr: 'Les pièces, dans l’ordre', en: 'The pieces, in order' },
  note: { fr: 'En petit, dessous', en: 'In small, below' },
}

export const HINTS: Partial<Record<string, Phrase>> = {
  alt: {
    fr: 'Pour qui ne la voit pas\u00a0: une phrase.',
    en: 'For those who do not see it: one sentence.',
  },
  pieces: {
    fr: 'Tapez un nom, ou une référence. Quatre ou huit font une rangée pleine.',
    en: 'Type a name, or a reference. Four or eight make a full row.',
  },
  lead: {
    fr: 'Vide\u00a0: la plus récente.',
    en: 'Empty: the newest.',
  },
  from: { fr: 'Vide\u00a0: dès maintenant.', en: 'Empty: from now on.' },
  until: {
    fr: 'Vide\u00a0: jusqu’à ce que vous l’enleviez.',
    en: 'Empty: until you take it away.',
  },
}

export const words = {
  see: { fr: 'Voir l’accueil', en: 'See the home page' },
  intro: {
    fr: 'Ce que montre l’accueil, de haut en bas.',
    en: 'What the home page shows, from top to bottom.',
  },
  none: {
    fr: 'L’accueil ne montre que le nom de la boutique. Commencez par une grande photo.',
    en: 'The home page shows only the shop’s name. Begin with a large picture.',
  },
  add: { fr: 'Ajouter un bloc', en: 'Add a block' },
  full: {
    fr: 'L’accueil est plein\u00a0: enlevez un bloc avant d’en ajouter un autre.',
    en: 'The home page is full: take a block away before adding another.',
  },
  up: { fr: 'Monter', en: 'Move up' },
  down: { fr: 'Descendre', en: 'Move down' },
  remove: { fr: 'Enlever ce bloc', en: 'Take this block away' },
  removeText: {
    fr: 'Ses textes sont perdus\u00a0; les photos et les pièces restent dans la boutique.',
    en: 'Its texts are lost; pictures and pieces stay in the shop.',
  },
  removeNow: { fr: 'Enlever', en: 'Take it away' },
  notToday: { fr: 'Pas aujourd’hui', en: 'Not today' },
  saved: { fr: 'Enregistré. L’accueil a changé.', en: 'Saved. The home page has changed.' },
  stale: {
    fr: 'L’accueil a changé entre-temps, ailleurs. Rien n’a été perdu ici\u00a0: regardez, et recommencez.',
    en: 'The home page has changed meanwhile, elsewhere. Nothing is lost here: look, and try again.',
  },
  staleForm: {
    fr: 'L’accueil a changé entre-temps, ailleurs. Ce que vous avez tapé est encore là\u00a0: enregistrez une fois de plus pour le garder.',
    en: 'The home page has changed meanwhile, elsewhere. What you typed is still here: save once more to keep it.',
  },
  item: { fr: 'Promesse {at}', en: 'Promise {at}' },
  noCollection: { fr: 'Aucune', en: 'None' },
  noOption: {
    fr: 'Aucune option n’a de couleurs pour l’instant\u00a0: le bloc restera vide.',
    en: 'No option has colours yet: the block will stay empty.',
  },
} satisfies Record<string, Phrase>
