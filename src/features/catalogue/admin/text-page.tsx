import { raw } from 'hono/html'
import { markdown } from '#lib/markdown.ts'
import { firstSentence } from '#lib/text.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

/** A description as the shop will show it; an island takes what is inside `.text-shown`. */
export function TextPage({ text }: { text: string }) {
  const { say } = useSite()
  const { first, rest } = firstSentence(text)
  return (
    <AdminFrame title={say(words.textShown)} current="products">
      <h1>{say(words.textShown)}</h1>
      <div class="text-shown">
        {text.trim() === '' ? (
          <p class="soft">{say(words.noText)}</p>
        ) : (
          <>
            <p class="d2">{first}</p>
            <div class="prose">{raw(markdown(rest))}</div>
          </>
        )}
      </div>
    </AdminFrame>
  )
}
