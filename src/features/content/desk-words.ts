import type { Phrase } from '#lib/i18n.ts'
import type { EntryList, PageRole } from './rules.ts'

/** The parts of the shop window. */
export const PARTS = {
  home: { fr: 'Accueil', en: 'Home' },
  journal: { fr: 'Journal', en: 'Journal' },
  pages: { fr: 'Pages', en: 'Pages' },
  menus: { fr: 'Menus', en: 'Menus' },
  look: { fr: 'Apparence', en: 'Look' },
} satisfies Record<string, Phrase>

/** The lists of the journal and of the pages. */
export const LISTS: Record<EntryList, Phrase> = {
  draft: { fr: 'Brouillons', en: 'Drafts' },
  scheduled: { fr: 'À paraître', en: 'To come' },
  out: { fr: 'En ligne', en: 'Online' },
}

/** What a list says that holds nothing. */
export const EMPTY: Record<EntryList, Phrase> = {
  draft: {
    fr: 'Aucun brouillon. Un texte reste ici, caché, tant que vous ne le publiez pas.',
    en: 'No draft. A text stays here, out of sight, until you publish it.',
  },
  scheduled: {
    fr: 'Rien à paraître. Publiez un texte avec un jour à venir\u00a0: il paraîtra tout seul.',
    en: 'Nothing to come. Publish a text with a day to come: it comes out by itself.',
  },
  out: {
    fr: 'Rien n’est en ligne. Ouvrez un brouillon et publiez-le.',
    en: 'Nothing is online. Open a draft and publish it.',
  },
}

export const ROLES: Record<PageRole, Phrase> = {
  terms: { fr: 'Conditions de vente', en: 'Terms of sale' },
  privacy: { fr: 'Données personnelles', en: 'Personal data' },
  legal: { fr: 'Mentions légales', en: 'Legal notice' },
  contact: { fr: 'Contact', en: 'Contact' },
  delivery: { fr: 'Livraison et retours', en: 'Delivery and returns' },
}

/** What the law wants to read on the page of a role, point by point. */
export const LAW: Record<PageRole, readonly Phrase[]> = {
  terms: [
    {
      fr: 'Qui vend\u00a0: nom, adresse, e-mail, téléphone, SIREN.',
      en: 'Who sells: name, address, e-mail, telephone, company number.',
    },
    {
      fr: 'Prix TVA comprise, frais et délais de livraison, moyens de paiement.',
      en: 'Prices with VAT, delivery costs and times, means of payment.',
    },
    {
      fr: 'Rétractation\u00a0: 14 jours après la livraison, comment faire, qui paie le retour, et ce qui en est exclu (sur mesure, personnalisé).',
      en: 'Withdrawal: 14 days from delivery, how, who pays the return, and what is excluded (made to measure, personalised).',
    },
    {
      fr: 'Garanties légales\u00a0: conformité (2 ans) et vices cachés.',
      en: 'Legal guarantees: conformity (2 years) and hidden defects.',
    },
    {
      fr: 'Le médiateur de la consommation\u00a0: nom, adresse, site.',
      en: 'The consumer mediator: name, address, site.',
    },
    {
      fr: 'L’identifiant unique des emballages (IDU).',
      en: 'The unique identifier for packaging (IDU, in France).',
    },
  ],
  privacy: [
    {
      fr: 'Qui est responsable, et comment lui écrire.',
      en: 'Who is responsible, and how to write to them.',
    },
    {
      fr: 'Quelles données, pourquoi, combien de temps\u00a0: commandes 10 ans (comptabilité), clients 3 ans après le dernier échange.',
      en: 'Which data, why, for how long: orders 10 years (accounts), customers 3 years after the last contact.',
    },
    {
      fr: 'Qui d’autre les reçoit\u00a0: paiement, transport, hébergement.',
      en: 'Who else receives them: payment, carriers, hosting.',
    },
    {
      fr: 'Les droits d’accès, de rectification, d’effacement, et la plainte à la CNIL.',
      en: 'The rights to see, correct and erase, and to complain to the authority.',
    },
  ],
  legal: [
    {
      fr: 'Nom suivi de «\u00a0EI\u00a0» ou forme de la société, adresse, téléphone, e-mail.',
      en: 'Name and legal form, address, telephone, e-mail.',
    },
    {
      fr: 'SIREN ou SIRET, registre, numéro de TVA s’il y en a un.',
      en: 'Company number, register, VAT number if there is one.',
    },
    {
      fr: 'Qui dirige la publication\u00a0; nom et adresse de l’hébergeur.',
      en: 'Who directs the publication; name and address of the host.',
    },
  ],
  contact: [
    {
      fr: 'Une adresse e-mail et un numéro de téléphone où quelqu’un répond.',
      en: 'An e-mail address and a telephone number that somebody answers.',
    },
  ],
  delivery: [
    {
      fr: 'Où vous livrez, en combien de jours, à quel prix\u00a0; au plus tard 30 jours sans autre accord.',
      en: 'Where you deliver, in how many days, at what price; within 30 days unless agreed otherwise.',
    },
    {
      fr: 'Comment retourner une pièce, à quelle adresse, aux frais de qui.',
      en: 'How to return a piece, to which address, at whose cost.',
    },
  ],
}

