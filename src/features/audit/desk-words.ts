import type { Phrase } from '#lib/i18n.ts'

/** What the acts of the log are about: how their names begin. */
export const ABOUT: Partial<Record<string, Phrase>> = {
  backup: { fr: 'Sauvegardes', en: 'Backups' },
  bulk: { fr: 'Pièces d’un coup', en: 'Many pieces at once' },
  code: { fr: 'Codes de secours utilisés', en: 'Recovery codes used' },
  codes: { fr: 'Nouveaux codes de secours', en: 'New recovery codes' },
  collection: { fr: 'Collections', en: 'Collections' },
  customer: { fr: 'Clients', en: 'Customers' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  mail: { fr: 'E-mails', en: 'Mails' },
  message: { fr: 'Messages', en: 'Messages' },
  order: { fr: 'Commandes', en: 'Orders' },
  page: { fr: 'Pages', en: 'Pages' },
  passkey: { fr: 'Clés d’accès', en: 'Passkeys' },
  payments: { fr: 'Comparaisons avec Stripe', en: 'Comparisons with Stripe' },
  person: { fr: 'Données personnelles', en: 'Personal data' },
  picture: { fr: 'Photos', en: 'Pictures' },
  post: { fr: 'Journal', en: 'Journal' },
  product: { fr: 'Pièces', en: 'Pieces' },
  promotion: { fr: 'Offres', en: 'Offers' },
  proof: { fr: 'Preuves archivées', en: 'Archived proofs' },
  sale: { fr: 'Réductions', en: 'Sales' },
  session: { fr: 'Connexions', en: 'Sessions' },
  settings: { fr: 'Réglages', en: 'Settings' },
  shop: { fr: 'Ce que la boutique oublie', en: 'What the shop forgets' },
  staff: { fr: 'Équipe', en: 'Staff' },
  stock: { fr: 'Stock', en: 'Stock' },
  tax: { fr: 'TVA', en: 'VAT' },
}

export const words = {
  title: { fr: 'Registre', en: 'Log' },
  text: {
    fr: 'Qui, quoi, quand. Rien ne s’y efface.',
    en: 'Who, what, when. Nothing here is ever erased.',
  },
  about: { fr: 'À propos de', en: 'About' },
  everything: { fr: 'Tout', en: 'Everything' },
  who: { fr: 'Par', en: 'By' },
  everybody: { fr: 'Tout le monde', en: 'Everybody' },
  show: { fr: 'Montrer', en: 'Show' },
  nothing: { fr: 'Rien de tel dans le registre.', en: 'Nothing like that in the log.' },
  wholeLog: { fr: 'Tout le registre', en: 'The whole log' },
  empty: { fr: 'Rien encore\u00a0: cela vient tout seul.', en: 'Nothing yet: it comes by itself.' },
  console: { fr: 'La console', en: 'The console' },
} satisfies Record<string, Phrase>
