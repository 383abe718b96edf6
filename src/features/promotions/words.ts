import type { Phrase } from '#lib/i18n.ts'
import type { Refused } from './rules.ts'

const unknown: Phrase = {
  fr: 'Nous ne connaissons pas ce code. Vérifiez-le, lettre par lettre.',
  en: 'We do not know this code. Check it, letter by letter.',
}

/** Why a code does not apply. Whoever guesses learns nothing of codes that are still to come. */
export const REFUSALS: Record<Exclude<Refused['because'], 'units'> | 'tooMany', Phrase> = {
  unknown,
  notYet: unknown,
  paused: unknown,
  over: { fr: 'Ce code n’est plus valable.', en: 'This code is no longer valid.' },
  usedUp: {
    fr: 'Ce code a servi autant de fois qu’il le pouvait.',
    en: 'This code has been used as often as it could be.',
  },
  usedByYou: {
    fr: 'Ce code a déjà servi avec cette adresse e-mail.',
    en: 'This code has already been used with this e-mail address.',
  },
  none: {
    fr: 'Ce code n’est pas pour ces pièces.',
    en: 'This code is not for these pieces.',
  },
  minimum: {
    fr: 'Il manque {missing} de pièces pour que ce code s’applique.',
    en: 'Pieces for {missing} more are missing for this code to apply.',
  },
  nothingSent: {
    fr: 'Ce code offre la livraison, et rien n’est à livrer.',
    en: 'This code makes delivery free, and nothing has to be delivered.',
  },
  better: {
    fr: 'Une offre plus avantageuse s’applique déjà, et ce code ne s’y ajoute pas.',
    en: 'A better offer applies already, and this code does not add to it.',
  },
  tooMany: {
    fr: 'Beaucoup d’essais en peu de temps\u00a0: attendez une minute.',
    en: 'Many tries in a short time: wait a minute.',
  },
}

export const missingUnits = {
  one: {
    fr: 'Il manque une pièce pour que ce code s’applique.',
    en: 'One more piece is missing for this code to apply.',
  },
  many: {
    fr: 'Il manque {count} pièces pour que ce code s’applique.',
    en: '{count} more pieces are missing for this code to apply.',
  },
} satisfies Record<string, Phrase>

export const words = {
  haveCode: { fr: 'J’ai un code', en: 'I have a code' },
  code: { fr: 'Code', en: 'Code' },
  apply: { fr: 'Appliquer', en: 'Apply' },
  kept: { fr: 'Code {code}', en: 'Code {code}' },
  remove: { fr: 'Retirer', en: 'Remove' },
  theCode: { fr: 'le code', en: 'the code' },
  goods: { fr: 'Pièces', en: 'Pieces' },
} satisfies Record<string, Phrase>
