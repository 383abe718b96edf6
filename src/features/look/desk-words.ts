import type { Phrase } from '#lib/i18n.ts'
import type { LookName } from './looks.ts'
import type { Colour } from './rules.ts'

export const LOOK_NAMES: Record<LookName, Phrase> = {
  stoneware: { fr: 'Grès', en: 'Stoneware' },
  jewel: { fr: 'Bijou', en: 'Jewel' },
  press: { fr: 'Imprimerie', en: 'Press' },
  undergrowth: { fr: 'Sous-bois', en: 'Undergrowth' },
  night: { fr: 'Nuit', en: 'Night' },
}

export const COLOUR_LABELS: Record<Colour, Phrase> = {
  ground: { fr: 'Fond', en: 'Ground' },
  ink: { fr: 'Texte', en: 'Text' },
  accent: { fr: 'Boutons', en: 'Buttons' },
  deep: { fr: 'Grandes bandes', en: 'Wide bands' },
  foot: { fr: 'Pied', en: 'Foot' },
  soft: { fr: 'Texte discret', en: 'Quiet text' },
  sunk: { fr: 'Fond creusé', en: 'Sunk ground' },
  raised: { fr: 'Champs', en: 'Fields' },
  edge: { fr: 'Bord des champs', en: 'Edge of fields' },
  line: { fr: 'Filets', en: 'Hairlines' },
  plate: { fr: 'Photo qui arrive', en: 'Picture on its way' },
  'foot-deep': { fr: 'Page en cours', en: 'Current page' },
  good: { fr: 'Disponible', en: 'Available' },
  warm: { fr: 'Dernière pièce', en: 'Last piece' },
  bad: { fr: 'Vendu, erreur', en: 'Sold, error' },
}

type Choices = Record<string, { label: Phrase; hint?: Phrase }>

export const CORNERS = {
  crisp: { label: { fr: 'Nets', en: 'Crisp' } },
  sharp: { label: { fr: 'Vifs', en: 'Sharp' } },
  soft: { label: { fr: 'Doux', en: 'Soft' } },
  round: { label: { fr: 'Ronds', en: 'Round' } },
} satisfies Choices

export const BASES = {
  glazed: {
    label: { fr: 'Émaillé', en: 'Glazed' },
    hint: {
      fr: 'Une ligne un peu irrégulière, les boutons ont un pied.',
      en: 'A slightly uneven line, buttons have a foot.',
    },
  },
  plain: {
    label: { fr: 'Droit', en: 'Straight' },
    hint: { fr: 'Une ligne droite, des boutons unis.', en: 'A straight line, plain buttons.' },
  },
} satisfies Choices

export const LETTERS = {
  ysabeau: {
    label: { fr: 'Ysabeau', en: 'Ysabeau' },
    hint: { fr: 'Claire, un peu ancienne.', en: 'Clear, a little old.' },
  },
  fine: {
    label: { fr: 'Ysabeau fine', en: 'Ysabeau light' },
    hint: { fr: 'Légère, espacée.', en: 'Light, spaced.' },
  },
  book: {
    label: { fr: 'Livre', en: 'Book' },
    hint: {
      fr: 'À empattements\u00a0: Palatino, selon l’appareil.',
      en: 'With serifs: Palatino, as the device has it.',
    },
  },
  plain: {
    label: { fr: 'Bâton', en: 'Plain' },
    hint: { fr: 'Celle de l’appareil.', en: 'That of the device.' },
  },
} satisfies Choices

export const words = {
  start: { fr: 'Partir d’une apparence', en: 'Start from a look' },
  startText: {
    fr: 'Rien ne change dans la boutique avant «\u00a0Enregistrer\u00a0».',
    en: 'Nothing changes in the shop before “Save”.',
  },
  colours: { fr: 'Couleurs', en: 'Colours' },
  otherColours: { fr: 'Toutes les couleurs', en: 'Every colour' },
  colourText: {
    fr: 'Ce qui s’écrit sur les boutons et les bandes se choisit tout seul, pour rester lisible.',
    en: 'What is written on buttons and bands chooses itself, so that it can be read.',
  },
  shape: { fr: 'Formes', en: 'Shapes' },
  corners: { fr: 'Angles', en: 'Corners' },
  base: { fr: 'Pied', en: 'Foot' },
  letters: { fr: 'Titres', en: 'Titles' },
  logo: { fr: 'Logo', en: 'Logo' },
  logoText: {
    fr: 'À la place du nom en haut de page. Sans logo, le nom s’écrit.',
    en: 'In the place of the name at the top. Without a logo, the name is written.',
  },
  preview: { fr: 'Aperçu', en: 'Preview' },
  show: { fr: 'Prévisualiser', en: 'Show' },
  mend: { fr: 'Prendre les couleurs proposées', en: 'Take the colours proposed' },
  unsaved: { fr: 'Pas encore enregistré.', en: 'Not saved yet.' },
  light: {
    fr: 'La nuit, une apparence choisie reste telle quelle\u00a0; celle d’origine s’assombrit.',
    en: 'At night, a chosen look stays as it is; the built-in one grows dark.',
  },
  stale: {
    fr: 'L’apparence a changé entre-temps, ailleurs. Vos choix sont encore là\u00a0: enregistrez une fois de plus pour les garder.',
    en: 'The look has changed meanwhile, elsewhere. Your choices are still here: save once more to keep them.',
  },
  sampleMenu: { fr: 'Boutique', en: 'Shop' },
  sampleMenuTwo: { fr: 'Journal', en: 'Journal' },
  sampleTitle: { fr: 'Fait ici, un par un', en: 'Made here, one by one' },
  samplePiece: { fr: 'Pièce nº 7', en: 'Piece nº 7' },
  sampleText: {
    fr: 'Douze pièces finies cette semaine.',
    en: 'Twelve pieces finished this week.',
  },
  sampleButton: { fr: 'Ajouter au panier', en: 'Add to cart' },
  sampleQuiet: { fr: 'Voir la pièce', en: 'See the piece' },
  sampleSoft: { fr: 'TVA comprise, hors livraison', en: 'VAT included, delivery apart' },
  sampleGood: { fr: '9 à l’atelier', en: '9 in the workshop' },
  sampleWarm: { fr: 'Dernière pièce', en: 'Last one' },
  sampleBad: { fr: 'Vendue', en: 'Sold' },
  sampleField: { fr: 'Votre prénom', en: 'Your first name' },
  sampleBand: {
    fr: '«\u00a0Chaque pièce passe par deux mains.\u00a0»',
    en: '“Every piece goes through two hands.”',
  },
} satisfies Record<string, Phrase>
