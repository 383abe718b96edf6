import { env } from 'cloudflare:workers'
import { SORTS } from '#features/catalogue/rules.ts'

/** Numbers by lot, the same ones each time (mulberry32). */
export function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of a list whose first is asked for twice as often as its second, three times as often as its third … (Zipf). */
export function zipf<T>(list: readonly T[], lot: () => number): () => T | undefined {
  const sums: number[] = []
  for (const [i] of list.entries()) sums.push((sums.at(-1) ?? 0) + 1 / (i + 1))
  return () => {
    const at = lot() * (sums.at(-1) ?? 0)
    return list[sums.findIndex((sum) => sum >= at)]
  }
}

const WORDS =
  `mug bol tasse assiette vase théière grès bleu blanc cadeau stage plat pichet autre émail café thé goémon
  coffret carte pot beurrier jarre saladier sel savon bougeoir soliflore mariage rose vert noël petit grand cuisine cendre
  tour raku lampe noir`.split(/\s+/)

const AD_MARKS = ['gclid', 'fbclid', 'msclkid']

/** What shoppers ask for in a day: the same pages again and again, and now and then one that few look at. */
export async function makeTraffic(lot: () => number) {
  const column = async (sql: string) => {
    const { results } = await env.DB.prepare(sql).all<{ it: string }>()
    return results.map(({ it }) => it)
  }
  const pieces = await column(
    "select slug as it from product where state = 'published' order by published_at desc",
  )
  const shelves = await column(
    "select slug as it from collection order by id = 'all' desc, position",
  )
  const posts = await column("select slug as it from entry where kind = 'post'")
  const texts = await column("select slug as it from entry where kind = 'page'")
  const [piece, shelf, post, text, word] = [pieces, shelves, posts, texts, WORDS].map((list) =>
    zipf(list, lot),
  )
  const variants = new Map<string, string[]>()
  const choices = await env.DB.prepare(
    'select p.slug, v.id from variant v join product p on p.id = v.product_id order by v.position',
  ).all<{ slug: string; id: string }>()
  for (const { slug, id } of choices.results) {
    variants.set(slug, [...(variants.get(slug) ?? []), id])
  }
  const chance = (part: number) => lot() < part

  function path(): string {
    const kind = lot()
    if (kind < 0.2) return '/'
    if (kind < 0.45) {
      const sort = chance(0.1) ? `?sort=${zipf(SORTS, lot)()}` : ''
      return `/collections/${shelf?.()}${sort}`
    }
    if (kind < 0.83) {
      const slug = piece?.() ?? ''
      const variant = chance(0.15) && zipf(variants.get(slug) ?? [], lot)()
      return `/products/${slug}${variant ? `?variant=${variant}` : ''}`
    }
    if (kind < 0.88) return `/search?q=${encodeURIComponent(word?.() ?? '')}`
    if (kind < 0.91) {
      // As it is being typed.
      const typed = (word?.() ?? '').slice(0, 2 + Math.floor(lot() * 4))
      return `/search/suggestions?q=${encodeURIComponent(typed)}`
    }
    if (kind < 0.94) return '/journal'
    if (kind < 0.97) return `/journal/${post?.()}`
    return `/pages/${text?.()}`
  }

  /** An address as it is asked for: a third come from an advertisement, each with a mark of its own. */
  function next(): string {
    const bare = path()
    const at = chance(0.12) ? `/en${bare === '/' ? '' : bare}` : bare
    if (!chance(1 / 3)) return at
    const mark = AD_MARKS[Math.floor(lot() * AD_MARKS.length)]
    const own = `utm_source=ad&utm_campaign=${Math.floor(lot() * 20)}&${mark}=${lot().toString(36).slice(2)}`
    return `${at}${at.includes('?') ? '&' : '?'}${own}`
  }

  /** A variant that somebody buys: of which there are some, and the more often the more its piece is looked at. */
  const counted = await column(
    `select v.id as it from variant v join product p on p.id = v.product_id join level l on l.variant_id = v.id
      where p.state = 'published' and v.offered = 1 and l.available > 0 and p.lead_weeks is null
        and p.personal = '[]' and p.kind = 'physical' order by p.published_at desc, v.position`,
  )
  const bought = zipf(counted, lot)
  return { next, bought }
}
