import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { ErasureRow } from '../erasing.ts'
import { CopyForm } from './copy-form.tsx'
import { ErasureBlock } from './erasure-block.tsx'

type Props = {
  email: string
  orders: readonly ErasureRow[]
  messages: number
  refused?: boolean
}

/** Somebody who never bought, by what they left: messages, orders that were not paid. */
export function PersonPage({ email, orders, messages, refused = false }: Props) {
  const { count, say } = useSite()
  const what = [
    orders.length > 0 && count(orders.length, words.oneOrder, words.manyOrders),
    messages > 0 && count(messages, words.oneMessage, words.manyMessages),
  ].filter(Boolean)
  const back = { href: deskLink.person(), label: say(words.title) }
  return (
    <AdminFrame title={email} current="customers" back={back}>
      <h1 class="order-mailbox">{email}</h1>
      <p class="people-text">{say(words.found, { what: what.join(', ') })}</p>
      <section class="customer-part" aria-labelledby="give-title">
        <h2 id="give-title">{say(words.giveTitle)}</h2>
        <CopyForm email={email} />
      </section>
      <ErasureBlock email={email} orders={orders} cancel={deskLink.person()} refused={refused} />
    </AdminFrame>
  )
}
