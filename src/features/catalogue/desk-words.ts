import type { Phrase } from '#lib/i18n.ts'
import type { ProductState } from './product-form.ts'
import type { Kind } from './rules.ts'

export const KIND_NAMES: Record<Kind, { label: Phrase; hint: Phrase }> = {
  physical: {
    label: { fr: 'Un objet', en: 'An object' },
    hint: { fr: 'Il s’expédie ou se retire.', en: 'It is sent or collected.' },
  },
  bundle: {
    label: { fr: 'Un lot', en: 'A set' },
    hint: { fr: 'Plusieurs pièces à un prix.', en: 'Several pieces at one price.' },
  },
  digital: {
    label: { fr: 'Un fichier', en: 'A file' },
    hint: { fr: 'Téléchargé dès le paiement.', en: 'Downloaded once it is paid.' },
  },
  service: {
    label: { fr: 'Un stage ou un service', en: 'A workshop or a service' },
    hint: { fr: 'Le stock compte les places.', en: 'Stock counts the seats.' },
  },
  gift_card: {
    label: { fr: 'Une carte cadeau', en: 'A gift card' },
    hint: { fr: 'Un code part par e-mail.', en: 'A code is sent by e-mail.' },
  },
}

export const STATE_NAMES: Record<ProductState, { label: Phrase; hint?: Phrase }> = {
  draft: {
    label: { fr: 'Brouillon', en: 'Draft' },
    hint: { fr: 'Personne ne la voit.', en: 'Nobody sees it.' },
  },
  published: { label: { fr: 'En ligne', en: 'In the shop' } },
  scheduled: {
    label: { fr: 'Programmée', en: 'Scheduled' },
    hint: { fr: 'Elle sort au jour et à l’heure dits.', en: 'It comes out on the day.' },
  },
  archived: {
    label: { fr: 'Retirée', en: 'Retired' },
    hint: {
      fr: 'La page dit que vous ne la faites plus.',
      en: 'The page says that you no longer make it.',
    },
  },
}

/** What the tax classes of the law are called. */
export const TAX_NAMES: Partial<Record<string, Phrase>> = {
  standard: { fr: 'Taux normal', en: 'Standard rate' },
  reduced: { fr: 'Taux réduit', en: 'Reduced rate' },
  book: { fr: 'Livres', en: 'Books' },
  books: { fr: 'Livres', en: 'Books' },
  food: { fr: 'Alimentation', en: 'Food' },
  zero: { fr: 'Sans TVA', en: 'No VAT' },
}

export const DONE: Partial<Record<string, Phrase>> = {
  saved: { fr: 'Enregistré.', en: 'Saved.' },
  made: {
    fr: 'La pièce est enregistrée. Ajoutez ses photos ci-dessous.',
    en: 'The piece is saved. Add its pictures below.',
  },
  published: { fr: 'La pièce est en ligne.', en: 'The piece is in the shop.' },
  options: {
    fr: 'Les déclinaisons sont à jour. Vérifiez les prix et le stock des nouvelles.',
    en: 'The variants are up to date. Check prices and stock of the new ones.',
  },
  file: { fr: 'Le fichier est en place.', en: 'The file is in place.' },
  preview: { fr: 'Le lien d’aperçu est prêt.', en: 'The preview link is ready.' },
  closed: {
    fr: 'Le lien d’aperçu ne mène plus nulle part.',
    en: 'The preview link leads nowhere any more.',
  },
  pictures: { fr: 'Les photos sont à jour.', en: 'The pictures are up to date.' },
}

