import type { Phrase } from '#lib/i18n.ts'

export const words = {
  title: { fr: 'TVA', en: 'VAT' },
  place: { fr: 'Régime, taux par pays, seuils', en: 'Regime, rates by country, thresholds' },
  text: {
    fr: 'Les prix de la boutique sont ce que l’acheteur paie, TVA comprise. Le régime ne change que la part de TVA qu’ils contiennent.',
    en: 'The prices of the shop are what the buyer pays, VAT included. The regime changes only how much VAT is inside.',
  },
  regime: { fr: 'Régime', en: 'Regime' },
  exempt: { fr: 'Franchise en base', en: 'Exempt (small business)' },
  exemptHint: {
    fr: 'Pas de TVA sur les ventes. La mention de la loi la remplace partout.',
    en: 'No VAT on sales. The words of the law take its place everywhere.',
  },
  domestic: { fr: 'TVA française', en: 'French VAT' },
  domesticHint: {
    fr: 'Le taux français pour toutes les ventes, où qu’elles aillent.',
    en: 'The French rate for every sale, wherever it goes.',
  },
  destination: { fr: 'TVA du pays de livraison', en: 'VAT of the country of delivery' },
  destinationHint: {
    fr: 'Au-delà de 10 000 € de ventes par an vers d’autres pays de l’Union, tous ensemble (directive 2006/112, art. 59 quater), déclarées au guichet OSS. Pièces et fichiers portent le taux du pays où ils vont, et aucune TVA hors de l’Union\u00a0; les ateliers restent au taux français.',
    en: 'Above €10,000 of sales a year to other countries of the Union, all together (directive 2006/112, art. 59c), declared through the OSS. Pieces and files bear the rate of the country they go to, and no VAT outside of the Union; workshops keep the French rate.',
  },
  mention: { fr: 'Mention sans TVA', en: 'Words when there is no VAT' },
  mentionHint: {
    fr: 'Imprimée en franchise seulement. Cette formule est admise jusqu’au 31 décembre 2027.',
    en: 'Printed when exempt only. These words are accepted until 31 December 2027.',
  },
  all: { fr: 'Ventes de {year}', en: 'Sales of {year}' },
  services: {
    fr: 'Prestations de {year} (ateliers, stages, fichiers)',
    en: 'Services of {year} (workshops, courses, files)',
  },
  far: {
    fr: '{what}\u00a0: {turnover}. La franchise s’arrête au-delà de {threshold} par an.',
    en: '{what}: {turnover}. The exemption ends above {threshold} a year.',
  },
  near: {
    fr: '{what}\u00a0: {turnover}, plus de 80\u00a0% du seuil de {threshold}. Parlez-en à votre comptable avant de le passer.',
    en: '{what}: {turnover}, above 80% of the threshold of {threshold}. Talk to your accountant before you pass it.',
  },
  over: {
    fr: '{what}\u00a0: {turnover}, au-dessus du seuil de {threshold}. La TVA est due à partir du 1er janvier prochain.',
    en: '{what}: {turnover}, above the threshold of {threshold}. VAT is due from 1 January next.',
  },
  at_once: {
    fr: '{what}\u00a0: {turnover}, au-dessus du seuil majoré de {threshold}. La TVA est due dès maintenant.',
    en: '{what}: {turnover}, above the higher threshold of {threshold}. VAT is due from now on.',
  },
  counted: {
    fr: 'Ce qui a été encaissé, moins ce qui a été remboursé. Les prestations ont leur propre seuil, à l’intérieur du premier.',
    en: 'What came in, less what went back. Services have a threshold of their own, within the first.',
  },

  rates: { fr: 'Taux', en: 'Rates' },
  ratesText: {
    fr: 'Chaque taux vaut à partir de son jour. Ce qui est vendu garde le sien\u00a0: le passé ne se change pas.',
    en: 'Each rate holds from its day on. What has been sold keeps its own: the past does not change.',
  },
  noRates: {
    fr: 'Aucun taux à vous\u00a0: la boutique prend le taux normal de chaque pays de l’Union.',
    en: 'No rates of your own: the shop takes the standard rate of each country of the Union.',
  },
  fill: {
    fr: 'Remplir les taux normaux de l’Union',
    en: 'Fill in the standard rates of the Union',
  },
  fillText: {
    fr: 'Source\u00a0: {source}. Vos propres taux restent.',
    en: 'Source: {source}. Your own rates stay.',
  },
  since: { fr: 'depuis le {day}', en: 'since {day}' },
  coming: { fr: 'à partir du {day}', en: 'from {day}' },
  until: { fr: 'du {day} au {end}', en: '{day} to {end}' },
  removeRate: { fr: 'Annuler', en: 'Cancel' },
  removeText: {
    fr: 'Ce taux n’a pas commencé\u00a0: il est retiré de la liste.',
    en: 'This rate has not started: it leaves the list.',
  },
  removeAct: { fr: 'Annuler ce taux', en: 'Cancel this rate' },
  ofRate: { fr: '{country}, {rate}', en: '{country}, {rate}' },
  addRate: { fr: 'Ajouter un taux', en: 'Add a rate' },
  country: { fr: 'Pays', en: 'Country' },
  class: { fr: 'Catégorie', en: 'Category' },
  rate: { fr: 'Taux (%)', en: 'Rate (%)' },
  from: { fr: 'À partir du', en: 'From' },
  source: { fr: 'Loi ou source', en: 'Law or source' },
  sourceHint: { fr: 'Comme «\u00a0CGI, art. 278\u00a0».', en: 'Such as “CGI, art. 278”.' },
  add: { fr: 'Ajouter ce taux', en: 'Add this rate' },
  northernIreland: { fr: 'Irlande du Nord (marchandises)', en: 'Northern Ireland (goods)' },
  added: { fr: 'Le taux est ajouté.', en: 'The rate has been added.' },
  filled: { fr: 'Les taux normaux sont dans la liste.', en: 'The standard rates are in the list.' },
  removed: { fr: 'Le taux est annulé.', en: 'The rate has been cancelled.' },
} satisfies Record<string, Phrase>

/** Classes as people call them; one that is not here is called by its own name. */
export const CLASS_NAMES: Partial<Record<string, Phrase>> = {
  standard: { fr: 'Taux normal', en: 'Standard' },
  reduced: { fr: 'Taux réduit', en: 'Reduced' },
  book: { fr: 'Livres', en: 'Books' },
  none: { fr: 'Sans TVA à la vente', en: 'No VAT at the sale' },
}
