import { formatDay, localTime } from '#lib/dates.ts'
import { fill } from '#lib/i18n.ts'
import { markdown } from '#lib/markdown.ts'
import { pageCount } from '#lib/pages.ts'
import { excerpt } from '#lib/text.ts'
import { raw } from 'hono/html'
import { Crumbs } from '#ui/crumbs.tsx'
import { Pager } from '#ui/pager.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { FilterRow } from '../narrow-collection.ts'
import type { CardRow, ChildCollection, CollectionRow } from '../queries.ts'
import { isAhead, PER_PAGE, type Sort } from '../rules.ts'
import { words } from '../words.ts'
import { ProductCard } from './product-card.tsx'
import { Sorter } from './sorter.tsx'

type Props = {
  collection: CollectionRow
  parent: { slug: string; title: CollectionRow['title'] } | undefined
  inside: ChildCollection[]
  products: readonly CardRow[]
  /** How many pieces there are on all pages of this list. */
  count: number
  filters: readonly FilterRow[]
  /** What the list is narrowed to. */
  chosen: readonly FilterRow[]
  sort: Sort
  page: number
}

/** One shelf of the shop, a page at a time. */
export function CollectionPage(props: Props) {
  const { collection, parent, inside, products, count, filters, chosen, sort, page } = props
  const { link, say, t } = useSite()
  const pages = pageCount(count, PER_PAGE)
  const asked = Object.fromEntries(chosen.map(({ name, value }) => [`f.${name}`, value]))
  const description = t(collection.description)
  return (
    <ShopFrame
      title={t(collection.search?.title) || t(collection.title)}
      description={t(collection.search?.description) || excerpt(description, 160)}
      image={products[0]?.card.image}
      section={parent && link.collection(parent.slug)}
      query={queryOf({ ...asked, ...(page > 1 && { page: String(page) }) })}
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
        <Sorter slug={collection.slug} {...{ sort, filters, chosen }} products={count} />
        {products.length === 0 && (
          <p class="l">{say(chosen.length > 0 ? words.nothingSuch : words.nothing)}</p>
        )}
        <ul class="cards">
          {products.map((product, at) => (
            <ProductCard
              product={product}
              big={isLarge(at, products.length)}
              first={at === 0 ? 'lcp' : at < 3}
            />
          ))}
          {page === pages && <Closing />}
        </ul>
        <Pager
          page={page}
          pages={pages}
          href={(to) =>
            link.collection(collection.slug, {
              ...asked,
              ...(sort !== 'newest' && { sort }),
              ...(to > 1 && { page: to }),
            })
          }
        />
      </div>
    </ShopFrame>
  )
}

function queryOf(asked: Record<string, string>): string {
  const query = new URLSearchParams(asked).toString()
  return query && `?${query}`
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
