import { type Day, localTime } from '#lib/dates.ts'
import { slugify } from '#lib/text.ts'

/** Posts on a page of the journal. */
export const POSTS_PER_PAGE = 12
/** Entries on a page of the back office's list. */
export const ENTRIES_PER_PAGE = 30
/** Pieces that a post or page speaks of. */
export const MENTIONS_MOST = 8

/** What the shop itself needs to find among its pages. */
export const PAGE_ROLES = ['terms', 'privacy', 'legal', 'contact', 'delivery'] as const
export type PageRole = (typeof PAGE_ROLES)[number]

const HOUR_MS = 3_600_000

/** Where an entry may stand: what the back office's list is filtered by. */
export const STANDINGS = ['draft', 'scheduled', 'out'] as const
export type EntryList = (typeof STANDINGS)[number]

type Standing = { state: 'draft' | 'published'; publishedAt: number }

/** Where an entry stands by the clock: seen by nobody, seen from a moment to come on, or out. */
export function standingOf({ state, publishedAt }: Standing, now: number): EntryList {
  if (state === 'draft') return 'draft'
  return publishedAt > now ? 'scheduled' : 'out'
}

/** The moment of a full hour where the shop is; of an hour that its clocks skip, the one after. */
export function momentAt(day: Day, hour: number, timeZone: string): number {
  const wall = Date.parse(day) + hour * HOUR_MS
  const offset = (at: number) => {
    const local = localTime(at, timeZone)
    return Date.parse(local.day) + local.hour * HOUR_MS - at
  }
  const first = wall - offset(wall)
  return wall - offset(first)
}

/** A piece as fields name it: its name, and in brackets the end of its address, which is what counts. */
export function pieceLabel(title: string, slug: string): string {
  return title ? `${title} (${slug})` : slug
}

/** What somebody who names a piece may mean: the end of its address first, then a reference. */
export function pieceNames(typed: string): { slugs: string[]; sku: string } {
  const bracketed = /\(([a-z0-9-]+)\)\s*$/.exec(typed)?.[1]
  const inAddress = /\/products\/([a-z0-9-]+)/.exec(typed)?.[1]
  const slug = bracketed ?? inAddress
  return { slugs: slug ? [slug] : [slugify(typed)], sku: typed.trim() }
}
