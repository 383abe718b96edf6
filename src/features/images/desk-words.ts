import type { Phrase } from '#lib/i18n.ts'

/** Why a file did not become a picture of the shop, and what to do. */
export const refusals = {
  empty: { fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  heavy: {
    fr: 'Cette photo pèse plus de 10 Mo\u00a0: réduisez-la et réessayez.',
    en: 'This picture is heavier than 10 MB: make it smaller and try again.',
  },
  drawing: {
    fr: 'Un dessin SVG peut cacher un programme\u00a0: enregistrez-le en PNG.',
    en: 'An SVG drawing can hide a program: save it as a PNG.',
  },
  other: {
    fr: 'Ce fichier n’est pas une photo que nous savons lire\u00a0: choisissez un JPEG, un PNG, un WebP ou un AVIF.',
    en: 'This file is not a picture that we can read: choose a JPEG, PNG, WebP or AVIF.',
  },
  large: {
    fr: 'Cette photo est trop grande\u00a0: 40 millions de pixels et 12\u202f000 de côté, pas plus.',
    en: 'This picture is too large: 40 million pixels and 12,000 a side at most.',
  },
  broken: {
    fr: 'Cette photo est abîmée ou incomplète\u00a0: exportez-la de nouveau et réessayez.',
    en: 'This picture is damaged or incomplete: export it again and try once more.',
  },
  heic: {
    fr: 'Cette photo HEIC n’a pas pu être lue\u00a0: enregistrez-la en JPEG.',
    en: 'This HEIC picture could not be read: save it as a JPEG.',
  },
  quota: {
    fr: 'Les photos gratuites de ce mois sont toutes préparées\u00a0: réessayez le 1er, ou ouvrez l’offre payante de Cloudflare Images.',
    en: 'This month’s free pictures are all used: try again on the 1st, or open the paid plan of Cloudflare Images.',
  },
  full: {
    fr: 'Cette pièce a déjà ses 20 photos\u00a0: retirez-en une d’abord.',
    en: 'This piece already has its 20 pictures: remove one first.',
  },
  none: { fr: 'Choisissez d’abord une photo.', en: 'Choose a picture first.' },
} satisfies Record<string, Phrase>

export const words = {
  pictures: { fr: 'Photos', en: 'Pictures' },
  add: { fr: 'Ajouter', en: 'Add' },
  drop: {
    fr: 'Choisissez, photographiez, ou déposez ici. Le lieu et l’appareil ne sont pas gardés.',
    en: 'Choose, take, or drop pictures here. Place and camera are not kept.',
  },
  send: { fr: 'Envoyer', en: 'Send' },
  sendHint: {
    fr: 'JPEG, PNG, WebP ou AVIF, 10 Mo en tout.',
    en: 'JPEG, PNG, WebP or AVIF, 10 MB in all.',
  },
  first: {
    fr: 'Aucune photo encore. La première sera la couverture\u00a0: la pièce entière, en lumière du jour.',
    en: 'No picture yet. The first will be the cover: the whole piece, in daylight.',
  },
  cover: { fr: 'Couverture', en: 'Cover' },
  untold: { fr: 'À décrire', en: 'To describe' },
  oneUntold: {
    fr: 'Une photo n’est pas encore décrite\u00a0: touchez-la pour dire ce qu’on y voit.',
    en: 'One picture is not described yet: touch it to say what it shows.',
  },
  manyUntold: {
    fr: '{count} photos ne sont pas encore décrites\u00a0: touchez-les pour dire ce qu’on y voit.',
    en: '{count} pictures are not described yet: touch them to say what they show.',
  },
  full: {
    fr: 'Vingt photos\u00a0: c’est tout ce qu’une pièce peut montrer.',
    en: 'Twenty pictures: that is all a piece can show.',
  },
  save: { fr: 'Enregistrer', en: 'Save' },
  edit: { fr: 'Régler la photo {at}', en: 'Set up picture {at}' },
  place: { fr: 'Photo {at} sur {of}', en: 'Picture {at} of {of}' },
  toFirst: { fr: 'En couverture', en: 'Make it the cover' },
  earlier: { fr: 'Avancer', en: 'Move forward' },
  later: { fr: 'Reculer', en: 'Move back' },
  alt: { fr: 'Ce qu’on voit', en: 'What it shows' },
  altHint: {
    fr: 'Lu à qui ne voit pas la photo, et par les moteurs de recherche\u00a0: une phrase simple.',
    en: 'Read to whoever cannot see the picture, and by search engines: one plain sentence.',
  },
  choice: { fr: '{option} sur la photo', en: '{option} in the picture' },
  anyValue: { fr: 'Peu importe', en: 'Any' },
  focus: { fr: 'À garder en vue', en: 'Keep in sight' },
  focusHint: {
    fr: 'Dans les listes, la photo est recadrée\u00a0: dites où est l’essentiel.',
    en: 'In lists the picture is cropped: say where what matters is.',
  },
  remove: { fr: 'Retirer la photo', en: 'Remove the picture' },
  removeText: {
    fr: 'Elle quitte cette pièce et reste parmi vos photos\u00a0: vous pourrez la reprendre.',
    en: 'It leaves this piece and stays among your pictures: you can take it back.',
  },
  removeAct: { fr: 'Retirer de la pièce', en: 'Remove from the piece' },
  moved: { fr: 'La photo est déplacée.', en: 'The picture has moved.' },
  refusedTitle: { fr: 'Toutes n’ont pas pu être ajoutées', en: 'Not all could be added' },
  oneKept: { fr: 'Une photo est ajoutée.', en: 'One picture was added.' },
  manyKept: { fr: '{count} photos sont ajoutées.', en: '{count} pictures were added.' },
  backToPiece: { fr: 'Revenir à la pièce', en: 'Back to the piece' },
  libraryTitle: { fr: 'Vos photos', en: 'Your pictures' },
  libraryText: {
    fr: 'Toutes les photos de la boutique, les dernières d’abord.',
    en: 'Every picture of the shop, the latest first.',
  },
  libraryEmpty: {
    fr: 'Aucune photo encore. Ajoutez-en une\u00a0: elle servira partout dans la boutique.',
    en: 'No picture yet. Add one: it can be used anywhere in the shop.',
  },
  kept: {
    fr: 'La photo est là. Son numéro\u00a0: {hash}',
    en: 'The picture is here. Its number: {hash}',
  },
  numberHint: {
    fr: 'Le numéro d’une photo, à copier ici. Vide\u00a0: pas de photo.',
    en: 'The number of a picture, to copy here. Empty: no picture.',
  },
  again: { fr: 'Reprendre une photo', en: 'Reuse a picture' },
  useTitle: { fr: 'Reprendre une photo', en: 'Reuse a picture' },
  onPiece: { fr: 'Déjà sur la pièce', en: 'Already on the piece' },
} satisfies Record<string, Phrase>

/** The nine places of a picture, row by row. */
export const FOCUS_WORDS: readonly Phrase[] = [
  { fr: 'En haut à gauche', en: 'Top left' },
  { fr: 'En haut', en: 'Top' },
  { fr: 'En haut à droite', en: 'Top right' },
  { fr: 'À gauche', en: 'Left' },
  { fr: 'Au centre', en: 'Centre' },
  { fr: 'À droite', en: 'Right' },
  { fr: 'En bas à gauche', en: 'Bottom left' },
  { fr: 'En bas', en: 'Bottom' },
  { fr: 'En bas à droite', en: 'Bottom right' },
]
