import type { Phrase } from '#lib/i18n.ts'
import type { Filter, Standpoint } from './rules.ts'

/** Where an order is, as the desk says it. */
export const STANDPOINTS: Record<Standpoint, Phrase> = {
  waiting: { fr: 'Paiement en attente', en: 'Payment awaited' },
  held: { fr: 'À regarder', en: 'To look at' },
  to_pack: { fr: 'À emballer', en: 'To pack' },
  in_making: { fr: 'En fabrication', en: 'In the making' },
  packed: { fr: 'Emballée', en: 'Packed' },
  ready: { fr: 'Prête au retrait', en: 'Ready to collect' },
  shipped: { fr: 'Expédiée', en: 'Shipped' },
  delivered: { fr: 'Livrée', en: 'Delivered' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
}

export const LISTS: Record<Filter, Phrase> = {
  all: { fr: 'Toutes', en: 'All' },
  to_pack: STANDPOINTS.to_pack,
  packed: { fr: 'Emballées', en: 'Packed' },
  ready: { fr: 'À retirer', en: 'To collect' },
  shipped: { fr: 'Expédiées', en: 'Shipped' },
  waiting: { fr: 'En attente', en: 'Awaited' },
  held: STANDPOINTS.held,
  disputed: { fr: 'Contestées', en: 'Disputed' },
  cancelled: { fr: 'Annulées', en: 'Cancelled' },
}

/** What an empty list says, and what comes next. */
export const EMPTY: Record<Filter, Phrase> = {
  all: {
    fr: 'Pas encore de commande. La première arrive ici dès qu’elle est payée\u00a0: pour voir comment, commandez une pièce vous-même.',
    en: 'No order yet. The first one arrives here once it is paid: to see how, order a piece yourself.',
  },
  to_pack: { fr: 'Tout est parti. Bonne journée.', en: 'Everything has left. Have a good day.' },
  packed: {
    fr: 'Rien n’attend le transporteur. Une commande vient ici quand vous la dites emballée.',
    en: 'Nothing waits for the carrier. An order comes here when you say it is packed.',
  },
  ready: {
    fr: 'Rien n’attend d’être retiré. Une commande vient ici quand vous la dites prête.',
    en: 'Nothing waits to be collected. An order comes here when you say it is ready.',
  },
  shipped: {
    fr: 'Aucun colis en route. Une commande vient ici quand son dernier colis est parti.',
    en: 'No parcel on its way. An order comes here when its last parcel has left.',
  },
  waiting: {
    fr: 'Aucun paiement en attente. Un virement ou un lien de paiement attend ici jusqu’à ce que l’argent arrive.',
    en: 'No payment is awaited. A transfer or a payment link waits here until the money comes.',
  },
  held: {
    fr: 'Rien à regarder\u00a0: chaque paiement reçu est celui d’une commande.',
    en: 'Nothing to look at: every payment received matches an order.',
  },
  disputed: {
    fr: 'Aucun paiement contesté. Si la banque d’un acheteur vous interroge, la commande vient ici avec le délai pour répondre.',
    en: 'No payment is disputed. If a buyer’s bank asks, the order comes here with the time left to answer.',
  },
  cancelled: {
    fr: 'Aucune commande annulée.',
    en: 'No order was cancelled.',
  },
}

/** Why an order is held, and what to do first. */
export const HELD: Record<string, Phrase> = {
  amount: {
    fr: 'La somme reçue, {captured}, n’est pas celle de la commande\u00a0: elle ne part pas. Annulez-la plus bas pour rendre ce qui est venu, et écrivez à l’acheteur.',
    en: 'The sum received, {captured}, is not that of the order: it does not leave. Cancel it below to give back what came, and write to the buyer.',
  },
  late: {
    fr: 'Le paiement est arrivé après l’annulation, et sa somme, {captured}, n’est pas celle de la commande. Annulez-la plus bas pour rendre ce qui est venu, et écrivez à l’acheteur.',
    en: 'The payment came after the cancellation, and its sum, {captured}, is not that of the order. Cancel it below to give back what came, and write to the buyer.',
  },
  currency: {
    fr: 'Le paiement est venu dans une autre devise que celle de la commande\u00a0: la boutique ne sait pas le rendre. Rendez-le depuis Stripe, puis annulez la commande ici.',
    en: 'The payment came in another currency than that of the order: the shop cannot give it back. Give it back from Stripe, then cancel the order here.',
  },
}

export const words = {
  title: { fr: 'Commandes', en: 'Orders' },
  lists: { fr: 'Listes', en: 'Lists' },
  search: { fr: 'Nom, numéro, pièce', en: 'Name, number, piece' },
  find: { fr: 'Chercher', en: 'Search' },
  foundFor: { fr: 'Pour «\u00a0{q}\u00a0»', en: 'For “{q}”' },
  notFound: {
    fr: 'Rien pour «\u00a0{q}\u00a0». Essayez un nom, un numéro, une adresse e-mail ou une pièce.',
    en: 'Nothing for “{q}”. Try a name, a number, an e-mail address or a piece.',
  },
  everyOrder: { fr: 'Toutes les commandes', en: 'All orders' },
  seeShop: { fr: 'Voir la boutique', en: 'See the shop' },
  no: { fr: 'N°', en: 'No.' },
  who: { fr: 'Qui', en: 'Who' },
  what: { fr: 'Quoi', en: 'What' },
  where: { fr: 'Où en est-elle', en: 'Where it is' },
  when: { fr: 'Le', en: 'On' },
  total: { fr: 'Total', en: 'Total' },
  refunded: { fr: 'remboursés', en: 'refunded' },
  month: { fr: '{month}\u00a0: {count}, {total}.', en: '{month}: {count}, {total}.' },
  oneOrder: { fr: '{count} commande', en: '{count} order' },
  orders: { fr: '{count} commandes', en: '{count} orders' },
  export: { fr: 'Exporter', en: 'Export' },
  exportMonth: { fr: 'Exporter {month}', en: 'Export {month}' },
  newestFirst: { fr: 'Plus récentes d’abord', en: 'Newest first' },
  oldestFirst: { fr: 'Plus anciennes d’abord', en: 'Oldest first' },
  oneSlip: { fr: 'Imprimer le bon de préparation', en: 'Print the packing slip' },
  slips: {
    fr: 'Imprimer les {count} bons de préparation',
    en: 'Print the {count} packing slips',
  },

  heading: { fr: '{number}, {name}', en: '{number}, {name}' },
  nobody: { fr: 'Sans nom', en: 'No name' },
  theirPage: { fr: 'Sa fiche', en: 'Their page' },
  paidOn: { fr: 'payée {moment}', en: 'paid {moment}' },
  placedOn: { fr: 'commandée {moment}', en: 'ordered {moment}' },
  pieces: { fr: 'Pièces', en: 'Pieces' },
  partSent: { fr: '{sent} parti, {left} à envoyer', en: '{sent} sent, {left} to send' },
  oneRefunded: { fr: '1 remboursé, ne part plus', en: '1 refunded, no longer leaves' },
  manyRefunded: {
    fr: '{count} remboursés, ne partent plus',
    en: '{count} refunded, no longer leave',
  },
  quoted: { fr: '«\u00a0{note}\u00a0»', en: '“{note}”' },
  ship: { fr: 'Expédier', en: 'Ship' },
  carrier: { fr: 'Transporteur', en: 'Carrier' },
  otherCarrier: { fr: 'Un autre', en: 'Another one' },
  trackingNumber: { fr: 'Numéro de suivi', en: 'Tracking number' },
  tell: {
    fr: 'Prévenir {name} par e-mail, avec le lien de suivi',
    en: 'Tell {name} by e-mail, with the tracking link',
  },
  partOnly: { fr: 'N’en envoyer qu’une partie', en: 'Send only a part' },
  ofLeft: { fr: '{title}, sur {left}', en: '{title}, of {left}' },
  collected: { fr: 'Au retrait', en: 'To be collected' },
  readyText: {
    fr: '{name} vient chercher ses pièces\u00a0: {method}.',
    en: '{name} collects the pieces: {method}.',
  },
  ready: { fr: 'La commande est prête', en: 'The order is ready' },
  delivered: { fr: 'La commande est remise', en: 'The order is handed over' },
  arrived: { fr: 'Le colis est arrivé', en: 'The parcel has arrived' },
  refusedState: {
    fr: 'Cette commande a changé entre-temps\u00a0: voici où elle en est.',
    en: 'This order has changed meanwhile: here is where it is.',
  },
  refusedLeft: {
    fr: 'Une partie est déjà dans un autre colis\u00a0: voici ce qui reste.',
    en: 'Some of it is in another parcel already: here is what is left.',
  },

  doneShipped: { fr: 'C’est expédié.', en: 'It has been shipped.' },
  stillToPack: { fr: 'Voir ce qui reste à emballer', en: 'See what is left to pack' },
  doneReady: { fr: 'La commande est prête au retrait.', en: 'The order is ready to collect.' },
  doneDelivered: { fr: 'La commande est livrée.', en: 'The order is delivered.' },
  doneNoted: { fr: 'La note est dans le journal.', en: 'The note is in the log.' },
  doneResent: { fr: 'L’e-mail repart.', en: 'The mail is on its way again.' },
  doneAddress: { fr: 'L’adresse est corrigée.', en: 'The address has been corrected.' },

  log: { fr: 'Journal de la commande', en: 'Order log' },
  evPlaced: { fr: 'Commandée', en: 'Ordered' },
  evAwaiting: { fr: 'Paiement attendu', en: 'Payment awaited' },
  evPaid: { fr: 'Payée, {total}', en: 'Paid, {total}' },
  evPaidBy: { fr: 'Payée, {total}, {method}', en: 'Paid, {total}, {method}' },
  evInMaking: { fr: 'En fabrication', en: 'In the making' },
  evPacked: { fr: 'Emballée', en: 'Packed' },
  evReady: { fr: 'Prête au retrait', en: 'Ready to collect' },
  evShipped: { fr: 'Tout est parti', en: 'Everything has left' },
  evDelivered: { fr: 'Livrée', en: 'Delivered' },
  evCancelled: { fr: 'Annulée', en: 'Cancelled' },
  evHeld: { fr: 'Mise de côté pour être regardée', en: 'Put aside to be looked at' },
  evParcel: { fr: 'Colis parti', en: 'Parcel sent' },
  evAddress: { fr: 'Adresse corrigée par {who}', en: 'Address corrected by {who}' },
  by: { fr: 'par {who}', en: 'by {who}' },
  track: { fr: 'suivre', en: 'follow' },
  confirmation: { fr: 'Confirmation', en: 'Confirmation' },
  receivedMail: { fr: 'Accusé de commande', en: 'Notice of receipt' },
  paymentFailedMail: { fr: 'Avis d’échec du paiement', en: 'Failed payment notice' },
  readyMail: { fr: 'Avis de retrait', en: 'Collection notice' },
  refundedMail: { fr: 'Avis de remboursement', en: 'Refund notice' },
  cancelledMail: { fr: 'Avis d’annulation', en: 'Cancellation notice' },
  payLinkMail: { fr: 'Lien de paiement', en: 'Payment link' },
  otherMail: { fr: 'E-mail', en: 'E-mail' },
  shippedMail: { fr: 'Avis d’expédition', en: 'Shipping notice' },
  mailSent: { fr: '{mail} envoyée à {email}', en: '{mail} sent to {email}' },
  mailSentM: { fr: '{mail} envoyé à {email}', en: '{mail} sent to {email}' },
  mailWaiting: { fr: '{mail} en attente d’envoi', en: '{mail} waiting to be sent' },
  mailFailed: { fr: '{mail}\u00a0: l’envoi a échoué', en: '{mail}: sending failed' },
  resend: { fr: 'Renvoyer', en: 'Send again' },
  note: { fr: 'Note pour l’atelier', en: 'Note for the workshop' },
  addNote: { fr: 'Ajouter la note', en: 'Add the note' },

  deliverTo: { fr: 'Livrer à', en: 'Deliver to' },
  collectedBy: { fr: 'Vient chercher', en: 'Collects' },
  copy: { fr: 'Copier', en: 'Copy' },
  copied: { fr: 'Copiée', en: 'Copied' },
  correct: { fr: 'Corriger', en: 'Correct' },
  write: { fr: 'Lui écrire', en: 'Write to them' },
  first: { fr: 'Première commande', en: 'First order' },
  manyOrders: {
    fr: '{count} commandes, {total} depuis {month}',
    en: '{count} orders, {total} since {month}',
  },
  sums: { fr: 'Montants', en: 'Amounts' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  ofWhichVat: { fr: 'dont TVA', en: 'of which VAT' },
  print: { fr: 'Imprimer le bon', en: 'Print the slip' },

  addressTitle: { fr: 'Corriger l’adresse', en: 'Correct the address' },
  addressText: {
    fr: 'Le pays reste {country}\u00a0: la livraison et la TVA en dépendent.',
    en: 'The country stays {country}: delivery and VAT depend on it.',
  },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  line1: { fr: 'Numéro et rue', en: 'House number and street' },
  line2: { fr: 'Complément', en: 'Further details' },
  postalCode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'Town' },
  save: { fr: 'Enregistrer', en: 'Save' },
  tooLate: {
    fr: 'Un colis est déjà parti à cette adresse\u00a0: elle ne change plus.',
    en: 'A parcel has already left for this address: it no longer changes.',
  },
} satisfies Record<string, Phrase>

/** What is printed and goes into parcels, in the order's language. */
export const slipWords = {
  slip: { fr: 'Bon de préparation', en: 'Packing slip' },
  slips: { fr: 'Bons de préparation', en: 'Packing slips' },
  gather: { fr: 'À rassembler', en: 'To gather' },
  gatherText: { fr: 'Pour {count} commandes', en: 'For {count} orders' },
  for: { fr: 'Pour', en: 'For' },
  ordered: { fr: 'Commandé', en: 'Ordered' },
  sending: { fr: 'Envoi', en: 'Delivery' },
  weight: { fr: 'Poids estimé', en: 'Estimated weight' },
  done: { fr: 'Fait', en: 'Done' },
  piece: { fr: 'Pièce', en: 'Piece' },
  reference: { fr: 'Référence', en: 'Reference' },
  orders: { fr: 'Commandes', en: 'Orders' },
  quantity: { fr: 'Qté', en: 'Qty' },
  foot: {
    fr: 'Sans prix, à glisser dans le colis. Une question\u00a0: {email}.',
    en: 'Without prices, to slip into the parcel. A question: {email}.',
  },
  withdraw: {
    fr: 'Pour renoncer dans les 14 jours\u00a0: {url}',
    en: 'To withdraw within 14 days: {url}',
  },
} satisfies Record<string, Phrase>

/** The columns of the export. */
export const columnWords = {
  number: { fr: 'Numéro', en: 'Number' },
  paid: { fr: 'Payée le', en: 'Paid on' },
  firstName: words.firstName,
  lastName: words.lastName,
  email: { fr: 'E-mail', en: 'E-mail' },
  postalCode: words.postalCode,
  city: words.city,
  country: { fr: 'Pays', en: 'Country' },
  pieces: words.pieces,
  subtotal: { fr: 'Sous-total', en: 'Subtotal' },
  delivery: words.delivery,
  vat: { fr: 'dont TVA', en: 'of which VAT' },
  total: words.total,
  refunded: { fr: 'Remboursé', en: 'Refunded' },
  currency: { fr: 'Devise', en: 'Currency' },
  method: { fr: 'Paiement', en: 'Payment' },
  state: { fr: 'État', en: 'State' },
  channel: { fr: 'Vendue', en: 'Sold' },
} satisfies Record<string, Phrase>
