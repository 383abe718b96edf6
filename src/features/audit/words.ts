import type { Phrase } from '#lib/i18n.ts'

/** Facts that are words of the code, as people say them. */
export const FACTS: Partial<Record<string, Phrase>> = {
  made: { fr: 'fabriquées', en: 'made' },
  sold: { fr: 'vendues ailleurs', en: 'sold elsewhere' },
  broken: { fr: 'cassées', en: 'broken' },
  given: { fr: 'données', en: 'given away' },
  counted: { fr: 'comptées', en: 'counted' },
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
  empty: { fr: 'Rien encore\u00a0: cela vient tout seul.', en: 'Nothing yet: it comes by itself.' },
  console: { fr: 'La console', en: 'The console' },
} satisfies Record<string, Phrase>
