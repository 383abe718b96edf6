import type { Phrase } from '#lib/i18n.ts'

/** What mails say. The confirmation's legal sentences follow the models of the law. */
export const words = {
  subject: { fr: 'Commande {number} confirmée · {shop}', en: 'Order {number} confirmed · {shop}' },
  thanks: { fr: 'Merci, {name}.', en: 'Thank you, {name}.' },
  paid: { fr: 'Votre commande {number} est payée.', en: 'Your order {number} is paid.' },
  parcel: {
    fr: 'Vous l’aurez {when}.',
    en: 'It will be with you {when}.',
  },
  pickup: {
    fr: 'Elle vous attendra à l’atelier à partir du {day}.',
    en: 'It will be ready for you at the workshop from {day}.',
  },
  onDay: { fr: 'le {day}', en: 'on {day}' },
  between: { fr: 'entre le {from} et le {to}', en: 'between {from} and {to}' },
  follow: { fr: 'Suivre la commande', en: 'Follow the order' },
  file: {
    fr: 'Le fichier se télécharge sur la page de la commande.',
    en: 'The file is on the order’s page, ready to download.',
  },
  card: {
    fr: 'Code {code}, {amount}, valable jusqu’au {day}',
    en: 'Code {code}, {amount}, valid until {day}',
  },
  delivery: { fr: 'Livraison, {method}', en: 'Delivery, {method}' },
  written: { fr: '{label}\u00a0: «\u00a0{text}\u00a0»', en: '{label}: “{text}”' },
  total: { fr: 'Payé', en: 'Paid' },
  vat: { fr: 'dont TVA {amount}', en: 'including VAT {amount}' },
  noVat: { fr: 'TVA non applicable', en: 'VAT does not apply' },
  deliveredTo: { fr: 'Livrée à', en: 'Delivered to' },
  collectedAt: { fr: 'À retirer', en: 'To collect' },
  boughtBy: { fr: 'Commandée par', en: 'Ordered by' },
  note: { fr: 'Votre mot', en: 'Your note' },
  question: { fr: 'Une question\u00a0?', en: 'A question?' },
  answer: {
    fr: 'Répondez à ce message, c’est nous qui lisons.',
    en: 'Reply to this message: we read it ourselves.',
  },
  changeOfMind: { fr: 'Changer d’avis', en: 'Changing your mind' },
  withdrawal: {
    fr: 'Vous avez 14 jours après la livraison pour changer d’avis, sans donner de raison\u00a0: jusqu’au {day} si elle a lieu le {delivered}.',
    en: 'You have 14 days after delivery to change your mind, without giving a reason: until {day} if it takes place on {delivered}.',
  },
  withdrawalNow: {
    fr: 'Vous avez 14 jours pour changer d’avis, sans donner de raison\u00a0: jusqu’au {day}.',
    en: 'You have 14 days to change your mind, without giving a reason: until {day}.',
  },
  exceptions: {
    fr: 'Les cas où ce droit n’existe pas sont dits dans les conditions de vente, plus bas.',
    en: 'The cases in which this right does not exist are named in the terms of sale, below.',
  },
  noWithdrawal: {
    fr: 'Ce qui a été fait à votre demande avec vos mots n’ouvre pas de droit de rétractation (article L221-28, 3° du code de la consommation)\u00a0: {titles}.',
    en: 'What was made with your own words on it cannot be withdrawn from (article L221-28, 3° of the French consumer code): {titles}.',
  },
  withdraw: { fr: 'Renoncer au contrat ici', en: 'Withdraw from the contract here' },
  guarantee: { fr: 'Garanties légales', en: 'Legal guarantee' },
  guaranteeText: {
    fr: 'La garantie légale de conformité couvre les biens pendant deux ans à compter de la livraison\u00a0: réparation ou remplacement sans frais, à défaut remboursement. La garantie des vices cachés s’applique pendant deux ans à compter de leur découverte.',
    en: 'The legal guarantee of conformity covers goods for two years from delivery: repair or replacement free of charge, failing that a refund. The guarantee against hidden defects applies for two years from their discovery.',
  },
  form: { fr: 'Formulaire de rétractation', en: 'Withdrawal form' },
  formLead: {
    fr: 'À compléter et à renvoyer seulement si vous souhaitez vous rétracter du contrat.',
    en: 'Complete and return this form only if you wish to withdraw from the contract.',
  },
  formTo: { fr: 'À l’attention de\u00a0: {seller}', en: 'To: {seller}' },
  formNotice: {
    fr: 'Je/nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous\u00a0:',
    en: 'I/We (*) hereby give notice that I/we (*) withdraw from my/our (*) contract of sale of the following goods (*)/for the provision of the following service (*):',
  },
  formOrder: { fr: 'Commande {number} du {day}\u00a0:', en: 'Order {number} of {day}:' },
  formDates: { fr: 'Commandé le (*)/reçu le (*)\u00a0:', en: 'Ordered on (*)/received on (*):' },
  formName: { fr: 'Nom du (des) consommateur(s)\u00a0:', en: 'Name of consumer(s):' },
  formAddress: { fr: 'Adresse du (des) consommateur(s)\u00a0:', en: 'Address of consumer(s):' },
  formSignature: {
    fr: 'Signature du (des) consommateur(s) (uniquement en cas de notification du présent formulaire sur papier)\u00a0:',
    en: 'Signature of consumer(s) (only if this form is notified on paper):',
  },
  formDay: { fr: 'Date\u00a0:', en: 'Date:' },
  formStrike: { fr: '(*) Rayez la mention inutile.', en: '(*) Delete as appropriate.' },
  shippedSubject: {
    fr: 'Commande {number}\u00a0: votre colis est parti · {shop}',
    en: 'Order {number}: your parcel has left · {shop}',
  },
  shippedTitle: { fr: '{name}, votre colis est parti.', en: '{name}, your parcel has left.' },
  shippedWith: {
    fr: 'Il voyage avec {carrier}, sous le numéro {number}.',
    en: 'It travels with {carrier}, under number {number}.',
  },
  shippedBy: { fr: 'Il voyage avec {carrier}.', en: 'It travels with {carrier}.' },
  shippedUnder: { fr: 'Son numéro de suivi est {number}.', en: 'Its tracking number is {number}.' },
  restFollows: {
    fr: 'Le reste de la commande suivra.',
    en: 'The rest of the order will follow.',
  },
  track: { fr: 'Suivre le colis', en: 'Follow the parcel' },
  inside: { fr: 'Dans ce colis', en: 'In this parcel' },
  terms: {
    fr: 'Conditions de vente, telles que vous les avez acceptées',
    en: 'Terms of sale, as you accepted them',
  },
} satisfies Record<string, Phrase>
