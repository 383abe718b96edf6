import type { Phrase } from '#lib/i18n.ts'

export const words = {
  title: { fr: 'Chercher', en: 'Search' },
  ask: { fr: 'Que cherchez-vous\u00a0?', en: 'What are you looking for?' },
  label: { fr: 'Chercher dans la boutique', en: 'Search the shop' },
  submit: { fr: 'Chercher', en: 'Search' },
  results: { fr: 'Résultats pour «\u00a0{term}\u00a0»', en: 'Results for “{term}”' },
  piece: { fr: '{count} pièce', en: '{count} piece' },
  pieces: { fr: '{count} pièces', en: '{count} pieces' },
  closest: {
    fr: 'Les {count} pièces les plus proches',
    en: 'The {count} closest pieces',
  },
  post: { fr: '{count} page du journal', en: '{count} journal page' },
  posts: { fr: '{count} pages du journal', en: '{count} journal pages' },
  quoted: { fr: '«\u00a0{text}\u00a0»', en: '“{text}”' },
  inJournal: { fr: 'Dans le journal', en: 'In the journal' },
  noThing: {
    fr: 'Pas {thing} à l’atelier, pour l’instant.',
    en: 'No {thing} in the workshop, for now.',
  },
  nothing: {
    fr: 'Rien pour «\u00a0{term}\u00a0», pour l’instant.',
    en: 'Nothing for “{term}”, for now.',
  },
  nearest: { fr: 'Le plus proche\u00a0:', en: 'The closest:' },
  tellUs: {
    fr: 'Dites-nous ce que vous cherchez, nous vous répondrons.',
    en: 'Tell us what you are looking for, and we will answer.',
  },
  write: { fr: 'Écrire à l’atelier', en: 'Write to the workshop' },
  subject: { fr: 'Je cherche\u00a0: {term}', en: 'I am looking for: {term}' },
  near: { fr: 'Ce qui s’en approche', en: 'What comes close' },
  newest: { fr: 'Les dernières pièces', en: 'The latest pieces' },
  collections: { fr: 'Par collection', en: 'By collection' },
  seeAll: { fr: 'Voir tous les résultats', en: 'See all results' },
  noSuggestion: { fr: 'Rien pour «\u00a0{term}\u00a0».', en: 'Nothing for “{term}”.' },
} satisfies Record<string, Phrase>
