import type { Right } from '#features/staff/rules.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskWords } from './desk-words.ts'

/** A place in the back office: its address, its name, the right that it asks for and its drawing. */
export type DeskEntry = { key: string; href: string; label: Phrase; right: Right; icon: string }

/** Every entry of the back office's menu, in order. The first four that somebody may see are tabs on a phone. */
export const DESK_ENTRIES = [
  {
    key: 'today',
    href: '/admin',
    label: deskWords.today,
    right: 'today',
    icon: 'M2 14.5h16M4.5 17.5h11M5.5 14.5a4.5 4.5 0 0 1 9 0M10 4v3M3.6 7.6l2 2M16.4 7.6l-2 2',
  },
  {
    key: 'orders',
    href: '/admin/orders',
    label: deskWords.orders,
    right: 'orders',
    icon: 'M10 2.5l6.5 3.6v7.8L10 17.5l-6.5-3.6V6.1zM3.5 6.1L10 9.8l6.5-3.7M10 9.8v7.7',
  },
  {
    key: 'products',
    href: '/admin/products',
    label: deskWords.products,
    right: 'products',
    icon: 'M7.5 2.5h5M8.3 2.5c0 2.6-3.8 4-3.8 8.3 0 3.5 2 6.7 5.5 6.7s5.5-3.2 5.5-6.7c0-4.3-3.8-5.7-3.8-8.3',
  },
  {
    key: 'messages',
    href: '/admin/messages',
    label: deskWords.messages,
    right: 'messages',
    icon: 'M3 4h14v10H9l-4 3v-3H3z',
  },
  {
    key: 'stock',
    href: '/admin/stock',
    label: deskWords.stock,
    right: 'stock',
    icon: 'M3 3.5v14M17 3.5v14M3 9h14M3 16h14M6 9V5.5h3V9M11 16v-4h3.5v4',
  },
  {
    key: 'customers',
    href: '/admin/customers',
    label: deskWords.customers,
    right: 'customers',
    icon: 'M13 6.5a3 3 0 1 0-6 0 3 3 0 0 0 6 0zM3.5 17c0-3.6 2.9-5.5 6.5-5.5s6.5 1.9 6.5 5.5',
  },
  {
    key: 'promotions',
    href: '/admin/promotions',
    label: deskWords.promotions,
    right: 'promotions',
    icon: 'M3 3h7l7.5 7.5-7 7L3 10zM6.8 6.8h.1',
  },
  {
    key: 'content',
    href: '/admin/content',
    label: deskWords.content,
    right: 'content',
    icon: 'M3 8l1-4.5h12L17 8M3 8h14M4.5 8v9h11V8M8 17v-5h4v5',
  },
  {
    key: 'settings',
    href: '/admin/settings',
    label: deskWords.settings,
    right: 'account',
    icon: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  },
] as const satisfies readonly DeskEntry[]

export type DeskPlace = (typeof DESK_ENTRIES)[number]['key']

/** How many entries stay in sight on a phone. */
export const DESK_TABS = 4
