import { DoorFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import { PasskeyForm } from './passkey-form.tsx'

export type DoorProblem = 'wrong' | 'tooMany'

/** The door: one button for the passkey, and a code for the day when there is none. */
export function SignInPage({ problem }: { problem?: DoorProblem | undefined }) {
  const { say } = useSite()
  return (
    <DoorFrame title={say(words.signIn)}>
      <h1>{say(words.hello)}</h1>
      <p class="soft">{say(words.signInText)}</p>
      {problem && <Notice urgent>{say(words[problem])}</Notice>}
      <PasskeyForm
        kind="get"
        action="/admin/sign-in"
        question="/admin/sign-in/question"
        act={say(words.signInAct)}
      />
      <section class="other">
        <h2>{say(words.noKey)}</h2>
        <form method="post" action="/admin/sign-in/code">
          <TextField
            name="code"
            label={say(words.code)}
            hint={say(words.codeHint)}
            autocomplete="off"
            maxlength={60}
          />
          <Button quiet>{say(words.codeAct)}</Button>
        </form>
      </section>
    </DoorFrame>
  )
}
