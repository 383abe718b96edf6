import { type Lang, type Text, pick } from '#lib/i18n.ts'
import { element, xmlDocument } from '#lib/xml.ts'

/** A page for search engines: its address in each language, and the day of its last change when that is known. */
export type Place = { addresses: Record<string, string>; changed?: number }

/**
 * Pieces in one part of a sitemap: in two languages, and with as many collections, posts and pages as are named, a part
 * stays under 10 000 addresses. Search engines take up to 50 000 (sitemaps.org).
 */
export const PIECES_A_PART = 2500

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const PRIVATE_PATHS = ['/cart', '/checkout', '/orders']

/** The sitemap of a shop: each page once in every language, each naming the others. */
export function sitemap(places: readonly Place[]): string {
  const urls = places.flatMap(({ addresses, changed }) => {
    const all = Object.entries(addresses)
    const others = all.map(([hreflang, href]) =>
      element('xhtml:link', { rel: 'alternate', hreflang, href }),
    )
    const day = changed === undefined ? [] : [element('lastmod', {}, isoDay(changed))]
    return all.map(([, address]) =>
      element('url', {}, [element('loc', {}, address), ...day, ...(all.length > 1 ? others : [])]),
    )
  })
  return xmlDocument(
    element(
      'urlset',
      {
        xmlns: NAMESPACE,
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      },
      urls,
    ),
  )
}

/** The sitemap of a large shop: where its parts are. */
export function sitemapIndex(parts: readonly string[]): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: NAMESPACE },
      parts.map((part) => element('sitemap', {}, [element('loc', {}, part)])),
    ),
  )
}

/** What search engines may read: everything but what belongs to one visitor. */
export function robots(origin: string, prefixes: readonly string[]): string {
  const refused = prefixes.flatMap((prefix) => PRIVATE_PATHS.map((path) => prefix + path))
  return [
    'User-agent: *',
    ...refused.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}

type Post = { address: string; title: Text; excerpt: Text; publishedAt: number }

/** The journal as an Atom feed (RFC 4287), in one language. */
export function atomFeed(
  journal: { address: string; feed: string; title: string; author: string; lang: Lang },
  posts: readonly Post[],
): string {
  const { lang } = journal
  const entries = posts.map((post) =>
    element('entry', {}, [
      element('id', {}, post.address),
      element('title', {}, pick(post.title, lang)),
      element('link', { href: post.address }),
      element('published', {}, new Date(post.publishedAt).toISOString()),
      element('updated', {}, new Date(post.publishedAt).toISOString()),
      element('summary', {}, pick(post.excerpt, lang)),
    ]),
  )
  const latest = new Date(posts[0]?.publishedAt ?? 0).toISOString()
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
      element('id', {}, journal.address),
      element('title', {}, journal.title),
      element('updated', {}, latest),
      element('author', {}, [element('name', {}, journal.author)]),
      element('link', { href: journal.address }),
      element('link', { rel: 'self', href: journal.feed }),
      ...entries,
    ]),
  )
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
