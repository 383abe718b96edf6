import type { Lang } from '#lib/i18n.ts'
import { inLanguage, makeLinks } from '#links.ts'
import type { Place } from './rules.ts'

type Where = { origin: string; languages: readonly Lang[] }
type Slug = { slug: string }
type Entry = Slug & { kind: 'post' | 'page'; publishedAt: number }

/** The pages of a shop beside those of its pieces, each in every language. */
export function shopPlaces(where: Where, collections: readonly Slug[], entries: readonly Entry[]) {
  const { link, place } = placing(where)
  return [
    place(link.home()),
    ...collections.map(({ slug }) => place(link.collection(slug))),
    place(link.journal()),
    ...entries.map(({ kind, slug, publishedAt }) =>
      place(kind === 'post' ? link.post(slug) : link.page(slug), publishedAt),
    ),
  ]
}

/** The pages of some pieces, each in every language. */
export function piecePlaces(where: Where, products: readonly Slug[]): Place[] {
  const { link, place } = placing(where)
  return products.map(({ slug }) => place(link.product(slug)))
}

function placing({ origin, languages }: Where) {
  const place = (path: string, changed?: number): Place => ({
    addresses: Object.fromEntries(
      languages.map((lang) => [lang, origin + inLanguage(path, lang, languages)]),
    ),
    ...(changed !== undefined && { changed }),
  })
  return { link: makeLinks(languages[0] ?? 'fr', languages), place }
}
