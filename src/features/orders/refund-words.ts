import type { PaymentRow } from '#features/payments/queries.ts'
import type { Phrase } from '#lib/i18n.ts'
import type { Reason } from './refund-rules.ts'

export const REASON_WORDS: Record<Reason, Phrase> = {
  withdrawal: { fr: 'L’acheteur a changé d’avis', en: 'The buyer changed their mind' },
  broken: { fr: 'Arrivé cassé ou abîmé', en: 'Arrived broken or damaged' },
  lost: { fr: 'Perdu en route', en: 'Lost on the way' },
  unavailable: { fr: 'La pièce n’est plus là', en: 'The piece is no longer there' },
  gesture: { fr: 'Un geste', en: 'A gesture' },
  dispute: {
    fr: 'Litige perdu\u00a0: la banque a repris l’argent',
    en: 'Dispute lost: the bank took the money back',
  },
  other: { fr: 'Autre chose', en: 'Something else' },
}

/** Why a refund failed, by the name Stripe gives the reason. */
export const FAILURES: Record<string, Phrase> = {
  expired_or_canceled_card: {
    fr: 'la carte a expiré ou n’existe plus',
    en: 'the card has expired or is no more',
  },
  lost_or_stolen_card: {
    fr: 'la carte a été perdue ou volée',
    en: 'the card was lost or stolen',
  },
  insufficient_funds: {
    fr: 'votre solde Stripe n’y suffit pas',
    en: 'your Stripe balance does not cover it',
  },
  charge_for_pending_refund_disputed: {
    fr: 'l’acheteur conteste ce paiement auprès de sa banque',
    en: 'the buyer disputes this payment with their bank',
  },
  declined: { fr: 'la banque l’a décliné', en: 'the bank declined it' },
  merchant_request: { fr: 'annulé à votre demande', en: 'cancelled at your request' },
  unknown: { fr: 'la banque ne dit pas pourquoi', en: 'the bank does not say why' },
}

/** How an order was paid, when not through Stripe. */
export const PAID_BY: Record<Exclude<PaymentRow['kind'], 'stripe'>, Phrase> = {
  cash: { fr: 'espèces', en: 'cash' },
  card: { fr: 'carte, au terminal', en: 'card, at the terminal' },
  cheque: { fr: 'chèque', en: 'cheque' },
  transfer: { fr: 'virement', en: 'bank transfer' },
}

/** How money that was taken by hand goes back. */
export const GIVEN_BY: Record<PaymentRow['kind'], Phrase> = {
  stripe: {
    fr: 'Stripe le rend sur le moyen de paiement d’origine, d’ordinaire en cinq à dix jours. Cela ne se reprend pas.',
    en: 'Stripe gives it back the way it was paid, usually within five to ten days. This cannot be undone.',
  },
  cash: {
    fr: 'À rendre vous-même, en espèces\u00a0: la boutique le note.',
    en: 'Give it back yourself, in cash: the shop notes it.',
  },
  card: {
    fr: 'À rendre vous-même, au terminal de carte\u00a0: la boutique le note.',
    en: 'Give it back yourself, at the card terminal: the shop notes it.',
  },
  cheque: {
    fr: 'À rendre vous-même, par chèque ou virement\u00a0: la boutique le note.',
    en: 'Give it back yourself, by cheque or transfer: the shop notes it.',
  },
  transfer: {
    fr: 'À rendre vous-même, par virement\u00a0: la boutique le note.',
    en: 'Give it back yourself, by bank transfer: the shop notes it.',
  },
}

