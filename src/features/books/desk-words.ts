import { PAID_WORDS } from '#features/orders/manual-words.ts'
import type { Phrase } from '#lib/i18n.ts'
import type { Length } from './turnover-rules.ts'

/** Means of payment, as the journal keeps them. */
export const METHOD_WORDS: Partial<Record<string, Phrase>> = {
  ...PAID_WORDS,
  stripe: { fr: 'En ligne', en: 'Online' },
  '': { fr: 'Rien à payer', en: 'Nothing to pay' },
}

export const LENGTH_WORDS: Record<Length, Phrase> = {
  month: { fr: 'Par mois', en: 'By month' },
  quarter: { fr: 'Par trimestre', en: 'By quarter' },
  year: { fr: 'Par an', en: 'By year' },
}

export const words = {
  place: { fr: 'Comptes', en: 'Books' },
  placeText: {
    fr: 'Livre des recettes, chiffre d’affaires, journal des ventes',
    en: 'Book of receipts, turnover, sales journal',
  },
  tabs: { fr: 'Livres', en: 'Books' },

  receipts: { fr: 'Livre des recettes', en: 'Book of receipts' },
  receiptsText: {
    fr: 'Chaque encaissement et chaque remboursement, dans l’ordre, tel que la loi le demande (C. com. L123-28). Il se tient tout seul.',
    en: 'Every receipt and every refund, in order, as the law asks (French Commercial Code, L123-28). It keeps itself.',
  },
  noReceipts: {
    fr: 'Aucune recette en {month}. La première commande payée ouvrira le livre de ce mois.',
    en: 'No receipts in {month}. The first order that is paid opens the book of this month.',
  },
  date: { fr: 'Date', en: 'Date' },
  document: { fr: 'Pièce', en: 'Document' },
  order: { fr: 'Commande', en: 'Order' },
  orderNumber: { fr: 'commande {number}', en: 'order {number}' },
  payment: { fr: 'Règlement', en: 'Payment' },
  goods: { fr: 'Marchandises', en: 'Goods' },
  services: { fr: 'Prestations', en: 'Services' },
  amount: { fr: 'Montant', en: 'Amount' },
  vat: { fr: 'TVA', en: 'VAT' },
  currency: { fr: 'Monnaie', en: 'Currency' },
  total: { fr: 'Total', en: 'Total' },
  totalOf: { fr: 'Total, {month}', en: 'Total, {month}' },
  allMethods: { fr: 'Tous', en: 'All' },
  byMethod: { fr: 'Par moyen de paiement', en: 'By means of payment' },
  csv: { fr: 'Télécharger pour un tableur', en: 'Download for a spreadsheet' },

  turnover: { fr: 'Chiffre d’affaires', en: 'Turnover' },
  turnoverText: {
    fr: 'Ce qui a été encaissé, moins ce qui a été remboursé\u00a0: les montants à déclarer, marchandises et prestations à part.',
    en: 'What came in, less what went back: the amounts to declare, goods and services apart.',
  },
  noTurnover: {
    fr: 'Rien en {year}. Les chiffres viennent avec la première commande payée.',
    en: 'Nothing in {year}. Figures come with the first order that is paid.',
  },
  lengths: { fr: 'Périodes', en: 'Periods' },
  period: { fr: 'Période', en: 'Period' },
  sold: { fr: 'Ventes', en: 'Sales' },
  refunded: { fr: 'Remboursements', en: 'Refunds' },
  net: { fr: 'Recettes', en: 'Receipts' },
  quarterOf: { fr: 'Trimestre {n}, {year}', en: 'Quarter {n}, {year}' },
  byRate: { fr: 'TVA collectée, par taux', en: 'VAT collected, by rate' },
  rate: { fr: 'Taux', en: 'Rate' },
  base: { fr: 'Base hors taxe', en: 'Base without VAT' },
  vatAt: { fr: 'TVA {rate}', en: 'VAT {rate}' },
  thresholds: { fr: 'Franchise de TVA', en: 'VAT exemption' },
  former: { fr: 'Précédent', en: 'Previous' },
  following: { fr: 'Suivant', en: 'Next' },
} satisfies Record<string, Phrase>
