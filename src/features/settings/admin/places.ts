import type { Right } from '#features/staff/rules.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskWords } from '#ui/desk-words.ts'

type Place = { href: string; label: Phrase; text: Phrase; right: Right }

/** Everything that can be set, in the order of the page that lists it. */
export const PLACES: readonly Place[] = [
  {
    href: '/admin/account',
    label: deskWords.account,
    text: {
      fr: 'Clés, codes de secours, sessions, langue',
      en: 'Keys, recovery codes, sessions, language',
    },
    right: 'account',
  },
  {
    href: '/admin/staff',
    label: deskWords.staff,
    text: { fr: 'Qui entre ici, invitations', en: 'Who gets in here, invitations' },
    right: 'staff',
  },
  {
    href: '/admin/audit',
    label: deskWords.audit,
    text: { fr: 'Qui a changé quoi, et quand', en: 'Who changed what, and when' },
    right: 'audit',
  },
]
