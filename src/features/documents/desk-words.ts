import type { Phrase } from '#lib/i18n.ts'

/** The words of the desk's list of documents. */
export const words = {
  title: { fr: 'Factures et avoirs', en: 'Invoices and credit notes' },
  place: {
    fr: 'Chaque facture et chaque avoir, mois par mois, en PDF',
    en: 'Every invoice and credit note, month by month, as PDF',
  },
  search: { fr: 'N° document, commande', en: 'Document, order no.' },
  months: { fr: 'Mois', en: 'Months' },
  monthBefore: { fr: 'Mois précédent', en: 'Previous month' },
  monthAfter: { fr: 'Mois suivant', en: 'Next month' },
  orderOf: { fr: 'commande {number}', en: 'order {number}' },
  nobody: { fr: 'Sans nom', en: 'No name' },
  oneInvoice: { fr: '{count} facture', en: '{count} invoice' },
  manyInvoices: { fr: '{count} factures', en: '{count} invoices' },
  oneNote: { fr: '{count} avoir', en: '{count} credit note' },
  manyNotes: { fr: '{count} avoirs', en: '{count} credit notes' },
  net: { fr: 'Reste', en: 'Remains' },
  ofWhichVat: { fr: 'dont TVA', en: 'of which VAT' },
  totals: { fr: 'Totaux du mois', en: 'Totals of the month' },
  none: {
    fr: 'Aucun document en {month}. La facture se fait seule dès qu’une commande est payée.',
    en: 'No document in {month}. The invoice makes itself as soon as an order is paid.',
  },
  toOrders: { fr: 'Voir les commandes', en: 'See the orders' },
  notFound: { fr: 'Aucun document ne porte «\u00a0{q}\u00a0».', en: 'No document bears “{q}”.' },
  all: { fr: 'Voir le mois', en: 'See the month' },
  ofOrder: { fr: 'Documents', en: 'Documents' },
} satisfies Record<string, Phrase>
