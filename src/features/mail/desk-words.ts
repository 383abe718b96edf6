import type { Phrase } from '#lib/i18n.ts'
import type { MailState } from './list-mails.ts'
import type { Template } from './rules.ts'

/** What each kind of mail is. */
export const TEMPLATE_WORDS: Record<Template, Phrase> = {
  received: { fr: 'Commande reçue, paiement en cours', en: 'Order received, payment under way' },
  payment_failed: { fr: 'Paiement échoué', en: 'Payment failed' },
  confirmation: { fr: 'Confirmation de commande', en: 'Order confirmation' },
  shipped: { fr: 'Colis parti', en: 'Parcel sent' },
  ready: { fr: 'Prête au retrait', en: 'Ready to collect' },
  refunded: { fr: 'Remboursement', en: 'Refund' },
  cancelled: { fr: 'Annulation', en: 'Cancellation' },
  pay_link: { fr: 'Lien de paiement', en: 'Payment link' },
  alert: { fr: 'Commande à regarder', en: 'Order to look at' },
  answer: { fr: 'Réponse', en: 'Answer' },
  message: { fr: 'Message reçu', en: 'Message received' },
  low_stock: { fr: 'Stock bas', en: 'Running low' },
  closing: { fr: 'Clôture du mois', en: 'Closing of the month' },
  code_used: { fr: 'Code de secours utilisé', en: 'Recovery code used' },
  differences: { fr: 'Différence avec Stripe', en: 'Difference with Stripe' },
  test: { fr: 'Essai', en: 'Test' },
}

export const STATE_WORDS: Record<MailState, Phrase> = {
  waiting: { fr: 'En attente', en: 'Waiting' },
  failed: { fr: 'Échoués', en: 'Failed' },
  sent: { fr: 'Partis', en: 'Sent' },
}

/** Where one mail is. */
export const STATE_LINE: Record<MailState, Phrase> = {
  sent: { fr: 'parti', en: 'sent' },
  waiting: { fr: 'en attente', en: 'waiting' },
  failed: { fr: 'échoué', en: 'failed' },
}

export const words = {
  title: { fr: 'E-mails', en: 'Mails' },

  lists: { fr: 'Listes d’e-mails', en: 'Lists of mails' },
  all: { fr: 'Tous', en: 'All' },
  none: { fr: 'Aucun e-mail ici.', en: 'No mail here.' },
  search: { fr: 'Nom, adresse, commande', en: 'Name, address, order' },
  notFound: {
    fr: 'Aucun e-mail pour «\u00a0{q}\u00a0». Essayez un nom, une adresse ou un numéro de commande.',
    en: 'No mail for “{q}”. Try a name, an address or an order number.',
  },
  everyMail: { fr: 'Tous les e-mails', en: 'Every mail' },
  noneYet: {
    fr: 'Aucun e-mail encore. Le premier partira avec la première commande\u00a0; un essai montre que tout est prêt.',
    en: 'No mail yet. The first one leaves with the first order; a test shows that all is ready.',
  },
  transport: { fr: 'Envoi', en: 'Sending' },
  texts: { fr: 'Textes', en: 'Texts' },
  toWorkshop: { fr: 'l’atelier', en: 'the workshop' },
  sentAt: { fr: 'parti {when}', en: 'sent {when}' },
  waitsUntil: { fr: 'repart {when}', en: 'tries again {when}' },
  failedFor: { fr: 'échoué après {count} essais', en: 'failed after {count} tries' },
  attempts: { fr: '{count} essais', en: '{count} tries' },
  about: { fr: 'Commande', en: 'Order' },
  order: { fr: 'Commande {number}', en: 'Order {number}' },
  orderNoNumber: { fr: 'Commande sans numéro', en: 'Order without a number' },
  to: { fr: 'Pour', en: 'To' },
  subject: { fr: 'Objet', en: 'Subject' },
  written: { fr: 'Écrit', en: 'Written' },
  state: { fr: 'État', en: 'State' },
  why: { fr: 'Ce que le serveur a dit', en: 'What the server said' },
  body: { fr: 'Le texte', en: 'The text' },
  preview: { fr: 'Voir comme le destinataire', en: 'See it as they do' },
  sendAgain: { fr: 'Renvoyer', en: 'Send again' },
  sendNow: { fr: 'Envoyer maintenant', en: 'Send now' },
  gone: {
    fr: 'Ce dont il parlait n’existe plus\u00a0: il ne peut plus être montré ni renvoyé.',
    en: 'What it told of is no more: it can neither be shown nor sent again.',
  },
  how: { fr: 'Comment les e-mails partent', en: 'How mails leave' },
  keep: { fr: 'Ils attendent', en: 'They wait' },
  noneHint: {
    fr: 'Rien ne part\u00a0; tout est gardé jusqu’à ce que vous choisissiez.',
    en: 'Nothing leaves; everything is kept until you choose.',
  },
  smtp: { fr: 'Par un serveur SMTP', en: 'By an SMTP server' },
  smtpHint: {
    fr: 'Celui de votre hébergeur ou de votre boîte.',
    en: 'That of your host or mailbox.',
  },
  binding: { fr: 'Par Cloudflare', en: 'By Cloudflare' },
  bindingHint: { fr: 'Le domaine doit y être vérifié.', en: 'The domain must be verified there.' },
  from: { fr: 'Adresse d’expédition', en: 'Sender address' },
  host: { fr: 'Serveur', en: 'Server' },
  port: { fr: 'Port', en: 'Port' },
  portHint: {
    fr: '465 pour TLS direct, 587 pour STARTTLS.',
    en: '465 for direct TLS, 587 for STARTTLS.',
  },
  secure: { fr: 'TLS direct', en: 'Direct TLS' },
  username: { fr: 'Nom d’utilisateur', en: 'User name' },
  password: {
    fr: 'Le mot de passe ne s’écrit pas ici\u00a0: c’est un secret, posé une fois avec «\u00a0wrangler secret put SMTP_PASSWORD\u00a0».',
    en: 'The password is not written here: it is a secret, set once with “wrangler secret put SMTP_PASSWORD”.',
  },
  hasPassword: { fr: 'Un mot de passe est posé.', en: 'A password is set.' },
  noPassword: { fr: 'Aucun mot de passe n’est posé.', en: 'No password is set.' },
  test: { fr: 'Essayer', en: 'Try it' },
  testText: {
    fr: 'Enregistrez d’abord\u00a0; l’essai part avec les réglages enregistrés.',
    en: 'Save first; the test leaves with the saved settings.',
  },
  testTo: { fr: 'Envoyer un essai à', en: 'Send a test to' },
  testAct: { fr: 'Envoyer l’essai', en: 'Send the test' },
  textsText: {
    fr: 'Une phrase ou deux de vous, sous le titre de chaque e-mail. {name}, {number} et {shop} sont remplis à l’envoi. Ce que la loi demande reste écrit de toute façon.',
    en: 'A sentence or two of your own, below each mail’s title. {name}, {number} and {shop} are filled in when it leaves. What the law asks for is written in any case.',
  },
} satisfies Record<string, Phrase>
