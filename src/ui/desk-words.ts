import type { Phrase } from '#lib/i18n.ts'

/** The words around every page of the back office. */
export const deskWords = {
  desk: { fr: 'Arrière-boutique', en: 'Back office' },
  menu: { fr: 'Menu de l’arrière-boutique', en: 'Back office menu' },
  orders: { fr: 'Commandes', en: 'Orders' },
  account: { fr: 'Mon accès', en: 'My access' },
  staff: { fr: 'Équipe', en: 'Staff' },
  audit: { fr: 'Registre', en: 'Log' },
  seeShop: { fr: 'Voir la boutique', en: 'See the shop' },
  signOut: { fr: 'Sortir', en: 'Sign out' },
  lostTitle: { fr: 'Il n’y a rien à cette adresse.', en: 'There is nothing at this address.' },
  lostText: {
    fr: 'La page a changé de nom, ou elle demande un autre rôle que le vôtre.',
    en: 'The page has another name now, or it needs another role than yours.',
  },
} satisfies Record<string, Phrase>
