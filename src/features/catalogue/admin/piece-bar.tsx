import { formatShort } from '#lib/dates.ts'
import { Button } from '#ui/button.tsx'
import { SaveBar } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { ProductRow } from '../queries.ts'

const MINUTE_MS = 60_000

/** What stays at hand while a piece is edited: when it was saved, and the button that does. */
export function PieceBar({ product }: { product: ProductRow | undefined }) {
  const { say } = useSite()
  const out = product?.state === 'published' || product?.state === 'scheduled'
  return (
    <SaveBar>
      <p class="xs soft save-note" data-unsaved-note={say(words.unsaved)}>
        <Since at={product?.updatedAt ?? null} />
      </p>
      <Button quiet={!out}>{say(words.save)}</Button>
      {!out && (
        <Button name="publish" value="yes">
          {say(words.publish)}
        </Button>
      )}
    </SaveBar>
  )
}

function Since({ at }: { at: number | null }) {
  const { say, now, lang, settings } = useSite()
  if (at === null) return <>{say(words.notSaved)}</>
  const minutes = Math.floor((now - at) / MINUTE_MS)
  if (minutes < 1) return <>{say(words.savedNow)}</>
  if (minutes < 60) return <>{say(words.savedMinutes, { count: minutes })}</>
  return <>{say(words.savedAt, { when: formatShort(at, now, settings.shop.timeZone, lang) })}</>
}
