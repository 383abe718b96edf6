import type { Change } from '#features/pricing/quote.ts'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** What had to change in the cart since it was filled. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { say, t } = useSite()
  if (changes.length === 0) return null
  return (
    <Notice>
      {changes.map(({ because, title, quantity }) => (
        <p>
          <b>{title ? `${t(title)}.` : ''}</b> {say(words[because], { count: quantity })}
        </p>
      ))}
    </Notice>
  )
}
