import type { Phrase } from '#lib/i18n.ts'

/** What is said of a person's data: giving it, erasing it, forgetting it in time. */
export const words = {
  title: { fr: 'Données personnelles', en: 'Personal data' },
  text: {
    fr: 'Quand une personne demande ce que la boutique sait d’elle, ou que cela s’efface, la réponse est due dans le mois.',
    en: 'When somebody asks what the shop knows of them, or wants it erased, the answer is due within a month.',
  },
  findTitle: { fr: 'Une personne, par son adresse', en: 'A person, by their address' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  find: { fr: 'Chercher', en: 'Look up' },
  nothing: {
    fr: 'La boutique ne sait rien de {email}.',
    en: 'The shop knows nothing of {email}.',
  },
  found: {
    fr: 'De cette adresse, la boutique garde\u00a0: {what}.',
    en: 'Of this address, the shop keeps: {what}.',
  },
  oneOrder: { fr: '{count} commande', en: '{count} order' },
  manyOrders: { fr: '{count} commandes', en: '{count} orders' },
  oneMessage: { fr: '{count} message', en: '{count} message' },
  manyMessages: { fr: '{count} messages', en: '{count} messages' },
  giveTitle: { fr: 'Donner une copie', en: 'Give a copy' },
  giveText: {
    fr: 'Tout ce que la boutique garde de cette personne, en un fichier à lui remettre\u00a0: CSV s’ouvre dans un tableur, JSON se relit par un autre logiciel.',
    en: 'Everything the shop keeps of this person, in one file to hand over: CSV opens in a spreadsheet, JSON is read by other software.',
  },
  json: { fr: 'Fichier JSON', en: 'JSON file' },
  csv: { fr: 'Fichier CSV', en: 'CSV file' },
  eraseLink: { fr: 'Effacer cette personne', en: 'Erase this person' },
  eraseTitle: { fr: 'Effacer {name}', en: 'Erase {name}' },
  goes: { fr: 'Ce qui s’efface', en: 'What is erased' },
  goesOrders: {
    fr: 'Nom, adresses, téléphone, mots et textes personnels de ses commandes',
    en: 'Name, addresses, phone, notes and personal texts of their orders',
  },
  goesMessages: {
    fr: 'Ses messages, vos réponses et vos notes',
    en: 'Their messages, your answers and your notes',
  },
  goesMails: {
    fr: 'Les e-mails à son adresse\u00a0; ceux qui ne sont pas partis ne partiront pas',
    en: 'Mails to their address; those that have not left will not leave',
  },
  goesCart: {
    fr: 'Son panier\u00a0; un panier sans commande s’oublie seul au bout de 30 jours',
    en: 'Their cart; a cart without an order is forgotten by itself after 30 days',
  },
  stays: { fr: 'Ce qui reste', en: 'What stays' },
  staysOrders: {
    fr: 'Les pièces vendues, les montants et les dates, sans nom',
    en: 'The pieces sold, the amounts and the dates, without a name',
  },
  staysProof: {
    fr: 'Aux archives, jusqu’au {day} au plus tard\u00a0: la preuve de qui a acheté, que la loi fait garder dix ans',
    en: 'In the archive, until {day} at the latest: the proof of who bought, which the law wants kept for ten years',
  },
  staysDocuments: {
    fr: 'Ses factures et avoirs, dix ans aussi\u00a0: vous seule les ouvrez, le lien de la commande n’y mène plus',
    en: 'Their invoices and credit notes, ten years too: only you can open them, the order’s link no longer leads there',
  },
  staysElsewhere: {
    fr: 'Ce que Stripe garde du paiement, et 30 jours durant les copies de secours de l’hébergeur',
    en: 'What Stripe keeps of the payment, and for 30 days the backups of the host',
  },
  blockedTitle: { fr: 'Pas encore', en: 'Not yet' },
  blocked: {
    fr: 'Une commande attend encore son paiement, son colis ou son remboursement. Terminez-la, ou annulez-la\u00a0; l’effacement sera possible ensuite.',
    en: 'An order still waits for its payment, its parcel or its refund. Finish or cancel it; erasing will be possible then.',
  },
  noReturn: { fr: 'Il n’y a pas de retour.', en: 'There is no way back.' },
  eraseIt: { fr: 'Effacer pour toujours', en: 'Erase for good' },
  cancel: { fr: 'Ne rien effacer', en: 'Erase nothing' },
  orderOf: { fr: 'Commande {number}', en: 'Order {number}' },
  orderWithout: { fr: 'Commande sans numéro', en: 'Order without a number' },
  forgetTitle: { fr: 'Ce qui s’oublie seul', en: 'What is forgotten by itself' },
  forgetText: {
    fr: 'Chaque nuit. La prochaine fois partiront\u00a0:',
    en: 'Every night. The next time, these will go:',
  },
  unpaid: {
    fr: 'Les acheteurs de commandes jamais payées, après 90 jours',
    en: 'The buyers of orders that were never paid, after 90 days',
  },
  messages: { fr: 'Les messages, après trois ans', en: 'Messages, after three years' },
  customers: {
    fr: 'Les clients sans achat ni message depuis trois ans',
    en: 'Customers who have not bought or written for three years',
  },
  proofs: {
    fr: 'Les preuves archivées dont le temps est passé',
    en: 'Archived proofs whose time is over',
  },
  documents: {
    fr: 'Les factures et avoirs, après dix années pleines',
    en: 'Invoices and credit notes, after ten full years',
  },
  proofTitle: { fr: 'Personne effacée', en: 'Erased person' },
  proofText: {
    fr: 'Qui a passé cette commande a été effacé le {day}. La preuve reste aux archives jusqu’au {until}.',
    en: 'Whoever placed this order was erased on {day}. The proof stays in the archive until {until}.',
  },
  proofGet: { fr: 'Preuve archivée', en: 'Archived proof' },
} satisfies Record<string, Phrase>
