import { countryName } from '#lib/address.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { ADDRESS_FIELDS, type Problems } from '../form.ts'
import type { OrderRow } from '../queries.ts'

type Props = {
  order: OrderRow
  country: string
  typed: Readonly<Record<string, string>>
  problems?: Problems
  tooLate?: boolean
}

const LABELS = {
  first_name: words.firstName,
  last_name: words.lastName,
  line1: words.line1,
  line2: words.line2,
  postal_code: words.postalCode,
  city: words.city,
}

/** The form that puts right where an order goes. */
export function AddressPage({ order, country, typed, problems = {}, tooLate = false }: Props) {
  const { lang, say } = useSite()
  const label = order.number === null ? order.firstName : String(order.number)
  const title = say(words.addressTitle)
  return (
    <AdminFrame
      title={title}
      current="orders"
      back={{ href: deskLink.order(order.id), label: `${label}, ${order.lastName}` }}
    >
      <h1>{title}</h1>
      {tooLate ? (
        <Notice urgent>{say(words.tooLate)}</Notice>
      ) : (
        <form
          class="order-form"
          method="post"
          action={deskLink.orderPart(order.id, 'address')}
          novalidate
        >
          {ADDRESS_FIELDS.map((name) => {
            const problem = problems[name]
            return (
              <TextField
                name={name}
                label={say(LABELS[name])}
                value={typed[name]}
                problem={problem && say(problem)}
                maxlength={120}
                autocomplete="off"
                optional={name === 'line2'}
              />
            )
          })}
          <p class="s soft">{say(words.addressText, { country: countryName(country, lang) })}</p>
          <Button>{say(words.save)}</Button>
        </form>
      )}
    </AdminFrame>
  )
}
