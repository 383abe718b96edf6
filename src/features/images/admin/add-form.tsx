import type { Phrase } from '#lib/i18n.ts'
import { Label } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../desk-words.ts'

type Props = { action: string; several?: boolean; problem?: Phrase | null }

/** Files to send. The script sends them as soon as they are chosen, one after the other. */
export function AddForm({ action, several = false, problem }: Props) {
  const { say } = useSite()
  const below = problem ? 'picture-files-hint picture-files-problem' : 'picture-files-hint'
  return (
    <form class="picture-form" method="post" action={action} enctype="multipart/form-data">
      <Label of="picture-files" class="s" says={say(words.add)}>
        <b>{say(words.add)}</b>
      </Label>
      <input
        id="picture-files"
        type="file"
        name="file"
        accept="image/*"
        multiple={several}
        required
        aria-describedby={below}
      />
      <div class="xs soft" id="picture-files-hint">
        <p class="plain">{say(words.sendHint)}</p>
        <p class="live">{say(words.drop)}</p>
      </div>
      {problem && (
        <div id="picture-files-problem">
          <Tag tone="bad">{say(problem)}</Tag>
        </div>
      )}
      <button class="btn quiet">{say(words.send)}</button>
    </form>
  )
}
