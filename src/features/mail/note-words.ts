import type { Phrase } from '#lib/i18n.ts'

/** What the short mails say. */
export const noteWords = {
  received: {
    subject: { fr: 'Commande reçue · {shop}', en: 'Order received · {shop}' },
    title: {
      fr: 'Merci, {name}. Votre commande est reçue.',
      en: 'Thank you, {name}. Your order has been received.',
    },
    text: {
      fr: 'Le paiement de {total} est en cours\u00a0: la banque peut y mettre jusqu’à quatorze jours ouvrés. Les pièces sont gardées pour vous, et la confirmation part dès qu’il est là.',
      en: 'The payment of {total} is under way: the bank may take up to fourteen working days. The pieces are kept for you, and the confirmation leaves once it is here.',
    },
  },
  payment_failed: {
    subject: {
      fr: 'Votre paiement n’a pas abouti · {shop}',
      en: 'Your payment did not go through · {shop}',
    },
    title: {
      fr: '{name}, votre paiement n’a pas abouti.',
      en: '{name}, your payment did not go through.',
    },
    text: {
      fr: 'La banque ne l’a pas exécuté\u00a0: rien n’est encaissé, la commande est annulée et les pièces sont de nouveau en vente. Si elles vous plaisent toujours, vous pouvez les commander par un autre moyen de paiement.',
      en: 'The bank did not carry it out: nothing was taken, the order is cancelled and the pieces are for sale again. If you still like them, you can order them with another means of payment.',
    },
  },
  ready: {
    subject: {
      fr: 'Commande {number}\u00a0: prête au retrait · {shop}',
      en: 'Order {number}: ready to collect · {shop}',
    },
    title: { fr: '{name}, votre commande est prête.', en: '{name}, your order is ready.' },
    text: {
      fr: 'Elle vous attend à l’atelier. Ce message, ou votre nom, suffit pour la retirer.',
      en: 'It is waiting for you at the workshop. This message, or your name, is all you need.',
    },
  },
  refunded: {
    subject: {
      fr: 'Commande {number}\u00a0: remboursement de {amount} · {shop}',
      en: 'Order {number}: {amount} refunded · {shop}',
    },
    title: { fr: '{amount} vous reviennent.', en: '{amount} on its way back to you.' },
    text: {
      fr: 'Le remboursement est parti vers le moyen de paiement que vous aviez choisi. La banque met quelques jours à l’afficher.',
      en: 'The refund has left for the means of payment that you used. Your bank takes a few days to show it.',
    },
  },
  cancelled: {
    subject: { fr: 'Commande {number} annulée · {shop}', en: 'Order {number} cancelled · {shop}' },
    title: { fr: 'Votre commande est annulée.', en: 'Your order has been cancelled.' },
    text: {
      fr: 'Rien ne sera expédié. Ce qui avait été payé vous est rendu\u00a0: un e-mail vous dit quand c’est fait.',
      en: 'Nothing will be sent. What had been paid goes back to you: an e-mail tells you once it is done.',
    },
  },
  pay_link: {
    subject: { fr: 'Votre commande chez {shop}', en: 'Your order at {shop}' },
    title: { fr: '{name}, votre commande vous attend.', en: '{name}, your order is waiting.' },
    text: {
      fr: 'Nous l’avons préparée ensemble\u00a0: {total}. Elle vous est gardée jusqu’au {until}.',
      en: 'We put it together: {total}. It is kept for you until {until}.',
    },
  },
  /** Subjects of orders that were never paid: they have no number. */
  unnumbered: {
    received: { fr: 'Commande reçue · {shop}', en: 'Order received · {shop}' },
    payment_failed: {
      fr: 'Votre paiement n’a pas abouti · {shop}',
      en: 'Your payment did not go through · {shop}',
    },
    ready: { fr: 'Votre commande est prête · {shop}', en: 'Your order is ready · {shop}' },
    refunded: { fr: 'Remboursement de {amount} · {shop}', en: '{amount} refunded · {shop}' },
    cancelled: {
      fr: 'Votre commande est annulée · {shop}',
      en: 'Your order is cancelled · {shop}',
    },
    pay_link: { fr: 'Votre commande chez {shop}', en: 'Your order at {shop}' },
  },
  see: { fr: 'Voir la commande', en: 'See the order' },
  pay: { fr: 'Voir et payer la commande', en: 'See and pay the order' },
  question: { fr: 'Une question\u00a0?', en: 'A question?' },
  reply: {
    fr: 'Répondez à ce message, c’est nous qui lisons.',
    en: 'Reply to this message: we read it ourselves.',
  },
  message: {
    subject: { fr: 'Message de {name}', en: 'Message from {name}' },
    title: { fr: '{name} vous écrit.', en: '{name} has written to you.' },
  },
  answerIt: { fr: 'Répondre', en: 'Answer' },
  from: { fr: 'De la part de', en: 'From' },
  answer: {
    subject: { fr: 'Notre réponse · {shop}', en: 'Our answer · {shop}' },
    title: { fr: 'Bonjour {name},', en: 'Hello {name},' },
  },
  yourMessage: { fr: 'Votre message', en: 'Your message' },
  low: {
    subject: { fr: 'Stock bas · {shop}', en: 'Running low · {shop}' },
    title: { fr: 'Il n’en reste plus beaucoup.', en: 'There are not many left.' },
  },
  seeStock: { fr: 'Voir le stock', en: 'See the stock' },
  closing: {
    subject: {
      fr: 'Journal des ventes\u00a0: {month} · {shop}',
      en: 'Sales journal: {month} · {shop}',
    },
    title: { fr: 'Mois clos\u00a0: {month}.', en: 'Month closed: {month}.' },
    text: {
      fr: 'Gardez ce message. Il porte l’empreinte du journal\u00a0: tant qu’elle est hors de la boutique, personne ne peut réécrire ce mois sans que cela se voie.',
      en: 'Keep this message. It holds the fingerprint of the journal: as long as that is outside of the shop, nobody can rewrite this month unseen.',
    },
    figures: { fr: 'Ce mois', en: 'This month' },
    sold: { fr: 'Ventes\u00a0: {amount}', en: 'Sales: {amount}' },
    refunded: { fr: 'Remboursements\u00a0: {amount}', en: 'Refunds: {amount}' },
    amount: { fr: 'Recettes\u00a0: {amount}', en: 'Receipts: {amount}' },
    goods: { fr: 'dont marchandises\u00a0: {amount}', en: 'of which goods: {amount}' },
    services: { fr: 'dont prestations\u00a0: {amount}', en: 'of which services: {amount}' },
    vat: { fr: 'TVA comprise\u00a0: {amount}', en: 'VAT included: {amount}' },
    total: { fr: 'Depuis l’ouverture\u00a0: {amount}', en: 'Since the beginning: {amount}' },
    seal: { fr: 'Empreinte de la ligne {seq}', en: 'Fingerprint of line {seq}' },
    see: { fr: 'Voir le journal', en: 'See the journal' },
  },
  code: {
    subject: { fr: 'Un code de secours a servi · {shop}', en: 'A recovery code was used · {shop}' },
    title: {
      fr: '{who} est entré avec un code de secours.',
      en: '{who} came in with a recovery code.',
    },
    text: {
      fr: 'Ses autres sessions sont fermées. Si ce n’était pas voulu, retirez cette personne de l’équipe ou faites de nouveaux codes.',
      en: 'Their other sessions are closed. If nobody meant this, remove that person from the staff or make new codes.',
    },
  },
  differences: {
    subject: {
      fr: 'Stripe et la boutique ne comptent pas pareil · {shop}',
      en: 'Stripe and the shop do not count the same · {shop}',
    },
    title: {
      fr: 'Un paiement demande un regard.',
      en: 'A payment needs a look.',
    },
    text: {
      fr: 'La comparaison de chaque nuit a trouvé une différence entre ce que Stripe a encaissé et les commandes. Elle est expliquée dans la boutique, avec ce qu’il y a à faire.',
      en: 'The nightly comparison found a difference between what Stripe took and the orders. The shop explains it, with what there is to do.',
    },
  },
  seeDifferences: { fr: 'Voir la différence', en: 'See the difference' },
  seeAccess: { fr: 'Voir les accès', en: 'See who has access' },
  test: {
    subject: { fr: 'Les e-mails partent · {shop}', en: 'Mails leave · {shop}' },
    title: {
      fr: 'Les e-mails de la boutique partent bien.',
      en: 'The shop’s mails leave as they should.',
    },
    text: { fr: 'Ce message en est la preuve.', en: 'This message proves it.' },
  },
} satisfies Record<string, Phrase | Record<string, Phrase>>
