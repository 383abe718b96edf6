import type { Phrase } from '#lib/i18n.ts'
import type { Because } from './chain-rules.ts'
import type { Doubt } from './cross-queries.ts'
import type { LedgerList, LineKind } from './rules.ts'

export const LIST_WORDS: Record<LedgerList, Phrase> = {
  all: { fr: 'Tout', en: 'All' },
  sales: { fr: 'Ventes', en: 'Sales' },
  corrections: { fr: 'Corrections', en: 'Corrections' },
  closings: { fr: 'Clôtures', en: 'Closings' },
}

/** What a line is; `{number}` names its document or its span. */
export const KIND_WORDS: Record<LineKind, Phrase> = {
  sale: { fr: 'Vente {number}', en: 'Sale {number}' },
  refund: { fr: 'Remboursement {number}', en: 'Refund {number}' },
  undone: { fr: 'Remboursement revenu {number}', en: 'Refund come back {number}' },
  day: { fr: 'Clôture du {number}', en: 'Closing of {number}' },
  month: { fr: 'Clôture du mois\u00a0: {number}', en: 'Closing of {number}' },
  year: { fr: 'Clôture de l’année {number}', en: 'Closing of the year {number}' },
}

/** What is wrong with a line. */
export const FAULT_WORDS: Record<Because, Phrase> = {
  missing: {
    fr: 'La ligne {seq} n’est plus là. Les {lines} lignes avant elle sont justes.',
    en: 'Line {seq} is not there any more. The {lines} lines before it are right.',
  },
  inserted: {
    fr: 'La ligne {seq} est là deux fois, ou n’est pas à sa place. Avant elle, {lines} lignes sont justes.',
    en: 'Line {seq} is there twice, or out of place. Before it, {lines} lines are right.',
  },
  altered: {
    fr: 'La ligne {seq} {number} n’est plus telle qu’elle a été écrite. Les {lines} lignes avant elle sont justes.',
    en: 'Line {seq} {number} is not as it was written. The {lines} lines before it are right.',
  },
  unsealed: {
    fr: 'La ligne {seq} {number} a perdu son empreinte. Les {lines} lignes avant elle sont justes.',
    en: 'Line {seq} {number} has lost its fingerprint. The {lines} lines before it are right.',
  },
  sums: {
    fr: 'La ligne {seq} {number} ne tombe pas juste avec ce qui la précède. Les {lines} lignes avant elle sont justes.',
    en: 'Line {seq} {number} does not add up with what is above it. The {lines} lines before it are right.',
  },
  unreadable: {
    fr: 'La ligne {seq} ne se lit pas. Les {lines} lignes avant elle sont justes.',
    en: 'Line {seq} cannot be read. The {lines} lines before it are right.',
  },
  head: {
    fr: 'Cette empreinte n’est pas dans le journal\u00a0: il a été réécrit ou coupé depuis, ou elle vient d’une autre boutique.',
    en: 'This fingerprint is not in the journal: it was rewritten or cut since, or this is another shop’s.',
  },
}

/** What does not agree with the journal. */
export const DOUBT_WORDS: Record<Doubt, Phrase> = {
  line: {
    fr: 'La ligne {number} n’a pas de pièce qui dise la même chose.',
    en: 'Line {number} has no document that says the same.',
  },
  document: {
    fr: 'La pièce {number} n’est pas dans le journal.',
    en: 'Document {number} is not in the journal.',
  },
  series: {
    fr: 'Il manque une pièce juste avant {number}.',
    en: 'A document is missing right before {number}.',
  },
  order: {
    fr: 'Les pièces de la commande {number} ne font pas ce qui a été encaissé, moins ce qui a été remboursé.',
    en: 'The documents of order {number} do not come to what came in, less what went back.',
  },
  unbilled: {
    fr: 'La commande {number} est payée et n’a pas de facture.',
    en: 'Order {number} is paid and has no invoice.',
  },
}

