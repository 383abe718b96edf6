import { DoorFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { accessWords, words } from '../words.ts'

/** The recovery codes, the only time they are shown. `first`: of somebody who has one key yet. */
export function CodesPage({ codes, first = false }: { codes: string[]; first?: boolean }) {
  const { say } = useSite()
  return (
    <DoorFrame title={say(accessWords.codes)}>
      <h1>{say(words.codesTitle)}</h1>
      <p class="soft">{say(words.codesText)}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="notice s">{say(words.codesAdvice)}</p>
      {first && <p class="codes-next">{say(words.codesNext)}</p>}
      <p class="codes-next">
        <ButtonLink href="/admin/account">{say(first ? words.addSecond : words.done)}</ButtonLink>
      </p>
    </DoorFrame>
  )
}
