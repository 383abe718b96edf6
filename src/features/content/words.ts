import type { Phrase } from '#lib/i18n.ts'

export const words = {
  journal: { fr: 'Journal', en: 'Journal' },
  noPosts: {
    fr: 'Rien d’écrit pour l’instant. Les pièces, elles, sont là.',
    en: 'Nothing written yet. The pieces, though, are here.',
  },
  everything: { fr: 'Toute la boutique', en: 'The whole shop' },
  newer: { fr: 'Plus récents', en: 'Newer posts' },
  older: { fr: 'Plus anciens', en: 'Older posts' },
  olderJournal: { fr: 'Journal, articles plus anciens', en: 'Journal, older posts' },
  pages: { fr: 'Pages du journal', en: 'Journal pages' },
  feed: { fr: 'Suivre le journal par flux Atom', en: 'Follow the journal by Atom feed' },
  mentioned: { fr: 'Les pièces dont on parle', en: 'The pieces we speak of' },
  neighbours: { fr: 'Dans le journal', en: 'In the journal' },
  before: { fr: 'Article précédent', en: 'Previous post' },
  after: { fr: 'Article suivant', en: 'Next post' },
  changed: { fr: 'Dernière modification\u00a0:', en: 'Last changed:' },
} satisfies Record<string, Phrase>
