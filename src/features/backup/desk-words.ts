import type { Phrase } from '#lib/i18n.ts'

export const words = {
  title: { fr: 'Sauvegarde', en: 'Backup' },
  place: {
    fr: 'Une copie de toute la boutique, à garder ailleurs',
    en: 'A copy of the whole shop, to keep elsewhere',
  },
  text: {
    fr: 'Une copie de toute la boutique\u00a0: pièces, commandes, clients, réglages, photos. Gardez-la ailleurs que sur Internet, à l’abri comme vos papiers\u00a0: elle nomme vos clients.',
    en: 'A copy of the whole shop: pieces, orders, customers, settings, pictures. Keep it off the internet, as safe as your papers: it names your customers.',
  },
  never: {
    fr: 'Aucune sauvegarde n’a encore été faite\u00a0: commencez par les données.',
    en: 'No backup has been made yet: begin with the data.',
  },
  stale: {
    fr: 'La dernière sauvegarde a plus de trente jours\u00a0: c’est le moment d’en faire une.',
    en: 'The last backup is more than thirty days old: it is time to make one.',
  },
  last: { fr: 'Dernière sauvegarde', en: 'Last backup' },
  none: { fr: 'aucune', en: 'none' },
  products: { fr: 'Pièces', en: 'Pieces' },
  orders: { fr: 'Commandes', en: 'Orders' },
  customers: { fr: 'Clients', en: 'Customers' },
  pictures: { fr: 'Photos et fichiers', en: 'Pictures and files' },
  sized: { fr: '{count} ({size})', en: '{count} ({size})' },
  make: { fr: 'Faire une sauvegarde', en: 'Make a backup' },
  makeText: {
    fr: 'Chaque bouton télécharge un fichier. Ensemble, ils sont la boutique\u00a0: gardez-les tous.',
    en: 'Each button downloads a file. Together they are the shop: keep them all.',
  },
  getRows: { fr: 'Télécharger les données', en: 'Download the data' },
  getPictures: { fr: 'Télécharger les photos', en: 'Download the pictures' },
  getSome: {
    fr: 'Télécharger les photos, {nth} sur {of}',
    en: 'Download the pictures, {nth} of {of}',
  },
  wrong: {
    fr: 'Ce fichier n’a pas été fait\u00a0: choisissez-en un ci-dessous.',
    en: 'That file was not made: choose one below.',
  },
  restore: { fr: 'Remettre en place', en: 'Restore' },
  restoreText: {
    fr: 'Dans une boutique vide, avec la version d’Échoppe de la sauvegarde, donnez tous les fichiers à cette commande. Elle vérifie chaque fichier, compte de nouveau l’argent, le stock et les lignes, et dit ce qui diffère.',
    en: 'In an empty shop, with the version of Échoppe that made the backup, give all the files to this command. It checks each file, counts money, stock and rows again, and says what differs.',
  },
  whole: {
    fr: 'Quand un téléchargement s’arrête en route, parce que la boutique est grande, cette commande met tout dans un seul fichier\u00a0:',
    en: 'When a download stops half-way, because the shop is large, this command puts everything into one file:',
  },
} satisfies Record<string, Phrase>
