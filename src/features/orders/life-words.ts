import type { Phrase } from '#lib/i18n.ts'

/** Steps that the maker says, and disputes: what the desk says of them. */
export const lifeWords = {
  tickAll: { fr: 'Tout cocher', en: 'Tick all' },
  tick: { fr: 'Cocher la commande {number}', en: 'Tick order {number}' },
  packTicked: { fr: 'Les commandes cochées sont emballées', en: 'The ticked orders are packed' },
  noneTicked: {
    fr: 'Rien n’était coché. Cochez les commandes emballées, puis dites-le.',
    en: 'Nothing was ticked. Tick the orders that are packed, then say so.',
  },
  onePacked: { fr: '{count} commande est emballée.', en: '{count} order is packed.' },
  manyPacked: { fr: '{count} commandes sont emballées.', en: '{count} orders are packed.' },
  someChanged: {
    fr: 'Le reste avait changé entre-temps\u00a0: voici où cela en est.',
    en: 'The rest had changed meanwhile: here is where it is.',
  },

  work: { fr: 'Où en est le travail', en: 'Where the work is' },
  in_making: { fr: 'Elle est en fabrication', en: 'It is being made' },
  packed: { fr: 'Elle est emballée', en: 'It is packed' },
  doneInMaking: {
    fr: 'La commande est en fabrication. L’acheteur le voit sur sa page.',
    en: 'The order is being made. The buyer sees it on their page.',
  },
  donePacked: {
    fr: 'La commande est emballée. L’acheteur le voit sur sa page.',
    en: 'The order is packed. The buyer sees it on their page.',
  },
} satisfies Record<string, Phrase>

/** Why a step was taken, as the log says it. */
export const WHY: Partial<Record<string, Phrase>> = {
  expired: { fr: 'pas payée à temps', en: 'not paid in time' },
  failed: { fr: 'la banque n’a pas payé', en: 'the bank did not pay' },
  maker: { fr: 'à l’atelier', en: 'by the workshop' },
  amount: { fr: 'la somme n’est pas la bonne', en: 'the sum is not the right one' },
  late: {
    fr: 'payée après l’annulation, d’une autre somme',
    en: 'paid after the cancellation, another sum',
  },
  currency: { fr: 'payée dans une autre devise', en: 'paid in another currency' },
}

/** Why a payment is disputed, by the name that Stripe gives the reason. */
export const DISPUTE_REASONS: Partial<Record<string, Phrase>> = {
  fraudulent: {
    fr: 'l’acheteur dit ne pas avoir payé lui-même',
    en: 'the buyer says that they did not pay themselves',
  },
  product_not_received: { fr: 'rien n’est arrivé', en: 'nothing arrived' },
  product_unacceptable: {
    fr: 'la pièce n’est pas comme annoncée',
    en: 'the piece is not as described',
  },
  duplicate: { fr: 'payé deux fois', en: 'paid twice' },
  credit_not_processed: {
    fr: 'un remboursement attendu n’est pas venu',
    en: 'a refund that was due did not come',
  },
  unrecognized: {
    fr: 'l’acheteur ne reconnaît pas le paiement',
    en: 'the buyer does not recognise the payment',
  },
  subscription_canceled: { fr: 'un abonnement résilié', en: 'a subscription that was ended' },
  insufficient_funds: { fr: 'le compte n’y suffisait pas', en: 'the account did not cover it' },
  debit_not_authorized: {
    fr: 'le prélèvement n’était pas autorisé',
    en: 'the debit was not authorised',
  },
  incorrect_account_details: { fr: 'le compte n’était pas le bon', en: 'it was the wrong account' },
  bank_cannot_process: { fr: 'la banque n’a pas pu le traiter', en: 'the bank could not take it' },
}

export const disputeWords = {
  title: { fr: 'Paiement contesté', en: 'Disputed payment' },
  stopped: { fr: 'Contestée', en: 'Disputed' },
  open: {
    fr: 'La banque de l’acheteur a repris {amount}\u00a0: {reason}. Rien ne part tant qu’elle n’a pas tranché.',
    en: 'The buyer’s bank has taken {amount} back: {reason}. Nothing leaves until it has decided.',
  },
  inquiry: {
    fr: 'La banque de l’acheteur se renseigne sur {amount}\u00a0: {reason}. L’argent est toujours à vous, et la commande peut partir.',
    en: 'The buyer’s bank asks about {amount}: {reason}. The money is still yours, and the order may leave.',
  },
  lost: {
    fr: 'Le litige est perdu\u00a0: la banque a rendu {amount} à l’acheteur. Ce qui n’est pas parti ne part plus.',
    en: 'The dispute is lost: the bank gave {amount} back to the buyer. What has not left does not leave any more.',
  },
  due: { fr: 'Une réponse est attendue avant le {moment}.', en: 'An answer is due by {moment}.' },
  past: {
    fr: 'Le délai pour répondre a pris fin le {moment}.',
    en: 'The time to answer ended on {moment}.',
  },
  answer: {
    fr: 'Réunissez la preuve d’envoi, les messages et la photo de la pièce, puis répondez dans Stripe.',
    en: 'Gather the proof of sending, the messages and the picture of the piece, then answer in Stripe.',
  },
  toStripe: { fr: 'Répondre dans Stripe', en: 'Answer in Stripe' },
  inStripe: { fr: 'Voir dans Stripe', en: 'See in Stripe' },
  refused: {
    fr: 'Ce paiement est contesté auprès de la banque\u00a0: rien de cette commande ne part.',
    en: 'This payment is disputed with the bank: nothing of this order leaves.',
  },
  evInquired: {
    fr: 'La banque de l’acheteur se renseigne sur le paiement',
    en: 'The buyer’s bank asks about the payment',
  },
  evInquiryClosed: {
    fr: 'La banque a clos sa demande sans rien reprendre',
    en: 'The bank closed its inquiry without taking anything',
  },
  evDisputed: {
    fr: 'Paiement contesté auprès de la banque',
    en: 'Payment disputed with the bank',
  },
  evWon: { fr: 'Litige gagné\u00a0: l’argent est revenu', en: 'Dispute won: the money is back' },
  evLost: { fr: 'Litige perdu', en: 'Dispute lost' },
} satisfies Record<string, Phrase>
