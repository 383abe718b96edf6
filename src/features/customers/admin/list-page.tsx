import { formatShort } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, Done, Nothing, SearchBox, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Asked, CustomerLine } from '../queries.ts'
import { SORTS } from '../rules.ts'

type Props = {
  asked: Asked
  rows: readonly CustomerLine[]
  /** Where the next page begins, when there is one. */
  next: string | null
  /** Whether somebody was just erased. */
  erased: boolean
}

/** Who has bought: the latest, the most, the most often, or by name. */
export function CustomerListPage({ asked, rows, next, erased }: Props) {
  const { say } = useSite()
  const { by, q, before } = asked
  const here = q ? { q } : { by: by === 'last' ? '' : by }
  const tabs = SORTS.map((name) => ({
    href: deskLink.customers({ by: name === 'last' ? '' : name }),
    label: say(words[name]),
    current: !q && name === by,
  }))
  return (
    <AdminFrame title={say(words.title)} current="customers">
      <DeskHead title={say(words.title)}>
        <a class="s" href={deskLink.person()}>
          {say(words.personalData)}
        </a>
      </DeskHead>
      {erased && <Done>{say(words.doneErased)}</Done>}
      <div class="order-tools">
        <Tabs label={say(words.sorts)} tabs={tabs} />
        <SearchBox action={deskLink.customers()} q={q} label={say(words.search)} />
      </div>
      {rows.length > 0 ? <CustomerRows rows={rows} /> : <Nobody q={q} />}
      <Turning
        first={before ? deskLink.customers(here) : null}
        next={next && deskLink.customers({ ...here, before: next })}
      />
    </AdminFrame>
  )
}

function CustomerRows({ rows }: { rows: readonly CustomerLine[] }) {
  const { settings, lang, now, price, count } = useSite()
  return (
    <ol class="customer-rows">
      {rows.map((row) => (
        <li>
          <a href={deskLink.customer(row.id)}>
            <b>
              {row.firstName} {row.lastName}
            </b>{' '}
            <span class="sum-of num">{price(row.spent)}</span>{' '}
            <span class="mail xs soft">{row.email}</span>{' '}
            <span class="often num">{count(row.orders, words.oneOrder, words.manyOrders)}</span>{' '}
            <time class="soft num" datetime={new Date(row.lastAt).toISOString()}>
              {formatShort(row.lastAt, now, settings.shop.timeZone, lang)}
            </time>
          </a>
        </li>
      ))}
    </ol>
  )
}

function Nobody({ q }: { q: string }) {
  const { link, say } = useSite()
  return (
    <Nothing text={q ? say(words.notFound, { q }) : say(words.none)}>
      <p>
        {q ? (
          <a href={deskLink.customers()}>{say(words.everybody)}</a>
        ) : (
          <a href={link.home()}>{say(words.seeShop)}</a>
        )}
      </p>
    </Nothing>
  )
}
