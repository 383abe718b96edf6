import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { type Sort, SORTS } from '../rules.ts'
import type { FilterRow } from '../shelf-queries.ts'
import { shelfQuery } from '../shelf-rules.ts'
import { SORT_NAMES, words } from '../words.ts'

type Props = {
  slug: string
  sort: Sort
  /** How many pieces there are, when that is known. */
  count: number | null
  filters: readonly FilterRow[]
  chosen: readonly FilterRow[]
}

/** How much there is, of what, and in which order: a form that works as it is. */
export function Sorter({ slug, sort, count, filters, chosen }: Props) {
  const { say, count: plural } = useSite()
  const names = Map.groupBy(filters, ({ name }) => name)
  return (
    <div class="sorter">
      <p class="soft">
        {count === null ? say(words.manyPieces) : plural(count, words.onePiece, words.pieces)}
      </p>
      {chosen.length > 0 && <Chosen slug={slug} chosen={chosen} sort={sort} />}
      <form>
        {[...names].map(([name, values]) => (
          <Attribute name={name} values={values} chosen={chosen} />
        ))}
        <label class="ears" for="sort">
          {say(words.sortBy)}
        </label>
        <select id="sort" name="sort">
          {SORTS.map((value) => (
            <option value={value} selected={value === sort}>
              {say(SORT_NAMES[value])}
            </option>
          ))}
        </select>
        <Button quiet>{say(words.sort)}</Button>
      </form>
    </div>
  )
}

/** What the list is narrowed to, each the way back. */
function Chosen({ slug, chosen, sort }: Pick<Props, 'slug' | 'chosen' | 'sort'>) {
  const { link, say, t } = useSite()
  const without = (row: FilterRow) => {
    const others = chosen.filter((other) => other !== row)
    return link.collection(slug, shelfQuery({ chosen: others, sort }))
  }
  return (
    <p class="chosen">
      {chosen.map((row) => {
        const value = t(row.valueLabel)
        return (
          <>
            {' '}
            <a href={without(row)} aria-label={say(words.without, { value })}>
              {value} ×
            </a>
          </>
        )
      })}
    </p>
  )
}

type AttributeProps = {
  name: string
  values: readonly FilterRow[]
  chosen: readonly FilterRow[]
}

/** One attribute. How many there are is said while it alone decides. */
function Attribute({ name, values, chosen }: AttributeProps) {
  const { t } = useSite()
  const counted = chosen.every((row) => row.name === name)
  const label = t(values[0]?.label)
  return (
    <>
      <label class="ears" for={`f-${name}`}>
        {label}
      </label>
      <select id={`f-${name}`} name={`f.${name}`}>
        <option value="">{label}</option>
        {values.map((row) => (
          <option value={row.value} selected={chosen.includes(row)}>
            {t(row.valueLabel)}
            {counted && ` (${row.count})`}
          </option>
        ))}
      </select>
    </>
  )
}
