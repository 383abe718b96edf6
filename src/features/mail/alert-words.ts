import type { Phrase } from '#lib/i18n.ts'

type Said = { subject: Phrase; title: Phrase; text: Phrase }

/** What the workshop is told of an order that asks for somebody. */
export const ALERTS = {
  amount: {
    subject: { fr: 'Un paiement à regarder · {shop}', en: 'A payment to look at · {shop}' },
    title: {
      fr: 'La somme reçue n’est pas celle de la commande.',
      en: 'The sum received is not that of the order.',
    },
    text: {
      fr: '{captured} sont venus pour une commande de {total}. Elle est mise de côté et ne part pas. Annulez-la pour rendre ce qui est venu, et écrivez à l’acheteur.',
      en: '{captured} came for an order of {total}. It is put aside and does not leave. Cancel it to give back what came, and write to the buyer.',
    },
  },
  currency: {
    subject: { fr: 'Un paiement à regarder · {shop}', en: 'A payment to look at · {shop}' },
    title: {
      fr: 'Un paiement est venu dans une autre devise.',
      en: 'A payment came in another currency.',
    },
    text: {
      fr: 'La commande de {total} est mise de côté et ne part pas. Rendez l’argent depuis Stripe, puis annulez-la.',
      en: 'The order of {total} is put aside and does not leave. Give the money back from Stripe, then cancel it.',
    },
  },
  late: {
    subject: { fr: 'Un paiement à regarder · {shop}', en: 'A payment to look at · {shop}' },
    title: {
      fr: 'Une commande annulée a été payée, d’une autre somme.',
      en: 'A cancelled order was paid, another sum.',
    },
    text: {
      fr: '{captured} sont venus pour une commande de {total} qui était annulée. Elle est mise de côté. Annulez-la pour rendre ce qui est venu.',
      en: '{captured} came for an order of {total} that was cancelled. It is put aside. Cancel it to give back what came.',
    },
  },
  revived: {
    subject: {
      fr: 'Commande {number}\u00a0: payée après coup · {shop}',
      en: 'Order {number}: paid after all · {shop}',
    },
    title: {
      fr: 'Une commande annulée a été payée\u00a0: elle tient de nouveau.',
      en: 'A cancelled order was paid: it stands again.',
    },
    text: {
      fr: 'Son argent, {total}, est venu en retard et ses pièces étaient encore là. Elle est à emballer comme les autres.',
      en: 'Its money, {total}, came late and its pieces were still there. It is to be packed like the others.',
    },
  },
  repaid: {
    subject: {
      fr: 'Un paiement arrivé trop tard est rendu · {shop}',
      en: 'A payment that came too late goes back · {shop}',
    },
    title: {
      fr: '{total} sont venus trop tard, et reviennent à l’acheteur.',
      en: '{total} came too late, and goes back to the buyer.',
    },
    text: {
      fr: 'La commande était annulée, et ses pièces ne sont plus libres ou vous l’aviez annulée vous-même. Le remboursement est en route, sans que vous ayez rien à faire. L’acheteur reçoit un e-mail quand il est fait.',
      en: 'The order was cancelled, and its pieces are no longer free or you had cancelled it yourself. The refund is on its way, without your doing anything. The buyer gets an e-mail once it is done.',
    },
  },
  refund_failed: {
    subject: {
      fr: 'Un remboursement n’a pas abouti · {shop}',
      en: 'A refund did not go through · {shop}',
    },
    title: {
      fr: 'Le remboursement de {refund} n’a pas abouti.',
      en: 'The refund of {refund} did not go through.',
    },
    text: {
      fr: '{order}\u00a0: Stripe ou la banque l’a refusé, et l’acheteur n’a pas son argent. Le journal de la commande dit pourquoi. Remboursez de nouveau, ou rendez l’argent autrement, et écrivez à l’acheteur\u00a0: la boutique ne lui en a rien dit.',
      en: '{order}: Stripe or the bank refused it, and the buyer does not have the money. The order log says why. Refund again, or give the money back another way, and write to the buyer: the shop has told them nothing of it.',
    },
  },
  inquired: {
    subject: {
      fr: 'Commande {number}\u00a0: une banque se renseigne · {shop}',
      en: 'Order {number}: a bank asks · {shop}',
    },
    title: {
      fr: 'La banque d’un acheteur se renseigne.',
      en: 'A buyer’s bank asks about a payment.',
    },
    text: {
      fr: 'Rien n’est repris pour l’instant, et la commande peut partir. {due}',
      en: 'Nothing is taken for now, and the order may leave. {due}',
    },
  },
  disputed: {
    subject: {
      fr: 'Commande {number}\u00a0: paiement contesté · {shop}',
      en: 'Order {number}: disputed payment · {shop}',
    },
    title: {
      fr: 'Un acheteur conteste son paiement auprès de sa banque.',
      en: 'A buyer disputes a payment with their bank.',
    },
    text: {
      fr: 'La banque a repris {disputed}. Rien de cette commande ne part tant qu’elle n’a pas tranché. {due}',
      en: 'The bank has taken {disputed} back. Nothing of this order leaves until it has decided. {due}',
    },
  },
  dispute_won: {
    subject: {
      fr: 'Commande {number}\u00a0: litige gagné · {shop}',
      en: 'Order {number}: dispute won · {shop}',
    },
    title: {
      fr: 'Le litige est gagné, l’argent est revenu.',
      en: 'The dispute is won, the money is back.',
    },
    text: {
      fr: 'La commande peut de nouveau partir.',
      en: 'The order may leave again.',
    },
  },
  dispute_lost: {
    subject: {
      fr: 'Commande {number}\u00a0: litige perdu · {shop}',
      en: 'Order {number}: dispute lost · {shop}',
    },
    title: {
      fr: 'Le litige est perdu, l’argent est rendu à l’acheteur.',
      en: 'The dispute is lost, the money went back to the buyer.',
    },
    text: {
      fr: 'Un avoir est émis, et ce qui n’est pas parti ne part plus. Si rien n’est parti, annulez la commande pour remettre ses pièces en stock.',
      en: 'A credit note is written, and what has not left does not leave any more. If nothing has left, cancel the order to put its pieces back into stock.',
    },
  },
} satisfies Record<string, Said>

export type Alert = keyof typeof ALERTS

export const alertWords = {
  numbered: { fr: 'Commande {number}', en: 'Order {number}' },
  unnumbered: { fr: 'Commande sans numéro', en: 'Order without a number' },
  due: {
    fr: 'Répondez avant le {moment}\u00a0: preuve d’envoi, messages, photo de la pièce.',
    en: 'Answer by {moment}: proof of sending, messages, picture of the piece.',
  },
  see: { fr: 'Voir la commande et quoi faire', en: 'See the order and what to do' },
} satisfies Record<string, Phrase>
