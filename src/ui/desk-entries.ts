import type { Right } from '#features/staff/rules.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskWords } from './desk-words.ts'

/** A place in the back office: its address, its name, the right that it asks for and its drawing. */
export type DeskEntry = { key: string; href: string; label: Phrase; right: Right; icon: string }

/** Every entry of the back office's menu, in order. */
export const DESK_ENTRIES = [
  {
    key: 'orders',
    href: '/admin/orders',
    label: deskWords.orders,
    right: 'orders',
    icon: 'M10 2.5l6.5 3.6v7.8L10 17.5l-6.5-3.6V6.1zM3.5 6.1L10 9.8l6.5-3.7M10 9.8v7.7',
  },
  {
    key: 'account',
    href: '/admin/account',
    label: deskWords.account,
    right: 'account',
    icon: 'M10.5 7a3.5 3.5 0 1 0-7 0 3.5 3.5 0 0 0 7 0zM9.5 9.5l7 7M14 14l2-2M11.8 11.8l1.6-1.6',
  },
  {
    key: 'staff',
    href: '/admin/staff',
    label: deskWords.staff,
    right: 'staff',
    icon: 'M10.5 6.5a3 3 0 1 0-6 0 3 3 0 0 0 6 0zM2 16.5c0-3.5 2.4-5 5.5-5s5.5 1.5 5.5 5M13 4a3 3 0 0 1 0 5.2M15 11.9c2 .6 3 2.1 3 4.6',
  },
  {
    key: 'audit',
    href: '/admin/audit',
    label: deskWords.audit,
    right: 'audit',
    icon: 'M4.5 2.5h11v15h-11zM7.5 6.5h5M7.5 10h5M7.5 13.5h3',
  },
] as const satisfies readonly DeskEntry[]

export type DeskPlace = (typeof DESK_ENTRIES)[number]['key']
