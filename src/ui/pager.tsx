import type { Child } from 'hono/jsx'
import type { Phrase } from '#lib/i18n.ts'
import { useSite } from './site.tsx'

type Turn = { href: string | null; words: Phrase }
type Props = {
  label: Phrase
  previous: Turn
  next: Turn
  /** What stands between the two, such as how many there are on all pages. */
  children?: Child
}

/** The way to the pages of a list that come before and after one. Nothing when it is the only one. */
export function Pager({ label, previous, next, children }: Props) {
  const { say } = useSite()
  if (!previous.href && !next.href) return null
  const turn = ({ href, words }: Turn, rel: 'prev' | 'next') =>
    href ? (
      <a href={href} rel={rel}>
        {say(words)}
      </a>
    ) : (
      <span></span>
    )
  return (
    <nav class="pager" aria-label={say(label)}>
      {turn(previous, 'prev')}
      {children && <span class="s soft">{children}</span>}
      {turn(next, 'next')}
    </nav>
  )
}
