import { DoorFrame } from '#ui/admin-frame.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import { PasskeyForm } from './passkey-form.tsx'

type Props = { token: string; name?: string; keyName: string; wrong?: boolean }

/** Where an invitation leads: a name, and the first passkey. */
export function SetUpPage({ token, name = '', keyName, wrong = false }: Props) {
  const { say, lang } = useSite()
  return (
    <DoorFrame title={say(words.setUp)}>
      <h1>{say(words.setUp)}</h1>
      <p class="soft">{say(words.setUpText)}</p>
      {wrong && <Notice urgent>{say(words.setUpWrong)}</Notice>}
      <PasskeyForm
        kind="create"
        action={`/admin/set-up/${token}`}
        question={`/admin/set-up/${token}/question`}
        act={say(words.setUpAct)}
      >
        <input type="hidden" name="lang" value={lang} />
        <TextField
          name="name"
          label={say(words.name)}
          hint={say(words.nameHint)}
          value={name}
          autocomplete="name"
          maxlength={60}
        />
        <TextField
          name="keyName"
          label={say(words.keyName)}
          hint={say(words.keyNameHint)}
          value={keyName}
          autocomplete="off"
          maxlength={60}
        />
      </PasskeyForm>
    </DoorFrame>
  )
}

/** An invitation that was used, or is over. */
export function SpentLinkPage() {
  const { say } = useSite()
  return (
    <DoorFrame title={say(words.overTitle)}>
      <h1>{say(words.overTitle)}</h1>
      <p class="soft">{say(words.overText)}</p>
      <p>
        <a href="/admin/sign-in">{say(words.signIn)}</a>
      </p>
    </DoorFrame>
  )
}
