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
