import { words as backupWords } from '#features/backup/desk-words.ts'
import { words as bookWords } from '#features/books/desk-words.ts'
import { words as deliveryWords } from '#features/delivery/desk-words.ts'
import { words as paymentWords } from '#features/payments/desk-words.ts'
import { words as documentWords } from '#features/documents/desk-words.ts'
import { words as taxWords } from '#features/tax/desk-words.ts'
import type { Right } from '#features/staff/rules.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { deskWords } from '#ui/desk-words.ts'
import { words } from '../desk-words.ts'
import { words as legalWords } from '../legal-words.ts'

type Place = { href: string; label: Phrase; text: Phrase; right: Right }

/** Everything that can be set, in the order of the page that lists it. */
export const PLACES: readonly Place[] = [
  {
    href: '/admin/identity',
    label: words.identity,
    text: words.identityPlace,
    right: 'settings',
  },
  { href: '/admin/legal', label: legalWords.title, text: legalWords.place, right: 'settings' },
  { href: '/admin/workshop', label: words.workshop, text: words.workshopPlace, right: 'settings' },
  {
    href: '/admin/delivery',
    label: deliveryWords.title,
    text: deliveryWords.place,
    right: 'settings',
  },
  { href: '/admin/tax', label: taxWords.title, text: taxWords.place, right: 'settings' },
  {
    href: '/admin/documents',
    label: documentWords.title,
    text: documentWords.place,
    right: 'documents',
  },
  { href: '/admin/books', label: bookWords.place, text: bookWords.placeText, right: 'books' },
  { href: '/admin/holiday', label: words.holiday, text: words.holidayPlace, right: 'settings' },
  { href: '/admin/carriers', label: words.carriers, text: words.carriersPlace, right: 'settings' },
  {
    href: '/admin/payments',
    label: paymentWords.title,
    text: paymentWords.place,
    right: 'settings',
  },
  {
    href: '/admin/mail',
    label: { fr: 'E-mails', en: 'Mails' },
    text: {
      fr: 'Ce qui est parti, ce qui attend, comment ça part',
      en: 'What left, what waits, how it leaves',
    },
    right: 'mail',
  },
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
    href: '/admin/people',
    label: { fr: 'Données personnelles', en: 'Personal data' },
    text: {
      fr: 'Copie ou effacement pour une personne, ce qui s’oublie seul',
      en: 'A copy or erasure for a person, what is forgotten by itself',
    },
    right: 'customers',
  },
  { href: deskLink.backup(), label: backupWords.title, text: backupWords.place, right: 'settings' },
  {
    href: '/admin/audit',
    label: deskWords.audit,
    text: { fr: 'Qui a changé quoi, et quand', en: 'Who changed what, and when' },
    right: 'audit',
  },
]
