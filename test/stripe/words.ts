export type Language = 'fr' | 'en'

type Phrase = { fr: string; en: string }

export const WORDS = {
  notStripe: {
    fr: 'Ceci n’est pas Stripe : une doublure pour essayer la boutique. Aucun argent ne circule.',
    en: 'This is not Stripe: a stand-in for trying out the shop. No money moves.',
  },
  payTitle: { fr: 'Paiement d’essai', en: 'Test payment' },
  yourOrder: { fr: 'Votre commande', en: 'Your order' },
  item: { fr: 'Article', en: 'Item' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  amount: { fr: 'Montant', en: 'Amount' },
  total: { fr: 'Total', en: 'Total' },
  byCard: { fr: 'Payer par carte', en: 'Pay by card' },
  byDebit: { fr: 'Payer par prélèvement SEPA', en: 'Pay by SEPA debit' },
  email: { fr: 'Adresse e-mail', en: 'Email address' },
  cardNumber: { fr: 'Numéro de carte', en: 'Card number' },
  expiry: { fr: 'Expire (MM/AA)', en: 'Expires (MM/YY)' },
  cvc: { fr: 'Cryptogramme', en: 'Security code' },
  cardName: { fr: 'Nom sur la carte', en: 'Name on the card' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  holder: { fr: 'Titulaire du compte', en: 'Account holder' },
  pay: { fr: 'Payer', en: 'Pay' },
  debit: { fr: 'Autoriser le prélèvement', en: 'Authorise the debit' },
  confirm: { fr: 'Confirmer la commande', en: 'Confirm the order' },
  nothingToPay: { fr: 'Il n’y a rien à payer.', en: 'There is nothing to pay.' },
  leave: { fr: 'Revenir à la boutique', en: 'Back to the shop' },
  numbers: { fr: 'Numéros d’essai', en: 'Test numbers' },
  numbersHint: {
    fr: 'Date à venir et cryptogramme au choix.',
    en: 'Any date to come and any security code.',
  },
  pays: { fr: 'le paiement est accepté', en: 'the payment succeeds' },
  declined: { fr: 'la carte est refusée', en: 'the card is declined' },
  authenticates: { fr: 'la banque demande de s’authentifier', en: 'the bank asks who you are' },
  succeeded: { fr: 'prélèvement accepté après coup', en: 'the debit succeeds later' },
  failed: { fr: 'prélèvement rejeté après coup', en: 'the debit fails later' },
  wrongNumber: { fr: 'Votre numéro de carte est incorrect.', en: 'Your card number is incorrect.' },
  wrongExpiry: {
    fr: 'La date d’expiration est incorrecte ou passée.',
    en: 'The expiry date is incorrect or past.',
  },
  wrongCvc: {
    fr: 'Le cryptogramme compte trois ou quatre chiffres.',
    en: 'The security code has three or four digits.',
  },
  wrongName: { fr: 'Indiquez un nom.', en: 'Enter a name.' },
  wrongEmail: { fr: 'Indiquez une adresse e-mail.', en: 'Enter an email address.' },
  wrongIban: {
    fr: 'Cet IBAN ne fait pas partie des numéros d’essai.',
    en: 'This IBAN is not one of the test numbers.',
  },
  cardDeclined: {
    fr: 'Votre carte a été refusée. Essayez avec une autre carte.',
    en: 'Your card was declined. Try another card.',
  },
  notAuthenticated: {
    fr: 'L’authentification a échoué. Essayez avec une autre carte.',
    en: 'Authentication failed. Try another card.',
  },
  bankTitle: { fr: 'Votre banque vous demande de confirmer', en: 'Your bank asks you to confirm' },
  bankText: {
    fr: 'Une vraie banque enverrait ici un code ou une notification.',
    en: 'A real bank would send a code or a notification here.',
  },
  authenticate: { fr: 'Réussir l’authentification', en: 'Complete authentication' },
  failToAuthenticate: { fr: 'Échouer', en: 'Fail authentication' },
  expiredTitle: { fr: 'Ce paiement a expiré', en: 'This payment has expired' },
  expiredText: {
    fr: 'Rien n’a été payé. Reprenez votre commande depuis la boutique.',
    en: 'Nothing was paid. Start again from the shop.',
  },
  completeTitle: { fr: 'Ce paiement est terminé', en: 'This payment is complete' },
  completeText: {
    fr: 'La boutique a été prévenue : il n’y a plus rien à faire ici.',
    en: 'The shop has been told: there is nothing left to do here.',
  },
  follow: { fr: 'Voir la commande', en: 'See the order' },
  unknownTitle: { fr: 'Ce paiement n’existe pas', en: 'There is no such payment' },
  homeTitle: { fr: 'Doublure de Stripe', en: 'A stand-in for Stripe' },
  homeText: {
    fr: 'Ce serveur parle la partie de l’API de Stripe dont la boutique se sert, pour l’essayer et la tester sans compte.',
    en: 'This server speaks the part of Stripe’s API that the shop uses, to try and test it without an account.',
  },
  latestSessions: { fr: 'Derniers paiements', en: 'Latest payments' },
  latestEvents: { fr: 'Derniers événements', en: 'Latest events' },
  none: { fr: 'Aucun pour l’instant.', en: 'None yet.' },
  session: { fr: 'Paiement', en: 'Payment' },
  state: { fr: 'État', en: 'State' },
  event: { fr: 'Événement', en: 'Event' },
  sending: { fr: 'Envoi', en: 'Delivery' },
} satisfies { [name: string]: Phrase }

export type Word = keyof typeof WORDS

/** The language of a page: the session's own, else the browser's. */
export function languageOf(locale: string | null, accepted: string | undefined): Language {
  const asked = locale === null || locale === 'auto' ? accepted : locale
  return asked?.trim().toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

/** An amount in the smallest unit, as people write it. */
export function money(amount: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** decimals)
}
