import { TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import type { PasskeyRow } from '../queries.ts'
import { accessWords, words } from '../words.ts'
import { AskOnce } from './ask-once.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { useDays } from './days.ts'

type Props = { keys: readonly PasskeyRow[]; newKeyName: string }

/** Somebody's keys, and the making of another. The last one stays. */
export function KeyList({ keys, newKeyName }: Props) {
  const { say } = useSite()
  const on = useDays()
  return (
    <section>
      <h2>{say(accessWords.keys)}</h2>
      <ul class="desk-list">
        {keys.map(({ id, name, createdAt, usedAt }) => (
          <li>
            <p>
              <b>{name}</b>
              <span class="xs soft">
                {usedAt === null
                  ? say(accessWords.made, { day: on(createdAt) })
                  : say(accessWords.used, { day: on(usedAt) })}
              </span>
            </p>
            {keys.length > 1 && (
              <AskOnce
                open={say(accessWords.remove)}
                of={name}
                action="/admin/account/keys/removal"
                fields={{ id }}
                text={say(accessWords.removeKeyText)}
                act={say(accessWords.removeKeyAct)}
              />
            )}
          </li>
        ))}
      </ul>
      {keys.length === 1 && <p class="notice s">{say(accessWords.oneKey)}</p>}
      <div class="desk-form">
        <PasskeyForm
          kind="create"
          action="/admin/account/keys"
          question="/admin/account/keys/question"
          act={say(accessWords.addKey)}
          quiet={keys.length > 1}
        >
          <TextField
            name="keyName"
            label={say(words.keyName)}
            hint={say(words.keyNameHint)}
            value={newKeyName}
            autocomplete="off"
            maxlength={60}
          />
        </PasskeyForm>
      </div>
    </section>
  )
}
