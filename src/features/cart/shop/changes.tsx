import type { Change } from '#features/pricing/quote.ts'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** What had to change in the cart since it was filled. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <Notice>
      {changes.map((change) => (
        <p>
          <ChangeWords change={change} />
        </p>
      ))}
    </Notice>
  )
}

/** One of them, in words. */
export function ChangeWords({ change: { because, title, quantity } }: { change: Change }) {
  const { say, t } = useSite()
  const sentence = say(words[because], { count: quantity })
  return (
    <span>
      {title && <b>{t(title)}. </b>}
      {sentence}
    </span>
  )
}
