import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import type { Asked } from '../list-products.ts'
import { type ProductState, STATES, treeOf } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { LISTS, words } from '../words.ts'

type Props = {
  asked: Asked
  counts: Partial<Record<ProductState, number>>
  collections: readonly LeafRow[]
}

/** The ways into the list: by state, by collection, by a word. */
export function ListTools({ asked, counts, collections }: Props) {
  const { say, t } = useSite()
  const { q, collection, state } = asked
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
                    href={deskLink.products({ state: key ?? undefined })}
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
        <Search q={q} collection={collection} collections={collections} />
      </div>
      {q && <p class="s soft piece-note">{say(words.foundFor, { q })}</p>}
      {!q && shown && (
        <p class="s soft piece-note">{say(words.collectionNote, { title: t(shown.title) })}</p>
      )}
    </>
  )
}

type SearchProps = Pick<Asked, 'q' | 'collection'> & Pick<Props, 'collections'>

function Search({ q, collection, collections }: SearchProps) {
  const { say, t } = useSite()
  const tree = treeOf(collections.filter(({ id }) => id !== 'all'))
  return (
    <search>
      <form class="piece-find" action={deskLink.products()}>
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
