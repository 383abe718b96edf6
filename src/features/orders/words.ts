import type { Phrase } from '#lib/i18n.ts'

export const words = {
  number: { fr: 'Commande {number}', en: 'Order {number}' },
  unnumbered: { fr: 'Votre commande', en: 'Your order' },

  titlePending: {
    fr: 'Cette commande attend son paiement.',
    en: 'This order is waiting for its payment.',
  },
  textPending: {
    fr: 'Vous venez de payer\u00a0? La réponse de la banque arrive d’ordinaire en une minute\u00a0: actualisez la page. Les pièces sont gardées pour vous entre-temps.',
    en: 'Have you just paid? The bank usually answers within a minute: refresh the page. The pieces are kept for you meanwhile.',
  },
  resume: { fr: 'Continuer vers le paiement', en: 'Continue to payment' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },

  titleAwaiting: {
    fr: 'Merci, {name}. Votre paiement est en route.',
    en: 'Thank you, {name}. Your payment is on its way.',
  },
  textAwaiting: {
    fr: 'Un virement ou un prélèvement met quelques jours à arriver. Les pièces sont gardées pour vous, et un e-mail partira à {email} dès qu’il est là.',
    en: 'A bank transfer or debit takes a few days to arrive. The pieces are kept for you, and an e-mail will go to {email} as soon as it is here.',
  },

  titleParcel: {
    fr: 'Merci, {name}. Nous préparons votre colis.',
    en: 'Thank you, {name}. We are packing your parcel.',
  },
  titlePickup: {
    fr: 'Merci, {name}. Nous préparons vos pièces.',
    en: 'Thank you, {name}. We are getting your pieces ready.',
  },
  titleDigital: {
    fr: 'Merci, {name}. Votre fichier est ici.',
    en: 'Thank you, {name}. Your file is here.',
  },
  titleService: {
    fr: 'Merci, {name}. Votre place est réservée.',
    en: 'Thank you, {name}. Your place is booked.',
  },
  titleGiftCard: {
    fr: 'Merci, {name}. Votre carte cadeau est prête.',
    en: 'Thank you, {name}. Your gift card is ready.',
  },
  titleMixed: {
    fr: 'Merci, {name}. Tout est prêt.',
    en: 'Thank you, {name}. Everything is ready.',
  },
  textPaid: {
    fr: 'Un e-mail part à {email}. Gardez-le\u00a0: le lien vous ramène ici, sans compte.',
    en: 'An e-mail is on its way to {email}. Keep it: the link brings you back here, without an account.',
  },

  titleInMaking: {
    fr: '{name}, vos pièces sont en cours de fabrication.',
    en: '{name}, your pieces are being made.',
  },
  textInMaking: {
    fr: 'Elles prennent forme à l’atelier. La suite s’écrit ici dès qu’elles sont emballées.',
    en: 'They are taking shape at the workshop. What comes next is told here once they are packed.',
  },
  titlePackedParcel: {
    fr: '{name}, votre colis est prêt à partir.',
    en: '{name}, your parcel is ready to leave.',
  },
  textPackedParcel: {
    fr: 'Tout est emballé. Il part avec le prochain passage du transporteur.',
    en: 'Everything is packed. It leaves when the carrier next comes by.',
  },
  titlePackedPickup: {
    fr: '{name}, vos pièces sont emballées.',
    en: '{name}, your pieces are packed.',
  },
  textPackedPickup: {
    fr: 'Un message vous dira quand passer les prendre.',
    en: 'A message will tell you when to come for them.',
  },
  titleReady: {
    fr: '{name}, vos pièces vous attendent à l’atelier.',
    en: '{name}, your pieces are waiting at the workshop.',
  },
  textReady: {
    fr: 'Passez quand vous voulez aux heures d’ouverture, avec le numéro de la commande.',
    en: 'Come by during opening hours, with the number of the order.',
  },
  titleShipped: { fr: '{name}, votre colis est parti.', en: '{name}, your parcel has left.' },
  textShipped: {
    fr: 'Le transporteur l’a. Son chemin se suit ici, sans compte.',
    en: 'The carrier has it. Follow it from here, without an account.',
  },
  titleDelivered: { fr: '{name}, tout est chez vous.', en: '{name}, everything is with you.' },
  textDelivered: {
    fr: 'Gardez cette page\u00a0: elle dit tout de la commande.',
    en: 'Keep this page: it tells everything about the order.',
  },
  parcels: { fr: 'Vos colis', en: 'Your parcels' },
  parcel: { fr: 'Votre colis', en: 'Your parcel' },
  leftOn: { fr: 'parti le {day}', en: 'left on {day}' },
  track: { fr: 'Suivre le colis', en: 'Follow the parcel' },
  trackNumber: { fr: 'numéro {number}', en: 'number {number}' },

  titleCancelled: { fr: 'Cette commande n’a pas été payée.', en: 'This order was not paid.' },
  textCancelled: {
    fr: 'Elle est annulée, et les pièces sont de retour sur l’étagère. Si elles vous plaisent toujours, le panier est par ici.',
    en: 'It is cancelled, and the pieces are back on the shelf. If you still like them, the cart is this way.',
  },
  titleGivenUp: { fr: 'Cette commande est annulée.', en: 'This order is cancelled.' },
  textGivenUp: {
    fr: 'Ce que vous aviez payé vous revient par le même moyen, d’ordinaire en cinq à dix jours. Une question\u00a0? Écrivez-nous à {shop}.',
    en: 'What you had paid goes back the way it came, usually within five to ten days. A question? Write to us at {shop}.',
  },
  titleToPay: {
    fr: '{name}, votre commande attend son paiement.',
    en: '{name}, your order is waiting for its payment.',
  },
  textToPay: {
    fr: 'Les pièces sont gardées pour vous jusqu’au {until}.',
    en: 'The pieces are kept for you until {until}.',
  },
  pay: { fr: 'Voir et payer', en: 'See and pay' },
  titleRepaid: { fr: 'Cette commande est remboursée.', en: 'This order is refunded.' },
  refunding: { fr: 'Remboursement en route', en: 'Refund on its way' },
  refunded: { fr: 'Remboursé', en: 'Refunded' },
  payTitle: { fr: 'Votre commande', en: 'Your order' },
  payText: {
    fr: '{shop} l’a préparée pour vous. Les pièces sont gardées jusqu’au {until}.',
    en: '{shop} has prepared it for you. The pieces are kept until {until}.',
  },
  payDown: {
    fr: 'Le service de paiement ne répond pas. Rien n’a été débité\u00a0: réessayez dans quelques minutes.',
    en: 'The payment service does not answer. Nothing was charged: try again in a few minutes.',
  },
  toCart: { fr: 'Revenir au panier', en: 'Back to the cart' },

  titleHeld: {
    fr: 'Votre paiement est arrivé, nous le vérifions.',
    en: 'Your payment has arrived, we are checking it.',
  },
  textHeld: {
    fr: 'Un point ne s’accorde pas avec la commande. Nous regardons, et nous vous écrivons à {email}. Vous n’avez rien à faire.',
    en: 'Something does not match the order. We are looking into it and will write to {email}. There is nothing you need to do.',
  },

  steps: { fr: 'Où en est la commande', en: 'Where the order is' },
  done: { fr: 'fait', en: 'done' },
  placed: { fr: 'Commandée', en: 'Ordered' },
  paying: { fr: 'Paiement', en: 'Payment' },
  payingUntil: {
    fr: 'la page de paiement reste ouverte jusqu’au {moment}',
    en: 'the payment page stays open until {moment}',
  },
  awaiting: { fr: 'Paiement attendu', en: 'Payment expected' },
  awaitingText: { fr: 'quelques jours ouvrés', en: 'a few working days' },
  paid: { fr: 'Payée', en: 'Paid' },
  checking: { fr: 'Vérification du paiement', en: 'Checking the payment' },
  making: { fr: 'En fabrication', en: 'Being made' },
  packing: { fr: 'En préparation', en: 'Being packed' },
  packed: { fr: 'Emballée', en: 'Packed' },
  sent: { fr: 'Remise au transporteur', en: 'With the carrier' },
  atYours: { fr: 'Chez vous', en: 'With you' },
  collect: { fr: 'Prête à l’atelier', en: 'Ready at the workshop' },
  between: { fr: 'entre {from} et {to}', en: 'between {from} and {to}' },
  ready: { fr: 'À vous', en: 'Yours' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },

  files: { fr: 'Vos fichiers', en: 'Your files' },
  download: { fr: 'Télécharger {file}', en: 'Download {file}' },
  filesText: {
    fr: 'Les liens marchent {hours} heures. Passé ce délai, rouvrez cette page\u00a0: elle en donne de nouveaux.',
    en: 'The links work for {hours} hours. After that, open this page again: it gives new ones.',
  },
  fileRepaid: {
    fr: '{file}\u00a0: remboursé, il ne se télécharge plus.',
    en: '{file}: refunded, it can no longer be downloaded.',
  },
  cards: { fr: 'Vos cartes cadeaux', en: 'Your gift cards' },
  card: { fr: '{amount}, jusqu’au {day}', en: '{amount}, until {day}' },
  cardRepaid: {
    fr: 'Remboursée\u00a0: elle ne vaut plus rien.',
    en: 'Repaid: it is worth nothing any more.',
  },

  summary: { fr: 'Ce que vous avez commandé', en: 'What you ordered' },
  subtotal: { fr: 'Sous-total', en: 'Subtotal' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  free: { fr: 'gratuit', en: 'free' },
  total: { fr: 'Total', en: 'Total' },
  totalPaid: { fr: 'Payé', en: 'Paid' },
  ofWhichVat: { fr: 'dont TVA {amount}', en: 'including VAT {amount}' },
  shippedTo: { fr: 'Livrée à', en: 'Delivered to' },
  buyer: { fr: 'Au nom de', en: 'In the name of' },
  collectAt: { fr: 'À retirer', en: 'To collect' },
  paidBy: { fr: 'Payée par', en: 'Paid by' },
  note: { fr: 'Votre mot', en: 'Your note' },
  question: { fr: 'Une question, un regret\u00a0?', en: 'A question, a regret?' },
  writeToUs: { fr: 'Écrivez-nous', en: 'Write to us' },
  or: { fr: ' ou ', en: ' or ' },
  anyQuestion: { fr: 'Une question\u00a0?', en: 'A question?' },
  withdraw: { fr: 'renoncez au contrat ici', en: 'withdraw from the contract here' },
  lastDay: { fr: ' jusqu’au {day}.', en: ' until {day}.' },

  spentTitle: {
    fr: 'Ce fichier a été téléchargé assez de fois.',
    en: 'This file has been downloaded enough times.',
  },
  spentText: {
    fr: 'Le nombre de téléchargements prévu est atteint. S’il vous manque encore, écrivez-nous à {email}.',
    en: 'The number of downloads has been reached. If you still need it, write to us at {email}.',
  },
  fileRepaidTitle: { fr: 'Ce fichier a été remboursé.', en: 'This file was refunded.' },
  fileRepaidText: {
    fr: 'Son prix vous revient\u00a0: il ne se télécharge plus. Une question\u00a0? Écrivez-nous à {email}.',
    en: 'Its price goes back to you: it can no longer be downloaded. A question? Write to us at {email}.',
  },
  expiredTitle: { fr: 'Ce lien a fait son temps.', en: 'This link has had its day.' },
  expiredText: {
    fr: 'Un lien vers un fichier marche {hours} heures. Rouvrez la page de votre commande, depuis l’e-mail reçu\u00a0: elle en donne un nouveau.',
    en: 'A link to a file works for {hours} hours. Open your order’s page again, from the e-mail you received: it gives a new one.',
  },
} satisfies Record<string, Phrase>
