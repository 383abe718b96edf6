import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words as customerWords } from '#features/customers/desk-words.ts'
import { words } from '../desk-words.ts'
import type { Forgetting } from '../forgetting.ts'

type Props = {
  forgetting: Forgetting
  typed?: string
  problem?: Phrase | undefined
  /** Whether nothing is known of the address that was asked for. */
  unknown?: boolean
}

/** What the law gives people over their data, and what the shop forgets without being asked. */
export function PeoplePage({ forgetting, typed = '', problem, unknown = false }: Props) {
  const { say } = useSite()
  const back = { href: deskLink.customers(), label: say(customerWords.title) }
  return (
    <AdminFrame title={say(words.title)} current="customers" back={back}>
      <DeskHead title={say(words.title)} />
      <p class="soft people-text">{say(words.text)}</p>
      {unknown && <Notice>{say(words.nothing, { email: typed })}</Notice>}
      <section class="customer-part" aria-labelledby="find-title">
        <h2 id="find-title">{say(words.findTitle)}</h2>
        <form class="people-find" method="post" action={deskLink.person()} novalidate>
          <TextField
            name="email"
            label={say(words.email)}
            type="email"
            value={typed}
            problem={problem && say(problem)}
            autocomplete="off"
            maxlength={254}
          />
          <Button>{say(words.find)}</Button>
        </form>
      </section>
      <section class="customer-part" aria-labelledby="forget-title">
        <h2 id="forget-title">{say(words.forgetTitle)}</h2>
        <p class="s soft">{say(words.forgetText)}</p>
        <dl class="rows people-forget">
          {(['unpaid', 'messages', 'customers', 'proofs', 'documents'] as const).map((kind) => (
            <div>
              <dt>{say(words[kind])}</dt>
              <dd class="num">{forgetting[kind]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </AdminFrame>
  )
}
