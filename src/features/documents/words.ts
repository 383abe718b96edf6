import type { Phrase } from '#lib/i18n.ts'

/** What documents say, in the language of their order. */
export const words = {
  extra: { fr: 'Remboursement', en: 'Refund' },
  undone: {
    fr: 'Remboursement revenu de la banque',
    en: 'Refund that came back from the bank',
  },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  exported: {
    fr: 'Exonération de TVA\u00a0: exportation (directive 2006/112/CE, art. 146).',
    en: 'VAT exempt: export (directive 2006/112/EC, art. 146).',
  },
  outside: {
    fr: 'TVA non due\u00a0: service électronique rendu hors de l’Union européenne (directive 2006/112/CE, art. 58).',
    en: 'No VAT due: electronic service outside of the European Union (directive 2006/112/EC, art. 58).',
  },
  oss: {
    fr: 'TVA du pays de destination ({country}), déclarée au guichet unique de l’Union européenne.',
    en: 'VAT of the country of destination ({country}), declared through the one-stop shop of the European Union.',
  },

  invoice: { fr: 'Facture', en: 'Invoice' },
  creditNote: { fr: 'Avoir', en: 'Credit note' },
  seller: { fr: 'Vendeur', en: 'Seller' },
  buyer: { fr: 'Acheteur', en: 'Buyer' },
  siren: { fr: 'SIREN {number}', en: 'Company number (SIREN) {number}' },
  vatNumber: { fr: 'N° TVA {number}', en: 'VAT number {number}' },
  date: { fr: 'Date', en: 'Date' },
  soldOn: { fr: 'Date de la vente', en: 'Date of sale' },
  order: { fr: 'Commande', en: 'Order' },
  corrects: { fr: 'Corrige la facture', en: 'Corrects invoice' },
  undoes: { fr: 'Annule l’avoir', en: 'Cancels credit note' },
  why: { fr: 'Motif', en: 'Reason' },

  piece: { fr: 'Pièce', en: 'Piece' },
  quantity: { fr: 'Qté', en: 'Qty' },
  unit: { fr: 'Prix unitaire', en: 'Unit price' },
  unitNet: { fr: 'P.U. HT', en: 'Unit excl. VAT' },
  unitGross: { fr: 'P.U. TTC', en: 'Unit incl. VAT' },
  rate: { fr: 'TVA', en: 'VAT' },
  amount: { fr: 'Montant', en: 'Amount' },
  amountGross: { fr: 'Montant TTC', en: 'Amount incl. VAT' },
  reference: { fr: 'Réf. {sku}', en: 'Ref. {sku}' },
  discount: { fr: 'Remise {amount}', en: 'Discount {amount}' },

  byRate: { fr: 'TVA par taux', en: 'VAT by rate' },
  net: { fr: 'Base HT', en: 'Net' },
  vat: { fr: 'TVA', en: 'VAT' },
  gross: { fr: 'TTC', en: 'Gross' },
  totalNet: { fr: 'Total HT', en: 'Total excl. VAT' },
  totalGross: { fr: 'Total TTC', en: 'Total incl. VAT' },
  total: { fr: 'Total', en: 'Total' },

  paidOn: { fr: 'Payée le {day}, {method}.', en: 'Paid on {day}, {method}.' },
  repaidOn: { fr: 'Remboursé le {day}, {method}.', en: 'Repaid on {day}, {method}.' },
  nothing: { fr: 'Rien à payer.', en: 'Nothing to pay.' },

  page: { fr: '{page} sur {pages}', en: '{page} of {pages}' },
  back: { fr: 'Retour à la commande', en: 'Back to the order' },
  pdf: { fr: 'Télécharger en PDF', en: 'Download as PDF' },
  title: { fr: 'Vos documents', en: 'Your documents' },
} satisfies Record<string, Phrase>

/** How it was paid. What no one names goes without a word. */
export const METHODS: Record<string, Phrase> = {
  stripe: { fr: 'en ligne, par Stripe', en: 'online, through Stripe' },
  cash: { fr: 'en espèces', en: 'in cash' },
  card: { fr: 'par carte, au terminal', en: 'by card, at the terminal' },
  cheque: { fr: 'par chèque', en: 'by cheque' },
  transfer: { fr: 'par virement', en: 'by bank transfer' },
}

/** Why money went back, as its buyer reads it; nothing for what has no word. */
export const WHY: Record<string, Phrase> = {
  withdrawal: { fr: 'Rétractation ou retour', en: 'Withdrawal or return' },
  broken: { fr: 'Pièce arrivée abîmée', en: 'Piece arrived damaged' },
  lost: { fr: 'Colis perdu', en: 'Parcel lost' },
  unavailable: { fr: 'Pièce indisponible', en: 'Piece not available' },
  gesture: { fr: 'Geste commercial', en: 'Goodwill' },
  dispute: { fr: 'Paiement contesté auprès de la banque', en: 'Payment disputed with the bank' },
}
