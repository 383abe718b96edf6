import type { Phrase } from '#lib/i18n.ts'
import type { LegalFact } from './legal-rules.ts'

export const words = {
  title: { fr: 'Mentions légales', en: 'Legal notice' },
  place: {
    fr: 'Responsable, SIREN, TVA, hébergeur, médiateur',
    en: 'Owner, SIREN, VAT, host, mediator',
  },
  text: {
    fr: 'Ce que la loi veut lire sur une boutique en ligne. Ces lignes s’ajoutent d’elles-mêmes au bas de votre page de mentions légales, avec votre adresse.',
    en: 'What the law wants to read of an online shop. These lines are added by themselves to the foot of your legal notice, with your address.',
  },
  missing: { fr: 'Il manque encore\u00a0: {facts}.', en: 'Still missing: {facts}.' },
  who: { fr: 'Qui vend', en: 'Who sells' },
  others: { fr: 'Les autres', en: 'The others' },
  reach: { fr: 'Contact', en: 'Contact' },
} satisfies Record<string, Phrase>

type Words = { label: Phrase; /** When it is needed, in one sentence. */ hint: Phrase }

export const FACT_WORDS: Record<LegalFact, Words> = {
  owner: {
    label: { fr: 'Responsable', en: 'Owner' },
    hint: {
      fr: 'Votre nom et votre statut, toujours\u00a0: «\u00a0Anne Le Goff, entrepreneur individuel (EI)\u00a0», ou le nom, la forme et le capital d’une société.',
      en: 'Your name and status, always: “Anne Le Goff, sole trader (EI)”, or the name, form and capital of a company.',
    },
  },
  siren: {
    label: { fr: 'SIREN', en: 'SIREN' },
    hint: {
      fr: 'Neuf chiffres, dès que l’activité est déclarée.',
      en: 'Nine digits, as soon as the business is declared.',
    },
  },
  register: {
    label: { fr: 'Registre', en: 'Register' },
    hint: {
      fr: 'Si vous y êtes\u00a0: «\u00a0RNE, secteur des métiers et de l’artisanat\u00a0», ou «\u00a0RCS Quimper\u00a0».',
      en: 'If you are in one: “RNE, crafts”, or “RCS Quimper”.',
    },
  },
  vatNumber: {
    label: { fr: 'Numéro de TVA', en: 'VAT number' },
    hint: {
      fr: 'Si vous facturez la TVA, ou achetez et vendez dans l’Union européenne.',
      en: 'If you charge VAT, or buy and sell within the European Union.',
    },
  },
  director: {
    label: { fr: 'Directeur de la publication', en: 'Publication director' },
    hint: {
      fr: 'La personne qui répond de ce que dit le site\u00a0: vous, le plus souvent.',
      en: 'The person who answers for what the site says: you, most of the time.',
    },
  },
  host: {
    label: { fr: 'Hébergeur', en: 'Host' },
    hint: {
      fr: 'Nom, adresse et téléphone de qui héberge le site\u00a0: «\u00a0Cloudflare, Inc., 101 Townsend Street, San Francisco, CA 94107, États-Unis\u00a0».',
      en: 'Name, address and telephone of who hosts the site: “Cloudflare, Inc., 101 Townsend Street, San Francisco, CA 94107, USA”.',
    },
  },
  mediator: {
    label: { fr: 'Médiateur de la consommation', en: 'Consumer mediator' },
    hint: {
      fr: 'Nom, adresse et site, dès que vous vendez à des particuliers. L’adhésion se fait avant la première vente.',
      en: 'Name, address and site, as soon as you sell to consumers. One joins before the first sale.',
    },
  },
  packagingId: {
    label: { fr: 'Identifiant emballages (IDU)', en: 'Packaging identifier (IDU)' },
    hint: {
      fr: 'Dès que vous expédiez des colis emballés en France\u00a0: votre éco-organisme le donne.',
      en: 'As soon as you send packed parcels in France: your producer scheme gives it.',
    },
  },
}
