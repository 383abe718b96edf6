import type { Phrase } from '#lib/i18n.ts'

/** The words of a change of many pieces. */
export const bulkWords = {
  titleOne: { fr: 'Modifier {count} pièce', en: 'Change {count} piece' },
  titleMany: { fr: 'Modifier {count} pièces', en: 'Change {count} pieces' },
  which: { fr: 'Lesquelles', en: 'Which ones' },
  what: { fr: 'Que voulez-vous changer\u00a0?', en: 'What do you want to change?' },
  price: { fr: 'Le prix', en: 'The price' },
  down: { fr: 'Baisser de', en: 'Lower by' },
  up: { fr: 'Augmenter de', en: 'Raise by' },
  sign: { fr: 'Sens', en: 'Direction' },
  size: { fr: 'Combien', en: 'How much' },
  unit: { fr: 'Unité', en: 'Unit' },
  percent: { fr: '%', en: '%' },
  to90: { fr: 'Finir chaque prix en ,90', en: 'End every price in .90' },
  state: { fr: 'L’état', en: 'The state' },
  newState: { fr: 'Nouvel état', en: 'New state' },
  join: { fr: 'Ranger dans une collection', en: 'Put into a collection' },
  leave: { fr: 'Retirer d’une collection', en: 'Take out of a collection' },
  collection: { fr: 'Collection', en: 'Collection' },
  stock: { fr: 'Le stock', en: 'The stock' },
  made: { fr: 'Faites, de chaque déclinaison', en: 'Made, of each variant' },
  look: { fr: 'Voir ce qui change', en: 'See what changes' },
  nothingYet: {
    fr: 'Rien ne change encore\u00a0: vous verrez d’abord chaque pièce.',
    en: 'Nothing changes yet: you will see every piece first.',
  },

  previewTitle: { fr: 'Ce qui va changer', en: 'What will change' },
  willChange: { fr: '{count} pièce change', en: '{count} piece changes' },
  willChangeMany: { fr: '{count} pièces changent', en: '{count} pieces change' },
  stay: { fr: 'Restent comme elles sont', en: 'Stay as they are' },
  nothing: {
    fr: 'Aucune de ces pièces ne change\u00a0: revenez choisir autre chose.',
    en: 'None of these pieces changes: go back and choose something else.',
  },
  lawNote: {
    fr: 'Un prix changé à la baisse affiche le prix le plus bas des 30 derniers jours, barré.',
    en: 'A price that is lowered shows the lowest price of the last 30 days, crossed out.',
  },
  joins: { fr: 'rangée dans {title}', en: 'put into {title}' },
  leaves: { fr: 'retirée de {title}', en: 'taken out of {title}' },
  adds: { fr: '+{made} en stock', en: '+{made} in stock' },
  addsEach: {
    fr: '+{made} à chacune des {count} déclinaisons',
    en: '+{made} to each of {count} variants',
  },
  becomes: { fr: 'devient', en: 'becomes' },
  confirm: { fr: 'Changer {count} pièce', en: 'Change {count} piece' },
  confirmMany: { fr: 'Changer {count} pièces', en: 'Change {count} pieces' },
  otherwise: { fr: 'Revenir', en: 'Go back' },
  moved: {
    fr: 'Une pièce a changé depuis l’aperçu. Voici ce qui changerait maintenant\u00a0: vérifiez et confirmez.',
    en: 'A piece has changed since the preview. This is what would change now: check it and confirm.',
  },
  tooMany: {
    fr: 'Ces pièces ont plus de {most} déclinaisons ensemble\u00a0: cochez-en moins à la fois.',
    en: 'These pieces have more than {most} variants together: tick fewer at a time.',
  },
} satisfies Record<string, Phrase>

