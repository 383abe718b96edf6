import type { Phrase } from '#lib/i18n.ts'
import type { MenuName } from './rules.ts'

export const NAMES: Record<MenuName, { name: Phrase; text: Phrase }> = {
  main: {
    name: { fr: 'En haut de page', en: 'At the top' },
    text: {
      fr: 'Cinq à six entrées tiennent sur une ligne.',
      en: 'Five or six entries fit on one line.',
    },
  },
  'footer-1': {
    name: { fr: 'Pied de page, première colonne', en: 'Foot of the page, first column' },
    text: {
      fr: 'Ce qui aide\u00a0: livraison, retours, contact.',
      en: 'What helps: delivery, returns, contact.',
    },
  },
  'footer-2': {
    name: { fr: 'Pied de page, deuxième colonne', en: 'Foot of the page, second column' },
    text: {
      fr: 'Qui vous êtes\u00a0: l’atelier, le journal.',
      en: 'Who you are: the workshop, the journal.',
    },
  },
  'footer-3': {
    name: { fr: 'Pied de page, troisième colonne', en: 'Foot of the page, third column' },
    text: { fr: 'Si vous en avez besoin.', en: 'If you need it.' },
  },
  legal: {
    name: { fr: 'Ligne légale', en: 'Line of the law' },
    text: {
      fr: 'Sur chaque page\u00a0: conditions de vente, mentions légales, données personnelles, rétractation.',
      en: 'On every page: terms of sale, legal notice, personal data, withdrawal.',
    },
  },
}

export const words = {
  empty: { fr: 'Rien encore', en: 'Nothing yet' },
  change: { fr: 'Changer', en: 'Change' },
  entry: { fr: 'Entrée {at}', en: 'Entry {at}' },
  add: { fr: 'Ajouter une entrée', en: 'Add an entry' },
  up: { fr: 'Monter', en: 'Move up' },
  down: { fr: 'Descendre', en: 'Move down' },
  remove: { fr: 'Enlever', en: 'Take away' },
  none: {
    fr: 'Ce menu est vide. Ajoutez une entrée\u00a0: ses mots, et où elle mène.',
    en: 'This menu is empty. Add an entry: its words, and where it leads.',
  },
  unsaved: { fr: 'Pas encore enregistré.', en: 'Not saved yet.' },
  stale: {
    fr: 'Ce menu a changé entre-temps, ailleurs. Ce que vous avez tapé est encore là\u00a0: enregistrez une fois de plus pour le garder.',
    en: 'This menu has changed meanwhile, elsewhere. What you typed is still here: save once more to keep it.',
  },
} satisfies Record<string, Phrase>
