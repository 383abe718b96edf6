import type { Phrase } from '#lib/i18n.ts'

/** The words of the pages on which options become variants. */
export const words = {
  title: { fr: 'Options', en: 'Options' },
  text: {
    fr: 'Ce que l’acheteur choisit\u00a0: une taille, une couleur. Chaque combinaison est une déclinaison, avec son prix et son stock.',
    en: 'What the buyer chooses: a size, a colour. Each combination is a variant with its price and stock.',
  },
  option: { fr: 'Option {nth}', en: 'Option {nth}' },
  label: { fr: 'Ce que l’on choisit', en: 'What is chosen' },
  value: { fr: 'Valeur {nth}', en: 'Value {nth}' },
  detail: { fr: 'Précision', en: 'Detail' },
  detailHint: { fr: '25 cl, 80 × 72 mm', en: '25 cl, 80 × 72 mm' },
  swatch: { fr: 'Teinte', en: 'Colour' },
  swatchHint: { fr: '#2F5D6B', en: '#2F5D6B' },
  clear: {
    fr: 'Pour retirer une valeur ou une option, videz son nom.',
    en: 'To take out a value or an option, clear its name.',
  },
  more: { fr: 'Plus de lignes', en: 'More rows' },
  moreOptions: { fr: 'Ajouter une option', en: 'Add an option' },
  goOn: { fr: 'Voir ce qui change', en: 'See what changes' },
  previewTitle: { fr: 'Ce qui va changer', en: 'What will change' },
  kept: { fr: 'Restent', en: 'Stay' },
  gained: { fr: 'Nouvelles', en: 'New' },
  gainedText: {
    fr: 'Prix et poids viennent de la plus proche\u00a0; le stock commence à zéro.',
    en: 'Price and weight come from the nearest one; stock begins at zero.',
  },
  lost: { fr: 'Ne sont plus proposées', en: 'No longer offered' },
  lostText: {
    fr: 'Leurs commandes restent telles quelles. Si le choix revient, elles reviennent avec leur stock.',
    en: 'Their orders stay as they are. When the choice comes back, they come back with their stock.',
  },
  stockLeft: { fr: '{count} en stock', en: '{count} in stock' },
  wasSold: { fr: '{count} vendues ou promises', en: '{count} sold or promised' },
  notCounted: { fr: 'stock non compté', en: 'stock not counted' },
  unpriced: { fr: 'prix à donner', en: 'to be priced' },
  back: { fr: 'Revenir', en: 'Go back' },
  confirm: { fr: 'Changer les déclinaisons', en: 'Change the variants' },
  nothing: {
    fr: 'Les déclinaisons restent les mêmes\u00a0; seuls les noms changent.',
    en: 'The variants stay the same; only names change.',
  },
  plain: { fr: 'Sans option', en: 'Without options' },
} satisfies Record<string, Phrase>