export const refundWords = {
  link: { fr: 'Rembourser', en: 'Refund' },
  linkText: { fr: 'en tout ou partie', en: 'all or part' },
  title: { fr: 'Rembourser', en: 'Refund' },
  left: {
    fr: 'Il peut encore revenir {left}, sur {total} payés.',
    en: '{left} can still go back, of {total} paid.',
  },
  all: { fr: 'Tout rembourser', en: 'Refund everything' },
  pieces: { fr: 'Pièces', en: 'Pieces' },
  howMany: { fr: 'Combien reviennent', en: 'How many go back' },
  of: { fr: 'de', en: 'of' },
  ofUnits: { fr: '{count} sur {left}', en: '{count} of {left}' },
  paidFor: { fr: 'payé {amount}', en: 'paid {amount}' },
  gone: { fr: 'déjà remboursé', en: 'refunded already' },
  restock: { fr: 'Remettre en stock', en: 'Put back into stock' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  most: { fr: '{amount} au plus', en: '{amount} at most' },
  extra: { fr: 'Un geste', en: 'A gesture' },
  extraHint: {
    fr: 'Sans pièce en particulier',
    en: 'For no piece in particular',
  },
  reason: { fr: 'Pourquoi', en: 'Why' },
  note: { fr: 'Note pour l’atelier', en: 'Note for the workshop' },
  noteHint: { fr: 'L’acheteur ne la lit pas.', en: 'The buyer does not read it.' },
  check: { fr: 'Voir le montant', en: 'See the amount' },
  checkTitle: { fr: 'Rendre {amount}', en: 'Give back {amount}' },
  capped: {
    fr: 'Une partie est déjà revenue\u00a0: voici ce qui reste à rendre.',
    en: 'Some has gone back already: this is what is left to give back.',
  },
  changed: {
    fr: 'Le montant a changé entre-temps. Regardez-le, puis confirmez. Rien n’est encore parti.',
    en: 'The amount has changed meanwhile. Look at it, then confirm. Nothing has left yet.',
  },
  refused: {
    fr: 'Cette commande a changé entre-temps\u00a0: voici ce qui peut encore revenir. Rien n’est parti.',
    en: 'This order has changed meanwhile: here is what can still go back. Nothing has left.',
  },
  backOnShelf: { fr: 'retour en stock', en: 'back into stock' },
  send: { fr: 'Rendre {amount}', en: 'Give back {amount}' },
  edit: { fr: 'Modifier', en: 'Change' },
  tells: {
    fr: '{name} reçoit un e-mail dès que c’est fait.',
    en: '{name} gets an e-mail once it is done.',
  },
  none: {
    fr: 'Tout est déjà revenu à l’acheteur, ou rien n’a été payé\u00a0: il n’y a rien à rendre.',
    en: 'All of it has gone back already, or nothing was paid: there is nothing to give back.',
  },
  toOrder: { fr: 'Revenir à la commande', en: 'Back to the order' },

  rowPending: { fr: 'Remboursement en route', en: 'Refund on its way' },
  rowSucceeded: { fr: 'Remboursé', en: 'Refunded' },
  rowFailed: { fr: 'Remboursement refusé', en: 'Refund refused' },
  kept: { fr: 'Reste', en: 'Left' },
  evPending: { fr: '{amount} en route vers l’acheteur', en: '{amount} on its way to the buyer' },
  evUnsent: {
    fr: 'Remboursement de {amount}\u00a0: Stripe n’a pas encore répondu, la boutique redemande toutes les minutes',
    en: 'Refund of {amount}: Stripe has not answered yet, the shop asks again every minute',
  },
  evSucceeded: { fr: '{amount} remboursés', en: '{amount} refunded' },
  evByHand: { fr: '{amount} rendus ({kind})', en: '{amount} given back ({kind})' },
  evFailed: {
    fr: 'Remboursement de {amount} refusé\u00a0: {error}',
    en: 'Refund of {amount} refused: {error}',
  },
  evWonBack: {
    fr: 'La banque a rendu {amount} à la boutique',
    en: 'The bank gave {amount} back to the shop',
  },
  evFailedNext: {
    fr: 'Rien n’est parti. Réessayez, ou rendez l’argent autrement.',
    en: 'Nothing has left. Try again, or give the money back another way.',
  },
  by: { fr: 'par {who}', en: 'by {who}' },
  stillOnShelf: {
    fr: 'Les pièces remises en stock y restent comptées\u00a0: vérifiez l’étagère.',
    en: 'The pieces put back into stock are still counted there: check the shelf.',
  },

  cancel: { fr: 'Annuler la commande', en: 'Cancel the order' },
  cancelUnpaid: {
    fr: 'Sa page de paiement se ferme et ses pièces reviennent en stock. Cela ne se reprend pas.',
    en: 'Its payment page closes and its pieces go back into stock. This cannot be undone.',
  },
  cancelPaid: {
    fr: '{amount} reviennent à {name}, qui reçoit un e-mail. Cela ne se reprend pas.',
    en: '{amount} goes back to {name}, who gets an e-mail. This cannot be undone.',
  },
  cancelFree: {
    fr: 'Tout est déjà revenu à l’acheteur. {name} reçoit un e-mail. Cela ne se reprend pas.',
    en: 'All of it has gone back already. {name} gets an e-mail. This cannot be undone.',
  },
  cancelHeld: {
    fr: '{amount}, tout ce qui est venu, reviennent à {name}, qui reçoit un e-mail. Ses pièces redeviennent libres. Cela ne se reprend pas.',
    en: '{amount}, all that came, goes back to {name}, who gets an e-mail. Its pieces are free again. This cannot be undone.',
  },
  cancelHeldFree: {
    fr: 'Tout est déjà revenu à l’acheteur. {name} reçoit un e-mail, et ses pièces redeviennent libres. Cela ne se reprend pas.',
    en: 'All of it has gone back already. {name} gets an e-mail, and its pieces are free again. This cannot be undone.',
  },
  cancelForeign: {
    fr: 'Rendez d’abord l’argent depuis Stripe\u00a0: il est venu dans une autre devise. {name} reçoit un e-mail, et ses pièces redeviennent libres. Cela ne se reprend pas.',
    en: 'Give the money back from Stripe first: it came in another currency. {name} gets an e-mail, and its pieces are free again. This cannot be undone.',
  },
  captured: { fr: 'Reçu', en: 'Received' },
  cancelAct: { fr: 'Annuler et rendre {amount}', en: 'Cancel and give back {amount}' },
  restockAll: { fr: 'Remettre les pièces en stock', en: 'Put the pieces back into stock' },
  refusedPaid: {
    fr: 'Cette commande a été payée entre-temps, ou son paiement est en route\u00a0: elle n’est pas annulée.',
    en: 'This order has been paid meanwhile, or its payment is on its way: it is not cancelled.',
  },
  refusedDown: {
    fr: 'Stripe ne répond pas\u00a0: impossible de savoir si elle vient d’être payée. Réessayez dans quelques minutes.',
    en: 'Stripe does not answer, so whether it was just paid is not known. Try again in a few minutes.',
  },
  doneRefund: {
    fr: 'C’est noté. Le journal de la commande dit où en est le remboursement.',
    en: 'Noted. The order log tells where the refund is.',
  },
  doneCancel: { fr: 'La commande est annulée.', en: 'The order is cancelled.' },
} satisfies Record<string, Phrase>
