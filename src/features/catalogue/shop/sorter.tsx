import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { type Sort, SORTS } from '../rules.ts'
import { SORT_NAMES, words } from '../words.ts'

/** How much there is, and in which order: a form that works as it is. */
export function Sorter({ sort, products }: { sort: Sort; products: number }) {
  const { say, count } = useSite()
  return (
    <div class="sorter">
      <p class="soft">{count(products, words.onePiece, words.pieces)}</p>
      <form>
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