/** The words of collections. */
export const treeWords = {
  add: { fr: 'Nouvelle collection', en: 'New collection' },
  empty: {
    fr: 'Aucune collection. Faites la première, par exemple «\u00a0La table\u00a0»\u00a0: elle devient une étagère de la boutique.',
    en: 'No collection. Make the first, such as “The table”: it becomes a shelf of the shop.',
  },
  text: {
    fr: 'Les étagères de la boutique, dans l’ordre où elle les montre.',
    en: 'The shelves of the shop, in the order it shows them.',
  },
  up: { fr: 'Monter {title}', en: 'Move {title} up' },
  down: { fr: 'Descendre {title}', en: 'Move {title} down' },
  everything: { fr: 'Toutes les pièces en ligne', en: 'Every piece on sale' },
  placed: { fr: 'C’est rangé.', en: 'Done.' },
  saved: { fr: 'La collection est enregistrée.', en: 'The collection is saved.' },
  removed: {
    fr: 'La collection est supprimée. Ses pièces sont restées.',
    en: 'The collection is deleted. Its pieces have stayed.',
  },
  name: { fr: 'Nom', en: 'Name' },
  line: { fr: 'En une ligne', en: 'In one line' },
  lineHint: { fr: 'Sous son nom, sur la page d’accueil.', en: 'Below its name, on the home page.' },
  description: { fr: 'Présentation', en: 'Introduction' },
  picture: { fr: 'Photo', en: 'Picture' },
  place: { fr: 'À l’intérieur de', en: 'Inside' },
  topLevel: { fr: 'Aucune\u00a0: au premier rang', en: 'None: at the first level' },
  placeHint: {
    fr: 'Ses pièces sont aussi dans les collections au-dessus. Trois niveaux au plus.',
    en: 'Its pieces are also in the collections above. Three levels at most.',
  },
  address: { fr: 'Adresse', en: 'Address' },
  addressHint: {
    fr: '/collections/… Vide, elle vient du nom. L’ancienne adresse mène toujours à la nouvelle.',
    en: '/collections/… Empty, it comes from the name. The former address always leads to the new one.',
  },
  engines: { fr: 'Dans les moteurs de recherche', en: 'In search engines' },
  searchTitle: { fr: 'Titre', en: 'Title' },
  searchText: { fr: 'Description', en: 'Description' },
  searchHint: {
    fr: 'Vides, ils viennent du nom et de la présentation.',
    en: 'Empty, they come from the name and the introduction.',
  },
  see: { fr: 'Voir dans la boutique', en: 'See in the shop' },
  itsPieces: { fr: 'Ses pièces', en: 'Its pieces' },
  remove: { fr: 'Supprimer la collection', en: 'Delete the collection' },
  removeText: {
    fr: 'Ses pièces restent dans la boutique. Son adresse mène à {to}. Cela ne s’annule pas.',
    en: 'Its pieces stay in the shop. Its address leads to {to}. This cannot be undone.',
  },
  removeAct: { fr: 'Supprimer', en: 'Delete' },
  slugTaken: {
    fr: 'Une autre collection a cette adresse\u00a0: écrivez-en une autre.',
    en: 'Another collection has this address: write another.',
  },
  noPicture: {
    fr: 'Il n’y a pas de photo de ce numéro.',
    en: 'There is no picture of this number.',
  },
  parentGone: {
    fr: 'Cette collection vient de disparaître ou de changer de place\u00a0: choisissez encore.',
    en: 'That collection has just gone or moved: choose again.',
  },
} satisfies Record<string, Phrase>

