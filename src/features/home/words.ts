import type { Phrase } from '#lib/i18n.ts'

export const words = {
  see: { fr: 'Voir', en: 'See' },
  collections: { fr: 'Les étagères', en: 'The shelves' },
} satisfies Record<string, Phrase>
