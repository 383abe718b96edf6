import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { FORMATS } from '../rules.ts'

/** Everything about a person as a file. A post, for it is written down who took it. */
export function CopyForm({ email }: { email: string }) {
  const { say } = useSite()
  return (
    <form class="copy-form" method="post" action={deskLink.person('export')}>
      <input type="hidden" name="email" value={email} />
      <p class="s soft">{say(words.giveText)}</p>
      {FORMATS.map((format) => (
        <Button name="format" value={format} quiet>
          {say(words[format])}
        </Button>
      ))}
    </form>
  )
}
