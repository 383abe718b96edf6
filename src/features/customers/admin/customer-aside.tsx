import { CopyForm } from '#features/people/admin/copy-form.tsx'
import { words as peopleWords } from '#features/people/desk-words.ts'
import { formatDay, localTime } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { CustomerView } from './customer-page.tsx'

/** Who they are, what they came to, where their parcels go, and what they may ask of their data. */
export function CustomerAside({ view: { customer, addresses } }: { view: CustomerView }) {
  const { settings, lang, price, say } = useSite()
  const dayOf = (at: number) => {
    const { day } = localTime(at, settings.shop.timeZone)
    return formatDay(day, lang, { weekday: false, year: true })
  }
  const figures = [
    [words.paidOrders, customer.orders],
    [words.spentSoFar, price(customer.spent)],
    [words.since, dayOf(customer.firstAt)],
    [words.lastOrder, dayOf(customer.lastAt)],
    [words.language, say(customer.lang === 'fr' ? words.french : words.english)],
  ] as const
  return (
    <div class="order-aside">
      <section aria-labelledby="figures-title">
        <h2 id="figures-title">{say(words.figures)}</h2>
        <p class="order-mailbox">{customer.email}</p>
        <p class="s order-links">
          <a href={`mailto:${customer.email}`}>{say(words.write)}</a>
        </p>
        <dl class="rows">
          {figures.map(([label, value]) => (
            <div>
              <dt>{say(label)}</dt>
              <dd class="num">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {addresses.length > 0 && (
        <section aria-labelledby="addresses-title">
          <h2 id="addresses-title">{say(words.addresses)}</h2>
          <ul class="customer-addresses s">
            {addresses.map((lines) => (
              <li>{lines.join(', ')}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="data-title">
        <h2 id="data-title">{say(words.personalData)}</h2>
        <CopyForm email={customer.email} />
        <p class="s order-links">
          <a href={deskLink.customerPart(customer.id, 'erasure')}>{say(peopleWords.eraseLink)}</a>
        </p>
      </section>
    </div>
  )
}
