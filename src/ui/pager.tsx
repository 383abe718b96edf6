import { useSite } from './site.tsx'
import { words } from './words.ts'

type Props = { page: number; pages: number; href: (page: number) => string }

/** The pages of a list, by address. Nothing when there is one. */
export function Pager({ page, pages, href }: Props) {
  const { say } = useSite()
  if (pages < 2) return null
  return (
    <nav class="pager" aria-label={say(words.pages)}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          {say(words.previous)}
        </a>
      ) : (
        <span></span>
      )}
      <span class="s soft">{say(words.pageOf, { page, pages })}</span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {say(words.next)}
        </a>
      ) : (
        <span></span>
      )}
    </nav>
  )
}