export const words = {
  title: { fr: 'Journal des ventes', en: 'Sales journal' },
  text: {
    fr: 'Chaque vente, chaque remboursement et chaque clôture, écrits une fois pour toutes et liés par des empreintes (CGI, art. 286). Rien ne s’y change\u00a0: ce qui corrige s’ajoute.',
    en: 'Every sale, every refund and every closing, written once and for all and tied by fingerprints (CGI, art. 286). Nothing in it changes: what corrects is added.',
  },
  lists: { fr: 'Lignes du journal', en: 'Lines of the journal' },
  none: {
    fr: 'Rien ici en {month}.',
    en: 'Nothing here in {month}.',
  },
  noneYet: {
    fr: 'Le journal commence avec la première commande payée.',
    en: 'The journal begins with the first order that is paid.',
  },
  line: { fr: 'ligne {seq}', en: 'line {seq}' },
  spanText: {
    fr: '{sales} ventes, {corrections} corrections\u00a0; depuis l’ouverture {total}',
    en: '{sales} sales, {corrections} corrections; since the beginning {total}',
  },
  check: { fr: 'Vérifier le journal', en: 'Verify the journal' },
  checkText: {
    fr: 'Relit chaque ligne depuis la première, refait les clôtures, compare avec les factures, les avoirs et les commandes.',
    en: 'Reads every line from the first on, adds the closings up again, compares with invoices, credit notes and orders.',
  },
  kept: { fr: 'Empreinte gardée', en: 'Fingerprint that you kept' },
  keptHint: {
    fr: 'Celle d’un e-mail de clôture, pour vérifier que le journal la contient toujours.',
    en: 'From the mail of a closing, to see that the journal still holds it.',
  },
  notSeal: {
    fr: 'Une empreinte fait 64 lettres et chiffres, comme dans l’e-mail de clôture.',
    en: 'A fingerprint is 64 letters and digits, as in the mail of a closing.',
  },
  right: { fr: 'Le journal est juste\u00a0: {lines}.', en: 'The journal is right: {lines}.' },
  oneLine: { fr: '{count} ligne', en: '{count} line' },
  manyLines: { fr: '{count} lignes', en: '{count} lines' },
  keptRight: {
    fr: 'L’empreinte gardée y est.',
    en: 'The fingerprint that you kept is in it.',
  },
  head: { fr: 'Empreinte de la dernière ligne', en: 'Fingerprint of the last line' },
  wrong: {
    fr: 'Quelque chose ne va pas dans le journal. Gardez tout en l’état et parlez-en à votre comptable.',
    en: 'Something is wrong with the journal. Leave everything as it is and talk to your accountant.',
  },
  export: { fr: 'Télécharger le journal', en: 'Download the journal' },
  exportText: {
    fr: 'Avec ses empreintes, à vérifier par un tiers (JSON), ou pour un tableur (CSV).',
    en: 'With its fingerprints, for anybody to verify (JSON), or for a spreadsheet (CSV).',
  },
  json: { fr: 'Journal vérifiable (JSON)', en: 'Journal to verify (JSON)' },
  csv: { fr: 'Pour un tableur (CSV)', en: 'For a spreadsheet (CSV)' },
} satisfies Record<string, Phrase>

export const COLUMN_WORDS = {
  seq: { fr: 'Ligne', en: 'Line' },
  day: { fr: 'Jour', en: 'Day' },
  at: { fr: 'Heure (UTC)', en: 'Time (UTC)' },
  kind: { fr: 'Nature', en: 'Kind' },
  number: { fr: 'Numéro', en: 'Number' },
  method: { fr: 'Règlement', en: 'Payment' },
  currency: { fr: 'Monnaie', en: 'Currency' },
  amount: { fr: 'Montant', en: 'Amount' },
  goods: { fr: 'Marchandises', en: 'Goods' },
  services: { fr: 'Prestations', en: 'Services' },
  vat: { fr: 'TVA', en: 'VAT' },
  hash: { fr: 'Empreinte', en: 'Fingerprint' },
} satisfies Record<string, Phrase>
