/** What an address of a public page may ask; everything else, such as the marks of advertisers, is dropped. */
const KNOWN = new Set(['sort', 'page', 'variant', 'q'])

/** The address of a public page without what it does not know, its query in one order: one page, one address. */
export function cleanAddress(address: string): string {
  const url = new URL(address)
  const kept = new Map([...url.searchParams].filter(([key]) => KNOWN.has(key)).toReversed())
  url.search = new URLSearchParams([...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()
  url.hash = ''
  return url.href
}