export const words = {
  pieces: { fr: 'Pièces', en: 'Pieces' },
  newPiece: { fr: 'Nouvelle pièce', en: 'New piece' },
  pictures: { fr: 'Photos', en: 'Pictures' },
  picturesLater: {
    fr: 'Enregistrez une première fois, même en brouillon\u00a0: les photos et les options viennent ensuite.',
    en: 'Save it once, even as a draft: pictures and options come next.',
  },

  title: { fr: 'Nom', en: 'Name' },
  subtitle: { fr: 'En une ligne', en: 'In one line' },
  description: { fr: 'Description', en: 'Description' },
  descriptionHint: {
    fr: 'La première phrase s’affiche en grand. Pour mettre en forme\u00a0: **gras**, *italique*, un tiret devant chaque ligne d’une liste, [lien](adresse).',
    en: 'The first sentence is shown large. **bold**, *italic*, - list, [link](address).',
  },
  showText: { fr: 'Aperçu du texte', en: 'Preview the text' },
  textShown: { fr: 'Aperçu de la description', en: 'Preview of the description' },
  noText: { fr: 'Rien d’écrit pour l’instant.', en: 'Nothing is written yet.' },
  care: { fr: 'Entretien', en: 'Care' },
  madeIn: { fr: 'Fabriqué où', en: 'Made where' },
  warnings: { fr: 'Mises en garde', en: 'Warnings' },
  warningsHint: {
    fr: 'Ce que la loi veut voir dit avant l’achat\u00a0: âge, chaleur, allergènes.',
    en: 'What the law wants said before the purchase: age, heat, allergens.',
  },
  moreWords: { fr: 'Entretien, fabrication, mises en garde', en: 'Care, making, warnings' },
  wordsIn: { fr: 'Les textes {lang}', en: 'The words {lang}' },
  wordsMissing: {
    fr: 'pas encore\u00a0: la boutique montre l’autre langue',
    en: 'not yet: the shop shows the other language',
  },

  variants: { fr: 'Déclinaisons', en: 'Variants' },
  priceAndStock: { fr: 'Prix et stock', en: 'Price and stock' },
  changeOptions: { fr: 'Changer les options', en: 'Change the options' },
  addOptions: { fr: 'Ajouter une taille, une couleur', en: 'Add a size, a colour' },
  manyVariants: { fr: '{count} déclinaisons', en: '{count} variants' },
  oneVariant: { fr: '{count} déclinaison', en: '{count} variant' },
  price: { fr: 'Prix TTC', en: 'Price with VAT' },
  priceExempt: { fr: 'Prix', en: 'Price' },
  stock: { fr: 'Stock', en: 'Stock' },
  seats: { fr: 'Places', en: 'Seats' },
  sku: { fr: 'Référence', en: 'Reference' },
  weight: { fr: 'Poids, g', en: 'Weight, g' },
  cost: { fr: 'Coût de revient', en: 'Cost' },
  costHint: {
    fr: 'La boutique ne montre jamais ce que la pièce vous coûte.',
    en: 'The shop never shows what it costs you.',
  },
  content: { fr: 'Contenu', en: 'Content' },
  showMore: { fr: 'Montrer poids et coût', en: 'Show weight and cost' },
  showMoreOnPhone: {
    fr: 'Montrer référence, poids et coût',
    en: 'Show reference, weight and cost',
  },
  priceNote: {
    fr: 'Un prix changé à la baisse affiche le prix le plus bas des 30 derniers jours.',
    en: 'A price that goes down shows the lowest price of the last 30 days.',
  },
  margin: {
    fr: 'Il vous reste {left} par pièce, soit {percent} du prix hors TVA.',
    en: 'You keep {left} of each, {percent} of the price without VAT.',
  },
  loss: {
    fr: 'Vous perdez {left} sur chaque pièce.',
    en: 'You lose {left} on each.',
  },
  stockMoved: {
    fr: 'Entre-temps il en reste {now}, et non {shown}. Enregistrez encore pour en écrire {wanted}.',
    en: 'Meanwhile {now} are left, not {shown}. Save again to make it {wanted}.',
  },
  stockTold: {
    fr: 'Rien n’est enregistré\u00a0: des ventes ont changé le stock pendant que vous écriviez.',
    en: 'Nothing is saved: sales changed the stock while you were writing.',
  },
  changedBy: {
    fr: '{who} a enregistré cette pièce à {time}, pendant que vous écriviez. Ce que vous avez tapé est encore là\u00a0: enregistrer encore remplace sa version.',
    en: '{who} saved this piece at {time}, while you were writing. What you typed is still here: saving again replaces their version.',
  },
  theirs: { fr: 'Voir sa version', en: 'See their version' },

  kind: { fr: 'C’est', en: 'This is' },
  state: { fr: 'État', en: 'State' },
  day: { fr: 'Jour', en: 'Day' },
  time: { fr: 'Heure', en: 'Time' },
  shelves: { fr: 'Rangée dans', en: 'Kept in' },
  noShelf: {
    fr: 'Pas encore de collection. Elle se trouvera dans «\u00a0Toute la boutique\u00a0».',
    en: 'No collection yet. It will be found in “The whole shop”.',
  },
  measures: { fr: 'Mesures', en: 'Measures' },
  length: { fr: 'Long. mm', en: 'Length mm' },
  width: { fr: 'Larg. mm', en: 'Width mm' },
  height: { fr: 'Haut. mm', en: 'Height mm' },
  contentUnit: { fr: 'Vendue à la mesure', en: 'Sold by measure' },
  contentHint: {
    fr: 'La boutique affiche alors le prix au kilo, au litre ou au mètre, comme la loi le veut.',
    en: 'The shop then shows the price per kilo, litre or metre, as the law wants.',
  },
  noUnit: { fr: 'Non', en: 'No' },
  grams: { fr: 'En grammes', en: 'In grams' },
  millilitres: { fr: 'En millilitres', en: 'In millilitres' },
  millimetres: { fr: 'En millimètres', en: 'In millimetres' },
  whenGone: { fr: 'Quand il n’y en a plus', en: 'When there is none left' },
  showSold: { fr: 'Afficher «\u00a0vendue\u00a0»', en: 'Show “sold”' },
  toOrder: { fr: 'La faire sur commande', en: 'Make it to order' },
  toOrderHint: { fr: 'Le stock n’est plus compté.', en: 'Stock is no longer counted.' },
  leadWeeks: { fr: 'Délai, en semaines', en: 'Weeks to wait' },
  oneOfAKind: {
    fr: 'Pièce unique\u00a0: une seule, et elle reste visible une fois vendue',
    en: 'One of a kind: only one, and it stays in sight once sold',
  },
  tax: { fr: 'TVA', en: 'VAT' },

  facts: { fr: 'Caractéristiques et mots-clés', en: 'Facts and tags' },
  factsHint: {
    fr: 'La page les montre, et vos collections se filtrent par elles\u00a0: Matière, Technique, Usage.',
    en: 'The page shows them, and your collections are filtered by them: Material, Technique, Use.',
  },
  factName: { fr: 'Caractéristique', en: 'Fact' },
  factValue: { fr: 'Valeur', en: 'Value' },
  tags: { fr: 'Mots-clés, séparés par des virgules', en: 'Tags, with commas between' },
  personal: { fr: 'Personnalisation', en: 'Personalisation' },
  personalHint: {
    fr: 'Ce que l’acheteur écrit pour que vous le fassiez à son nom. Une pièce personnalisée ne se retourne pas.',
    en: 'What the buyer writes for you to make it theirs. A personalised piece cannot be returned.',
  },
  personalNth: { fr: 'Champ {nth}', en: 'Field {nth}' },
  personalLabel: { fr: 'Ce que vous demandez', en: 'What you ask for' },
  personalMost: { fr: 'Lettres au plus', en: 'Letters at most' },
  personalPrice: { fr: 'Supplément', en: 'Extra' },
  personalRequired: { fr: 'À remplir pour pouvoir acheter', en: 'Needed to buy it' },
  related: { fr: 'Pour aller avec', en: 'Goes well with' },
  relatedLabel: { fr: 'Autres pièces, une par ligne', en: 'Other pieces, one a line' },
  relatedHint: {
    fr: 'L’adresse d’une pièce ou sa référence, huit au plus.',
    en: 'The address of a piece or its reference, eight at most.',
  },
  relatedSearch: { fr: 'Chercher une pièce par son nom', en: 'Find a piece by its name' },
  relatedAdded: { fr: '{title} est dans la liste.', en: '{title} is in the list.' },
  relatedUnknown: {
    fr: 'L’une de ces pièces n’existe pas, ou c’est celle-ci.',
    en: 'One of these pieces does not exist, or it is this one.',
  },
  parts: { fr: 'De quoi le lot est fait', en: 'What the set is made of' },
  partsHint: {
    fr: 'La référence de chaque pièce. Il reste autant de lots que le permet la plus rare.',
    en: 'The reference of each piece. There are as many sets as the scarcest allows.',
  },
  part: { fr: 'Référence {nth}', en: 'Reference {nth}' },
  partQuantity: { fr: 'Nombre {nth}', en: 'Number {nth}' },
  partUnknown: {
    fr: 'Aucune autre pièce n’a cette référence.',
    en: 'No other piece has this reference.',
  },
  search: { fr: 'Adresse et moteurs de recherche', en: 'Address and search engines' },
  slug: { fr: 'Adresse', en: 'Address' },
  slugHint: {
    fr: 'Après /products/. Vide, elle vient du nom. L’ancienne adresse mène à la nouvelle.',
    en: 'After /products/. Left empty, it comes from the name. The old address leads to the new one.',
  },
  slugTaken: {
    fr: 'Une autre pièce a cette adresse.',
    en: 'Another piece has this address.',
  },
  searchTitle: { fr: 'Titre pour les moteurs', en: 'Title for search engines' },
  searchTitleHint: { fr: 'Vide\u00a0: le nom.', en: 'Left empty: the name.' },
  searchText: { fr: 'Description pour les moteurs', en: 'Description for search engines' },
  searchTextHint: {
    fr: 'Vide\u00a0: «\u00a0En une ligne\u00a0». 160 signes sont lus.',
    en: 'Left empty: “In one line”. 160 characters are read.',
  },
  skuTaken: {
    fr: 'Une autre pièce, ou une déclinaison retirée, a cette référence.',
    en: 'Another piece, or a retired variant, has this reference.',
  },

  savedNow: { fr: 'Enregistré à l’instant', en: 'Saved just now' },
  savedMinutes: { fr: 'Enregistré il y a {count} min', en: 'Saved {count} min ago' },
  savedAt: { fr: 'Enregistré\u00a0: {when}', en: 'Saved: {when}' },
  notSaved: { fr: 'Pas encore enregistrée', en: 'Not saved yet' },
  unsaved: { fr: 'Des changements à enregistrer', en: 'Changes to save' },
  save: { fr: 'Enregistrer', en: 'Save' },
  publish: { fr: 'Publier', en: 'Publish' },
  see: { fr: 'Voir', en: 'See it' },

  file: { fr: 'Fichier à télécharger', en: 'File to download' },
  fileNone: {
    fr: 'Pas encore de fichier\u00a0: rien ne partirait après le paiement.',
    en: 'No file yet: nothing would be sent after the payment.',
  },
  fileChoose: { fr: 'PDF, EPUB ou ZIP, 20\u00a0Mo au plus', en: 'PDF, EPUB or ZIP, 20 MB at most' },
  fileMost: { fr: 'Téléchargements par achat', en: 'Downloads per purchase' },
  fileSend: { fr: 'Envoyer le fichier', en: 'Send the file' },
  fileKind: {
    fr: 'Ce fichier n’est ni un PDF, ni un EPUB, ni un ZIP.',
    en: 'This file is neither a PDF, nor an EPUB, nor a ZIP.',
  },
  fileLarge: { fr: 'Ce fichier dépasse 20\u00a0Mo.', en: 'This file is over 20 MB.' },
  fileMissing: { fr: 'Choisissez un fichier.', en: 'Choose a file.' },

  preview: { fr: 'Lien d’aperçu', en: 'Preview link' },
  previewText: {
    fr: 'Qui a ce lien voit la pièce avant sa sortie, sans pouvoir l’acheter.',
    en: 'Whoever has this link sees the piece before it is out, and cannot buy it.',
  },
  previewOpen: { fr: 'Créer un lien', en: 'Make a link' },
  previewClose: { fr: 'Retirer le lien', en: 'Take the link back' },
} satisfies Record<string, Phrase>
