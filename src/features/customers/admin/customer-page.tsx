import { MessageRows } from '#features/messages/admin/list-page.tsx'
import type { MessageLine } from '#features/messages/queries.ts'
import type { Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Done, ProblemSummary, Turning } from '#ui/desk-parts.tsx'
import { TextArea } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { CustomerRow, OrderLine } from '../queries.ts'
import { MOST_NOTE } from '../rules.ts'
import { CustomerAside } from './customer-aside.tsx'
import { OrderLines } from './order-lines.tsx'

export type CustomerView = {
  customer: CustomerRow
  orders: readonly OrderLine[]
  addresses: readonly (readonly string[])[]
  messages: readonly MessageLine[]
  before: string
  /** Where the next page of orders begins, when there is one. */
  next: string | null
}

type Props = {
  view: CustomerView
  noted: boolean
  /** The note as it was typed, when it came back. */
  typed?: string
  problems?: Problems
}

/** Somebody who bought: what, what they wrote, and what the workshop remembers of them. */
export function CustomerPage({ view, noted, typed, problems = {} }: Props) {
  const { say } = useSite()
  const { customer, orders, messages, before, next } = view
  const name = `${customer.firstName} ${customer.lastName}`.trim() || customer.email
  const back = { href: deskLink.customers(), label: say(words.title) }
  return (
    <AdminFrame title={name} current="customers" back={back}>
      <h1>{name}</h1>
      {noted && <Done>{say(words.doneNoted)}</Done>}
      <ProblemSummary problems={problems} />
      <div class="order-desk">
        <div class="order-work">
          <section aria-labelledby="orders-title">
            <h2 id="orders-title">{say(words.theirOrders)}</h2>
            {orders.length > 0 ? (
              <OrderLines rows={orders} />
            ) : (
              <p class="s soft">{say(words.noOrders)}</p>
            )}
            <Turning
              first={before ? deskLink.customer(customer.id) : null}
              next={next && deskLink.customer(customer.id, { before: next })}
            />
          </section>
          {messages.length > 0 && (
            <section class="customer-part" aria-labelledby="messages-title">
              <h2 id="messages-title">{say(words.theirMessages)}</h2>
              <MessageRows rows={messages} marked />
            </section>
          )}
          <NoteForm customer={customer} typed={typed} problems={problems} />
        </div>
        <CustomerAside view={view} />
      </div>
    </AdminFrame>
  )
}

type NoteProps = { customer: CustomerRow; typed: string | undefined; problems: Problems }

function NoteForm({ customer, typed, problems }: NoteProps) {
  const { say } = useSite()
  const problem = problems['note']
  return (
    <form
      class="customer-part customer-note"
      method="post"
      action={deskLink.customerPart(customer.id, 'note')}
    >
      <TextArea
        name="note"
        label={say(words.note)}
        hint={say(words.noteHint)}
        value={typed ?? customer.note}
        rows={3}
        maxlength={MOST_NOTE}
        problem={problem && say(problem)}
        optional
        quiet
      />
      <Button quiet>{say(words.saveNote)}</Button>
    </form>
  )
}
