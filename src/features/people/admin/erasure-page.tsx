import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { ErasureRow } from '../erasing.ts'
import type { CustomerRow } from '#features/customers/queries.ts'
import { ErasureBlock } from './erasure-block.tsx'

type Props = { customer: CustomerRow; orders: readonly ErasureRow[]; refused?: boolean }

/** The question before a customer is erased. */
export function ErasurePage({ customer, orders, refused = false }: Props) {
  const { say } = useSite()
  const name = `${customer.firstName} ${customer.lastName}`.trim() || customer.email
  const title = say(words.eraseTitle, { name })
  const here = deskLink.customer(customer.id)
  return (
    <AdminFrame title={title} current="customers" back={{ href: here, label: name }}>
      <h1>{title}</h1>
      <p class="s soft order-mailbox">{customer.email}</p>
      <ErasureBlock email={customer.email} orders={orders} cancel={here} refused={refused} />
    </AdminFrame>
  )
}
