export const words = {
  extra: { fr: 'Remboursement', en: 'Refund' },
  undone: {
    fr: 'Remboursement revenu de la banque',
    en: 'Refund that came back from the bank',
  },
}