/** The words of sales. */
export const saleWords = {
  add: { fr: 'Nouvelle réduction', en: 'New sale' },
  text: {
    fr: 'Des prix réduits pour quelques jours. Ils commencent et finissent tout seuls, à l’heure dite.',
    en: 'Reduced prices for some days. They begin and end by themselves, on the hour.',
  },
  empty: {
    fr: 'Aucune réduction. Choisissez des pièces et des jours\u00a0: la boutique barre le bon prix, puis remet le vôtre.',
    en: 'No sale. Choose pieces and days: the shop crosses out the right price, then puts yours back.',
  },
  running: { fr: 'En cours', en: 'Running' },
  planned: { fr: 'À venir', en: 'To come' },
  over: { fr: 'Passées', en: 'Past' },
  off: { fr: '−{percent}\u00a0%', en: '−{percent}%' },
  ownPrices: { fr: 'prix choisis', en: 'chosen prices' },
  fromTo: { fr: 'du {from} au {to}', en: 'from {from} to {to}' },
  fromOn: { fr: 'depuis le {from}, sans fin dite', en: 'from {from}, with no end set' },
  newTitle: { fr: 'Nouvelle réduction', en: 'New sale' },
  choose: { fr: 'Quelles pièces\u00a0?', en: 'What goes on sale?' },
  chooseCollection: { fr: 'Une collection entière', en: 'A whole collection' },
  choosePieces: { fr: 'Ou cochez des pièces dans la liste', en: 'Or tick pieces in the list' },
  chooseText: { fr: 'Cent pièces au plus.', en: 'A hundred pieces at most.' },
  goOn: { fr: 'Continuer', en: 'Go on' },
  tooMany: {
    fr: 'C’est trop pour une réduction\u00a0: cent pièces et {most} déclinaisons au plus. Choisissez-en moins.',
    en: 'That is too much for one sale: a hundred pieces and {most} variants at most. Choose fewer.',
  },
  noneLeft: {
    fr: 'Rien à réduire ici\u00a0: ni déclinaison à vendre, ni prix. Choisissez d’autres pièces.',
    en: 'Nothing to put on sale here: no variant to sell, no price. Choose other pieces.',
  },
  name: { fr: 'Nom, pour vous', en: 'Name, for you' },
  from: { fr: 'Du', en: 'From' },
  until: { fr: 'Au', en: 'Until' },
  untilHint: { fr: 'Vide\u00a0: jusqu’à ce que vous l’arrêtiez.', en: 'Empty: until you end it.' },
  hour: { fr: 'À', en: 'At' },
  hours: { fr: '{hour}\u00a0h', en: '{hour}:00' },
  how: { fr: 'De combien', en: 'Reduction' },
  byPercent: { fr: 'Le même pourcentage', en: 'The same percentage' },
  byPrice: { fr: 'Un prix par déclinaison', en: 'A price for each variant' },
  percentOff: { fr: 'Pourcentage de moins', en: 'Percentage off' },
  salePrice: { fr: 'Prix réduit de {title}', en: 'Sale price of {title}' },
  emptyPrice: {
    fr: 'Une déclinaison sans prix réduit reste à son prix.',
    en: 'A variant without a sale price keeps its price.',
  },
  look: { fr: 'Voir les prix affichés', en: 'See the prices as shown' },
  plan: { fr: 'Planifier', en: 'Plan the sale' },
  preview: { fr: 'Ce que la boutique affichera', en: 'What the shop will show' },
  reference: {
    fr: 'barré\u00a0: {price}, le plus bas des 30 jours',
    en: 'crossed out: {price}, the lowest in 30 days',
  },
  notShown: {
    fr: 'rien de barré\u00a0: elle a coûté autant ou moins dans les 30 jours',
    en: 'nothing crossed out: it cost as much or less in the 30 days',
  },
  warnOne: {
    fr: 'Une réduction ne sera pas affichée comme telle\u00a0: la loi compare au prix le plus bas des 30 jours.',
    en: 'One reduction will not be shown as one: the law compares with the lowest price in 30 days.',
  },
  warnMany: {
    fr: '{count} réductions ne seront pas affichées comme telles\u00a0: la loi compare au prix le plus bas des 30 jours.',
    en: '{count} reductions will not be shown as such: the law compares with the lowest price in 30 days.',
  },
  clash: {
    fr: 'Des pièces sont déjà dans «\u00a0{titles}\u00a0» ces jours-là.',
    en: 'Some pieces are already in “{titles}” on those days.',
  },
  isPlanned: {
    fr: 'La réduction est prévue. Elle commence toute seule.',
    en: 'The sale is planned. It begins by itself.',
  },
  isOver: {
    fr: 'La réduction est finie. Les prix sont revenus.',
    en: 'The sale is over. The prices are back.',
  },
  isRemoved: { fr: 'La réduction est supprimée.', en: 'The sale is deleted.' },
  refused: {
    fr: 'Cela n’a pas pu se faire\u00a0: la réduction a commencé ou fini entre-temps.',
    en: 'That could not be done: the sale has begun or ended meanwhile.',
  },
  end: { fr: 'Arrêter maintenant', en: 'End it now' },
  endText: {
    fr: 'Chaque pièce retrouve son prix d’avant, sauf celles dont vous avez changé le prix entre-temps.',
    en: 'Every piece gets its former price back, except those whose price you changed meanwhile.',
  },
  remove: { fr: 'Supprimer cette réduction', en: 'Delete this sale' },
  removeText: {
    fr: 'Elle n’a pas commencé\u00a0: aucun prix ne change. Cela ne s’annule pas.',
    en: 'It has not begun: no price changes. This cannot be undone.',
  },
  removeAct: { fr: 'Supprimer', en: 'Delete' },
  backTo: { fr: 'puis {price}', en: 'then {price}' },
  yours: { fr: 'votre prix, hors réduction', en: 'your price, outside the sale' },
} satisfies Record<string, Phrase>
