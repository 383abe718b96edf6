import { formatDay, localTime } from '#lib/dates.ts'
import { fill } from '#lib/i18n.ts'
import { markdown } from '#lib/markdown.ts'
import type { Place } from '#lib/pages.ts'
import { excerpt } from '#lib/text.ts'
import { raw } from 'hono/html'
import { Crumbs } from '#ui/crumbs.tsx'
import { Pager } from '#ui/pager.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { words as shopWords } from '#ui/words.ts'
import type { CardRow, ChildCollection, CollectionRow } from '../queries.ts'
import { isAhead, type Sort } from '../rules.ts'
import type { FilterRow } from '../shelf-queries.ts'
import { shelfQuery } from '../shelf-rules.ts'
import { words } from '../words.ts'
import { ProductCard } from './product-card.tsx'
import { Sorter } from './sorter.tsx'

type Props = {
  collection: CollectionRow
  parent: { slug: string; title: CollectionRow['title'] } | undefined
  inside: ChildCollection[]
  products: readonly CardRow[]
  /** How many pieces there are on all pages of this list, when that is known. */
  count: number | null
  filters: readonly FilterRow[]
  /** What the list is narrowed to. */
  chosen: readonly FilterRow[]
  sort: Sort
  /** Where the pieces of this page begin; null on the first. */
  after: Place | null
  /** Where those of the page above begin. */
  above: Place | null
  next: Place | null
}

/** One shelf of the shop, a page at a time. */
export function CollectionPage(props: Props) {
  const { collection, parent, inside, products, count, filters, chosen, sort, next } = props
  const { link, say, t } = useSite()
  const description = t(collection.description)
  return (
    <ShopFrame
      title={t(collection.search?.title) || t(collection.title)}
      description={t(collection.search?.description) || excerpt(description, 160)}
      image={products[0]?.card.image}
      section={parent && link.collection(parent.slug)}
      query={oneAddress(props)}
    >
      <div class="wrap">
        {parent && (
          <Crumbs
            steps={[
              { href: link.everything(), label: say(words.shop) },
              { href: link.collection(parent.slug), label: t(parent.title) },
            ]}
          />
        )}
        <div class="top">
          <h1>{t(collection.title)}</h1>
          {description && <div class="prose">{raw(markdown(description))}</div>}
          <Inside collections={inside} />
        </div>
        <Sorter slug={collection.slug} {...{ sort, filters, chosen, count }} />
        {products.length === 0 && <p class="l">{say(emptyWords(props))}</p>}
        <ul class="cards">
          {products.map((product, at) => (
            <ProductCard
              product={product}
              big={isLarge(at, products.length)}
              first={at === 0 ? 'lcp' : at < 3}
            />
          ))}
          {!next && <Closing />}
        </ul>
        <ShelfPager {...props} />
      </div>
    </ShopFrame>
  )
}

/** Pages after the first are addresses of their own in the list's own order; in another they are the same pieces again. */
function oneAddress({ chosen, sort, after }: Props): string {
  const query = shelfQuery({ chosen, sort: 'newest', after: sort === 'newest' ? after : null })
  const search = new URLSearchParams(query).toString()
  return search && `?${search}`
}

function emptyWords({ chosen, next }: Props) {
  if (next) return words.noneSoFar
  return chosen.length > 0 ? words.nothingSuch : words.nothing
}

function ShelfPager({ collection, count, chosen, sort, after, above, next }: Props) {
  const { link, count: plural } = useSite()
  const at = (place: Place | null) =>
    link.collection(collection.slug, shelfQuery({ chosen, sort, after: place }))
  return (
    <Pager
      label={shopWords.pages}
      previous={{ href: after && at(above), words: words.previous }}
      next={{ href: next && at(next), words: words.next }}
    >
      {count !== null && plural(count, words.onePiece, words.pieces)}
    </Pager>
  )
}

function Inside({ collections }: { collections: ChildCollection[] }) {
  const { link, say, t } = useSite()
  if (collections.length === 0) return null
  return (
    <nav aria-label={say(words.inside)}>
      <ul class="inside">
        {collections.map(({ slug, title, count }) => (
          <li>
            <a href={link.collection(slug)}>{t(title)}</a> <span class="s soft">{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const SECOND_LARGE = 15

/** A shelf opens with a large picture and has one more further down, when there is enough around them. */
function isLarge(at: number, of: number): boolean {
  return (at === 0 && of > 4) || (at === SECOND_LARGE && of > SECOND_LARGE + 2)
}

/** The last place of the shelf: when there will be more. */
function Closing() {
  const { settings, now, lang, t } = useSite()
  const { next } = settings.dispatch
  const today = localTime(now, settings.shop.timeZone).day
  if (!isAhead(next, today)) return null
  const date = formatDay(next.day, lang, { weekday: false })
  return <li class="next d2">{fill(t(next.closing), { date })}</li>
}
