/**
 * What a public page shows, in tags: a page bears those of everything it shows, and the triggers of migration
 * `0014_freshness.sql` write those of what an act has changed. Each is one thing that some pages show and others do not.
 */
export const shows = {
  /** A piece in full: words, variants, pictures. */
  product: (id: string) => `product:${id}`,
  /** The pictures of a piece, and which choice each shows. */
  pictures: (id: string) => `pictures:${id}`,
  /** How many of a variant are left, as far as pages count. */
  left: (variantId: string) => `left:${variantId}`,
  /** Which variants of a piece are sold out. */
  sold: (id: string) => `sold:${id}`,
  /** A piece as lists show it. */
  card: (id: string) => `card:${id}`,
  /** A collection: words, pieces, the newest first, filters, what is inside. */
  collection: (id: string) => `collection:${id}`,
  /** What is cheaper than what in a collection. */
  prices: (id: string) => `prices:${id}`,
  /** A collection's name and address. */
  name: (id: string) => `name:${id}`,
  /** A journal post or a page in full. */
  entry: (id: string) => `entry:${id}`,
  setting: (key: string) => `setting:${key}`,
  /** What only the home page shows of the catalogue: what it names by an address, and what there is to choose. */
  home: 'home',
  /** The collections of the first level side by side, with how much is in each. */
  shelves: 'shelves',
  /** Which pieces are out, the newest first. */
  newest: 'newest',
  /** Which posts are out, and what lists say of them. */
  journal: 'journal',
  /** Which pieces are found by which words. */
  search: 'search',
  /** Which posts are. */
  searchPosts: 'search-posts',
  delivery: 'delivery',
  /** Which addresses there are. */
  sitemap: 'sitemap',
} as const

/** All that any page shows: after a restored backup. */
export const EVERYTHING = '*'

/** Settings that are on every page. */
export const EVERYWHERE = ['shop', 'theme', 'menus', 'holiday', 'pictures'].map(shows.setting)

/** Tags that one purge may name. */
const MOST_TAGS = 100

/** What caches are told to forget: some tags, or everything (null) where there are too many for one call. */
export function whatToForget(tags: readonly string[]): string[] | null {
  return tags.length > MOST_TAGS || tags.includes(EVERYTHING) ? null : [...tags]
}

/**
 * Purges in any minute. The platform allows five a minute for the whole account, with some more at once; one is kept
 * for the clock.
 */
export const PURGES_A_MINUTE = { atOnce: 4, byTheClock: 5 }

/**
 * What was forgotten this long ago is forgotten once more: meanwhile a copy of the database may still have shown a page
 * as it was, and a page that was being drawn may have been kept after it was to be forgotten.
 */
export const AGAIN_AFTER_MS = 10_000
