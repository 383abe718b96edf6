import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** What is looked for, written as large as a title and ready to be changed. */
export function SearchForm({ term = '' }: { term?: string }) {
  const { say, link } = useSite()
  return (
    <search>
      <form class="search-form" action={link.search()}>
        <label class="ears" for="term">
          {say(words.label)}
        </label>
        <input
          class="search-term"
          type="search"
          id="term"
          name="q"
          value={term}
          maxlength={100}
          autocomplete="off"
          enterkeyhint="search"
        />
        <Button>{say(words.submit)}</Button>
      </form>
    </search>
  )
}
