import type { Phrase } from '#lib/i18n.ts'

export const words = {
  title: { fr: 'Commander', en: 'Check out' },
  toReview: { fr: 'À revoir\u00a0: {title}', en: 'To review: {title}' },
  oneProblem: { fr: 'Un point est à revoir', en: 'One point to review' },
  manyProblems: { fr: '{count} points sont à revoir', en: '{count} points to review' },
  yourCartOne: { fr: 'Votre panier, {count} pièce', en: 'Your cart, {count} item' },
  yourCartMany: { fr: 'Votre panier, {count} pièces', en: 'Your cart, {count} items' },

  you: { fr: 'Vous', en: 'You' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  phoneCarrier: { fr: 'Téléphone, pour le transporteur', en: 'Telephone, for the carrier' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  first_name: { fr: 'Prénom', en: 'First name' },
  last_name: { fr: 'Nom', en: 'Last name' },

  express: { fr: 'express', en: 'express' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  arrives: { fr: 'Entre {from} et {to}', en: 'Between {from} and {to}' },
  ready: { fr: 'Prêt {day}', en: 'Ready on {day}' },
  free: { fr: 'gratuit', en: 'free' },
  noDelivery: {
    fr: 'Nous n’avons pas de livraison pour ce colis dans ce pays. Écrivez-nous\u00a0: nous chercherons ensemble.',
    en: 'We have no delivery for this parcel to this country. Write to us: we will look for one together.',
  },
  line1: { fr: 'Adresse', en: 'Address' },
  line2: { fr: 'Complément d’adresse', en: 'Flat, building, floor' },
  postal_code: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'Town' },
  country: { fr: 'Pays', en: 'Country' },
  update: { fr: 'Mettre à jour le total', en: 'Update the total' },
  note: { fr: 'Un mot pour l’atelier', en: 'A word for the workshop' },

  payment: { fr: 'Paiement', en: 'Payment' },
  stripe: {
    fr: 'Vous payez à la page suivante, chez Stripe\u00a0: carte bancaire, et ce que votre téléphone propose. Nous ne voyons jamais votre carte.',
    en: 'You pay on the next page, with Stripe: card, and what your phone offers. We never see your card.',
  },

  nothing: {
    fr: 'Il n’y a rien à payer\u00a0: votre commande est confirmée aussitôt.',
    en: 'There is nothing to pay: your order is confirmed at once.',
  },

  discount: { fr: 'Remise', en: 'Discount' },
  subtotal: { fr: 'Sous-total', en: 'Subtotal' },
  total: { fr: 'Total', en: 'Total' },
  toPay: { fr: 'Total à payer', en: 'Total to pay' },
  ofWhichVat: { fr: 'dont TVA {amount}', en: 'including VAT {amount}' },
  withVat: { fr: 'TVA comprise ({amount})', en: 'VAT included ({amount})' },
  finalTitle: { fr: 'Votre commande', en: 'Your order' },
  accept: { fr: 'J’ai lu et j’accepte les ', en: 'I have read and accept the ' },
  termsName: { fr: 'conditions de vente', en: 'terms of sale' },
  withdrawal: {
    fr: ' J’ai 14 jours pour renoncer à compter de la livraison.',
    en: ' I have 14 days from delivery to withdraw.',
  },
  noWithdrawal: {
    fr: ' Ce qui est fait avec mes mots n’ouvre pas de droit de rétractation (article L221-28, 3° du code de la consommation)\u00a0: {titles}.',
    en: ' What is made with my own words on it cannot be withdrawn from (article L221-28, 3° of the French consumer code): {titles}.',
  },
  digital: {
    fr: 'Je demande l’accès immédiat au fichier et renonce à mon droit de rétractation pour celui-ci.',
    en: 'I ask for immediate access to the file and give up my right of withdrawal for it.',
  },
  pay: {
    fr: 'Commander avec obligation de paiement',
    en: 'Order with obligation to pay',
  },
  order: { fr: 'Commander, rien à payer', en: 'Order, nothing to pay' },
} satisfies Record<string, Phrase>

/** What stands above the form when an order could not be placed as it was. */
export const notices = {
  total: {
    fr: 'Le total a changé\u00a0: il est maintenant de {total}. Vérifiez-le, puis commandez. Rien n’a été débité.',
    en: 'The total has changed: it is now {total}. Check it, then order. Nothing was charged.',
  },
  short: {
    fr: 'Une pièce vient de partir pendant que vous commandiez. Rien n’a été débité. Voici ce qui reste.',
    en: 'A piece went while you were ordering. Nothing was charged. Here is what is left.',
  },
  closed: {
    fr: 'La boutique est fermée jusqu’au {day}. Rien n’a été débité et votre panier est gardé\u00a0: revenez le commander ce jour-là.',
    en: 'The shop is closed until {day}. Nothing was charged and your cart is kept: come back to order it that day.',
  },
  offer: {
    fr: 'Une offre vient de prendre fin. Le total est maintenant de {total}. Vérifiez-le, puis commandez. Rien n’a été débité.',
    en: 'An offer has just ended. The total is now {total}. Check it, then order. Nothing was charged.',
  },
  small: {
    fr: 'Le paiement en ligne commence à {least}, et il reste {total} à payer. Ajoutez une pièce, ou écrivez-nous\u00a0: nous trouverons ensemble. Rien n’a été débité.',
    en: 'Paying online starts at {least}, and {total} is left to pay. Add a piece, or write to us: we will find a way together. Nothing was charged.',
  },
  payment_down: {
    fr: 'Le service de paiement ne répond pas. Rien n’a été débité, votre panier et ce formulaire sont gardés\u00a0: réessayez dans quelques minutes.',
    en: 'The payment service does not answer. Nothing was charged, your cart and this form are kept: try again in a few minutes.',
  },
  busy: {
    fr: 'Cette commande est déjà en train d’être passée dans un autre onglet. Réessayez dans un instant.',
    en: 'This order is already being placed in another tab. Try again in a moment.',
  },
} satisfies Record<string, Phrase>

export type NoticeName = keyof typeof notices
