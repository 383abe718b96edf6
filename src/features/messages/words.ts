import type { Phrase } from '#lib/i18n.ts'

/** What the contact page's form says. */
export const words = {
  write: { fr: 'Écrire d’ici', en: 'Write from here' },
  name: { fr: 'Votre nom', en: 'Your name' },
  email: { fr: 'Votre adresse e-mail', en: 'Your e-mail address' },
  emailHint: { fr: 'La réponse y arrivera.', en: 'The answer will go there.' },
  orderNumber: { fr: 'Numéro de commande', en: 'Order number' },
  message: { fr: 'Votre message', en: 'Your message' },
  trap: { fr: 'Laissez ce champ vide', en: 'Leave this field empty' },
  send: { fr: 'Envoyer le message', en: 'Send the message' },
  use: {
    fr: 'Ce que vous écrivez sert à vous répondre, et s’efface au bout de trois ans.',
    en: 'What you write is used to answer you, and is erased after three years.',
  },
  formTitle: { fr: 'Votre message', en: 'Your message' },
  formText: {
    fr: 'Il n’est pas encore parti\u00a0: il reste à revoir ce qui suit.',
    en: 'It has not left yet: something below needs another look.',
  },
  doneTitle: { fr: 'Message reçu', en: 'Message received' },
  doneText: {
    fr: 'Merci, {name}. La réponse arrivera à {email}.',
    en: 'Thank you, {name}. The answer will come to {email}.',
  },
  sent: { fr: 'Ce que vous avez écrit', en: 'What you wrote' },
  aboutOrder: { fr: 'Commande {number}', en: 'Order {number}' },
  home: { fr: 'Retour à la boutique', en: 'Back to the shop' },
  tooMany: {
    fr: 'Plusieurs messages sont déjà partis d’ici depuis une heure. Celui-ci n’est pas parti\u00a0; écrivez à {email}, ou revenez un peu plus tard.',
    en: 'Several messages have already been sent from here in the last hour. This one was not; write to {email}, or come back a little later.',
  },
} satisfies Record<string, Phrase>
