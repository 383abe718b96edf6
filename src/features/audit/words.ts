import type { Phrase } from '#lib/i18n.ts'

/** What each act of the log says after the name of whoever did it. `{…}` are the facts of the line. */
export const ACTS: Partial<Record<string, Phrase>> = {
  'staff.invited': {
    fr: 'a fait une invitation {role}.',
    en: 'made an invitation {role}.',
  },
  'staff.uninvited': {
    fr: 'a repris une invitation {role}.',
    en: 'withdrew an invitation {role}.',
  },
  'staff.joined': { fr: 'a rejoint l’équipe.', en: 'joined the team.' },
  'staff.removed': { fr: 'a retiré {name} de l’équipe.', en: 'removed {name} from the team.' },
  'staff.language': {
    fr: 'lit l’arrière-boutique en {lang}.',
    en: 'reads the back office in {lang}.',
  },
  'session.opened': { fr: 'a ouvert une session avec {by}.', en: 'opened a session with {by}.' },
  'session.ended': { fr: 'a fermé une session.', en: 'ended a session.' },
  'passkey.added': {
    fr: 'a ajouté la clé «\u00a0{name}\u00a0».',
    en: 'added the key “{name}”.',
  },
  'passkey.removed': {
    fr: 'a retiré la clé «\u00a0{name}\u00a0».',
    en: 'removed the key “{name}”.',
  },
  'code.used': {
    fr: 'a utilisé un code de secours\u00a0; les autres sessions sont fermées.',
    en: 'used a recovery code; the other sessions were ended.',
  },
  'codes.renewed': {
    fr: 'a fait de nouveaux codes de secours.',
    en: 'made new recovery codes.',
  },
  'order.parcel_sent': {
    fr: 'a expédié un colis de la commande {order}.',
    en: 'sent a parcel of order {order}.',
  },
  'order.ready': {
    fr: 'a dit la commande {order} prête au retrait.',
    en: 'said that order {order} is ready to collect.',
  },
  'order.delivered': {
    fr: 'a dit la commande {order} livrée.',
    en: 'said that order {order} was delivered.',
  },
  'order.noted': {
    fr: 'a écrit une note sur la commande {order}.',
    en: 'wrote a note on order {order}.',
  },
  'order.address_changed': {
    fr: 'a corrigé l’adresse de la commande {order}.',
    en: 'corrected the address of order {order}.',
  },
  'order.mail_resent': {
    fr: 'a renvoyé un e-mail de la commande {order}.',
    en: 'sent a mail of order {order} again.',
  },
}

/** Facts that are words of the code, as people say them. */
export const FACTS: Partial<Record<string, Phrase>> = {
  owner: { fr: 'pour tenir la boutique', en: 'for an owner' },
  helper: { fr: 'pour aider', en: 'for a helper' },
  passkey: { fr: 'une clé', en: 'a passkey' },
  code: { fr: 'un code de secours', en: 'a recovery code' },
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
}

export const words = {
  title: { fr: 'Registre', en: 'Log' },
  text: {
    fr: 'Qui, quoi, quand\u00a0: les cent dernières lignes. Rien ne s’y efface.',
    en: 'Who, what, when: the latest hundred lines. Nothing here is ever erased.',
  },
  empty: { fr: 'Rien encore.', en: 'Nothing yet.' },
  console: { fr: 'La console', en: 'The console' },
} satisfies Record<string, Phrase>