export const words = {
  title: { fr: 'Vitrine', en: 'Shop window' },
  parts: { fr: 'Parties de la vitrine', en: 'Parts of the shop window' },
  lists: { fr: 'Par état', en: 'By state' },
  all: { fr: 'Tous', en: 'All' },
  allPages: { fr: 'Toutes', en: 'All' },
  search: { fr: 'Mots du titre ou du texte', en: 'Words of the title or text' },
  foundFor: { fr: 'Pour «\u00a0{q}\u00a0»', en: 'For “{q}”' },
  notFound: {
    fr: 'Rien pour «\u00a0{q}\u00a0». Essayez un mot du titre.',
    en: 'Nothing for “{q}”. Try a word of the title.',
  },
  everyPost: { fr: 'Tous les articles', en: 'Every post' },
  everyPage: { fr: 'Toutes les pages', en: 'Every page' },
  newPost: { fr: 'Écrire un article', en: 'Write a post' },
  newPage: { fr: 'Écrire une page', en: 'Write a page' },
  noPosts: {
    fr: 'Le journal est vide. Racontez une pièce, un outil, une journée d’atelier\u00a0: deux paragraphes et une photo suffisent.',
    en: 'The journal is empty. Tell of a piece, a tool, a day in the workshop: two paragraphs and a picture are enough.',
  },
  noPages: {
    fr: 'Pas encore de page. Commencez par les conditions de vente\u00a0: chaque commande les accepte.',
    en: 'No page yet. Begin with the terms of sale: every order accepts them.',
  },
  draft: { fr: 'Brouillon', en: 'Draft' },
  scheduled: { fr: 'Paraît {when}', en: 'Comes out {when}' },
  out: { fr: 'En ligne', en: 'Online' },
  untitled: { fr: 'Sans titre', en: 'Untitled' },
  see: { fr: 'Voir', en: 'See' },
  name: { fr: 'Titre', en: 'Title' },
  excerpt: { fr: 'En une phrase', en: 'In one sentence' },
  body: { fr: 'Texte', en: 'Text' },
  markdown: {
    fr: 'Une ligne vide sépare les paragraphes. ## fait un intertitre, - une liste, **deux étoiles** du gras, [mots](adresse) un lien.',
    en: 'An empty line separates paragraphs. ## makes a heading, - a list, **two stars** bold, [words](address) a link.',
  },
  preview: { fr: 'Aperçu', en: 'Preview' },
  previewTitle: {
    fr: 'Aperçu, rien n’est encore enregistré',
    en: 'Preview, nothing is saved yet',
  },
  picture: { fr: 'Photo', en: 'Picture' },
  alt: { fr: 'Ce que montre la photo', en: 'What the picture shows' },
  altHint: {
    fr: 'Pour qui ne la voit pas\u00a0: une phrase.',
    en: 'For those who do not see it: one sentence.',
  },
  pieces: { fr: 'Les pièces dont on parle', en: 'The pieces it speaks of' },
  piecesHint: {
    fr: 'Montrées à côté du texte. Tapez un nom, ou une référence.',
    en: 'Shown beside the text. Type a name, or a reference.',
  },
  piece: { fr: 'Pièce {at}', en: 'Piece {at}' },
  state: { fr: 'État', en: 'State' },
  stateDraft: { fr: 'Brouillon', en: 'Draft' },
  stateDraftHint: { fr: 'Personne ne le voit.', en: 'Nobody sees it.' },
  statePublished: { fr: 'Publié', en: 'Published' },
  statePublishedHint: {
    fr: 'Dès maintenant, ou au jour dit.',
    en: 'From now on, or from the day given.',
  },
  day: { fr: 'Jour', en: 'Day' },
  hour: { fr: 'Heure', en: 'Hour' },
  dayHint: {
    fr: 'Vide\u00a0: maintenant. Un jour à venir\u00a0: il paraîtra tout seul.',
    en: 'Empty: now. A day to come: it comes out by itself.',
  },
  role: { fr: 'Rôle', en: 'Role' },
  noRole: { fr: 'Une page comme une autre', en: 'A page like any other' },
  roleHint: {
    fr: 'Une seule page a un rôle\u00a0: le donner ici le reprend à l’autre.',
    en: 'Only one page has a role: giving it here takes it from the other.',
  },
  law: { fr: 'Ce que la loi veut y lire', en: 'What the law wants to read there' },
  lawFor: { fr: 'Rappel, sans valeur de conseil juridique.', en: 'A reminder, not legal advice.' },
  address: { fr: 'Adresse', en: 'Address' },
  addressHint: {
    fr: 'Vide\u00a0: faite du titre. Si elle change, l’ancienne mène à la nouvelle.',
    en: 'Empty: made from the title. If it changes, the old one leads to the new.',
  },
  forSearch: { fr: 'Dans les moteurs de recherche', en: 'In search engines' },
  searchTitle: { fr: 'Titre pour les moteurs', en: 'Title for search engines' },
  searchText: { fr: 'Description', en: 'Description' },
  searchHint: {
    fr: 'Vide\u00a0: le titre et la phrase de la page.',
    en: 'Empty: the title and the sentence of the page.',
  },
  remove: { fr: 'Supprimer', en: 'Delete' },
  removePost: {
    fr: 'L’article disparaît du journal, de la recherche et du flux. Il ne pourra pas être repris.',
    en: 'The post leaves the journal, the search and the feed. It cannot be brought back.',
  },
  removePage: {
    fr: 'La page disparaît, ses liens ne mèneront plus à rien. Elle ne pourra pas être reprise.',
    en: 'The page goes, and links to it lead nowhere. It cannot be brought back.',
  },
  removeNow: { fr: 'Supprimer pour de bon', en: 'Delete for good' },
  removed: { fr: 'Supprimé.', en: 'Deleted.' },
  keepTerms: {
    fr: 'Cette page ne se supprime pas\u00a0: chaque commande l’accepte.',
    en: 'This page cannot be deleted: every order accepts it.',
  },
  changed: {
    fr: 'Quelqu’un d’autre a enregistré entre-temps. Votre texte est encore ici\u00a0: copiez-le, rouvrez la page, et reprenez.',
    en: 'Somebody else has saved meanwhile. Your text is still here: copy it, open the page again, and go on.',
  },
  reopen: { fr: 'Rouvrir la page', en: 'Open the page again' },
  to: { fr: 'Mène à', en: 'Leads to' },
  chooseTo: { fr: 'À choisir', en: 'Please choose' },
  noTo: { fr: 'Pas de lien', en: 'No link' },
  theHome: { fr: 'L’accueil', en: 'The home page' },
  theJournal: { fr: 'Le journal', en: 'The journal' },
  everything: { fr: 'Toute la boutique', en: 'The whole shop' },
  collections: { fr: 'Collections', en: 'Collections' },
  posts: { fr: 'Articles', en: 'Posts' },
  typedPlace: { fr: 'Une pièce, ou une autre adresse…', en: 'A piece, or another address…' },
  at: { fr: 'Quelle pièce, ou quelle adresse', en: 'Which piece, or which address' },
  atHint: {
    fr: 'Si «\u00a0une pièce, ou une autre adresse\u00a0» est choisi. Par exemple /pages/contact.',
    en: 'When “a piece, or another address” is chosen. For example /pages/contact.',
  },
  linkWords: { fr: 'Mots du lien', en: 'Words of the link' },
} satisfies Record<string, Phrase>
