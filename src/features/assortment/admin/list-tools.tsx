import { deskLink } from '#links.ts'
import { Sorting } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import type { Asked } from '../list-products.ts'
import { type ProductState, SORTS, STATES, treeOf } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { LISTS, SORT_NAMES, words } from '../words.ts'

type Props = {
  asked: Asked
  counts: Partial<Record<ProductState, number>>
  collections: readonly LeafRow[]
}

/** What the address of a list asks, but for the page of it. */
export function hereOf({ q, collection, state, sort }: Asked): Record<string, string | undefined> {
  if (q) return { q }
  const by = sort === 'edited' ? undefined : sort
  return collection ? { collection, sort: by } : { state: state ?? undefined, sort: by }
}

/** The ways into the list: by state, by collection, by a word; and its order. */
export function ListTools({ asked, counts, collections }: Props) {
  const { say, t } = useSite()
  const { q, collection, state, sort } = asked
  const kept = sort === 'edited' ? undefined : sort
  const shown = collections.find(({ id }) => id === collection)
  return (
    <>
      <div class="piece-tools">
        <nav aria-label={say(words.states)}>
          <ul class="piece-states s">
            {[null, ...STATES].map((key) => {
              const count = key ? (counts[key] ?? 0) : 0
              const current = !q && !collection && state === key
              return (
                <li>
                  <a
                    href={deskLink.products({ state: key ?? undefined, sort: kept })}
                    aria-current={current ? 'page' : undefined}
                  >
                    {say(key ? LISTS[key] : words.all)}
                    {count > 0 && <span class="num"> {count > 99 ? '99+' : count}</span>}
                  </a>
                </li>
              )
            })}
          </ul>
        </nav>
        <Search q={q} sort={sort} collection={collection} collections={collections} />
      </div>
      {q && <p class="s soft piece-note">{say(words.foundFor, { q })}</p>}
      {!q && shown && (
        <p class="s soft piece-note">{say(words.collectionNote, { title: t(shown.title) })}</p>
      )}
      {!q && <Order asked={asked} />}
    </>
  )
}

/** A collection has no order by name; what a search finds comes last written first. */
function Order({ asked }: { asked: Asked }) {
  const { say } = useSite()
  const inCollection = asked.collection !== ''
  const sorts = inCollection ? SORTS.filter((sort) => sort !== 'title') : SORTS
  const current = sorts.find((sort) => sort === asked.sort) ?? 'edited'
  const ways = sorts.map((sort) => ({
    href: deskLink.products(hereOf({ ...asked, sort })),
    label: say(inCollection && sort === 'edited' ? words.newestFirst : SORT_NAMES[sort]),
    current: sort === current,
  }))
  return <Sorting ways={ways} />
}

type SearchProps = Pick<Asked, 'q' | 'sort' | 'collection'> & Pick<Props, 'collections'>

function Search({ q, sort, collection, collections }: SearchProps) {
  const { say, t } = useSite()
  const tree = treeOf(collections.filter(({ id }) => id !== 'all'))
  return (
    <search>
      <form class="piece-find" action={deskLink.products()}>
        {sort !== 'edited' && <input type="hidden" name="sort" value={sort} />}
        <label class="ears" for="q">
          {say(words.search)}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={q}
          placeholder={say(words.search)}
          maxlength={100}
        />
        <label class="ears" for="collection">
          {say(words.inCollection)}
        </label>
        <select id="collection" name="collection">
          <option value="">{say(words.anyCollection)}</option>
          {tree.map(({ leaf, level }) => (
            <option value={leaf.id} selected={!q && leaf.id === collection}>
              {'\u2003'.repeat(level - 1)}
              {t(leaf.title)}
            </option>
          ))}
        </select>
        <button class="btn quiet">{say(words.show)}</button>
      </form>
    </search>
  )
}
