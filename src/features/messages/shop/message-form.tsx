import type { Fields, Problems } from '#lib/form.ts'
import { Button } from '#ui/button.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { TRAP } from '../form.ts'
import { MOST_TEXT } from '../rules.ts'
import { words } from '../words.ts'

type Props = { typed?: Fields; problems?: Problems }

/** What somebody wants to say to the workshop. The same for everybody: it holds no id and asks for no cookie. */
export function MessageForm({ typed = {}, problems = {} }: Props) {
  const { link, say } = useSite()
  const of = (name: string) => {
    const problem = problems[name]
    return { name, value: typed[name], problem: problem && say(problem) }
  }
  return (
    <form class="message-form" method="post" action={link.messages()} novalidate>
      <TextField {...of('name')} label={say(words.name)} autocomplete="name" maxlength={80} />
      <TextField
        {...of('email')}
        label={say(words.email)}
        hint={say(words.emailHint)}
        type="email"
        autocomplete="email"
        maxlength={254}
      />
      <TextField
        {...of('order_number')}
        label={say(words.orderNumber)}
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        optional
        short
      />
      <TextArea {...of('message')} label={say(words.message)} rows={7} maxlength={MOST_TEXT} />
      <p hidden>
        <label for={TRAP}>{say(words.trap)}</label>
        <input type="text" id={TRAP} name={TRAP} tabindex={-1} autocomplete="off" />
      </p>
      <p class="xs soft">{say(words.use)}</p>
      <Button>{say(words.send)}</Button>
    </form>
  )
}
