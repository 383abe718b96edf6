import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { formatShort } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import type { EditRow } from '../queries.ts'
import { isBulkAct } from '../rules.ts'
import { BULK_DONE, words } from '../words.ts'

/** What was done to many pieces last, and the way back. */
export function LastEdit({ edit }: { edit: EditRow }) {
  const { say, count, settings, now, lang } = useSite()
  const done = edit.act['do']
  if (!isBulkAct(done)) return null
  const { one, many } = BULK_DONE[done]
  return (
    <div class="last-edit s">
      <p class="soft">
        {count(edit.before.length, one, many)},{' '}
        {formatShort(edit.at, now, settings.shop.timeZone, lang)}.
      </p>
      <AskOnce
        open={say(words.undo)}
        action={deskLink.productsPart('bulk/undo')}
        fields={{ edit: edit.id }}
        text={say(words.undoText)}
        act={say(words.undoAct)}
      />
    </div>
  )
}
