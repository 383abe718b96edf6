import { readPlace } from '#lib/pages.ts'

/** What an address of a public page may ask, and from which place on; everything else, such as the marks of advertisers, is dropped. */
const KNOWN = new Set(['sort', 'variant', 'q'])
/** Attributes that a collection is narrowed to, `f.matiere`, have the names that the maker gave them. */
const ATTRIBUTE = /^f\.[a-z0-9-]{1,40}$/

/**
 * The address of a public page without what it does not know, its query in one order: one page, one address. Wherever
 * it was asked, it is one of the shop's own, `shopUrl`.
 */
export function cleanAddress(address: string, shopUrl: string): string {
  const asked = new URL(address)
  const url = new URL(shopUrl)
  url.pathname = asked.pathname
  const kept = new Map([...asked.searchParams].filter(isKept).toReversed())
  url.search = new URLSearchParams([...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()
  url.hash = ''
  return url.href
}

function isKept([key, value]: [string, string]): boolean {
  if (key === 'after') return readPlace(value) !== null
  return KNOWN.has(key) || (ATTRIBUTE.test(key) && value !== '')
}
