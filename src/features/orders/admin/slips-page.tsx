import { Personal } from '#features/cart/shop/line.tsx'
import { addressLines } from '#lib/address.ts'
import { formatDay, localTime } from '#lib/dates.ts'
import { type Phrase, say as sayIn } from '#lib/i18n.ts'
import { formatWeight } from '#lib/weight.ts'
import { makeLinks } from '#links.ts'
import { DeskDocument } from '#ui/admin-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { slipWords as words } from '../desk-words.ts'
import type { Slip } from '../read-desk-order.ts'
import { leftToSend, PACKED_KINDS, WITHDRAWAL_PAGE } from '../rules.ts'
import { GatherList } from './gather-list.tsx'
import { SlipBox } from './slip-box.tsx'

/** Packing slips for print, a sheet each; before several of them, what to take from the shelves. */
export function SlipsPage({ slips }: { slips: readonly Slip[] }) {
  const { say } = useSite()
  const [only] = slips
  const several = slips.length > 1
  const title = several ? say(words.slips) : `${say(words.slip)} ${only?.order.number ?? ''}`
  return (
    <DeskDocument title={title}>
      <body class="paper">
        <main id="main">
          {several && <GatherList slips={slips} />}
          {slips.map((slip) => (
            <SlipSheet slip={slip} heading={several ? 'h2' : 'h1'} />
          ))}
        </main>
      </body>
    </DeskDocument>
  )
}

/** What is packed now: what is left to send, or once all has left, what was ordered. */
function packed(slip: Slip) {
  const left = leftToSend(slip)
  return slip.lines.flatMap((line) => {
    const quantity = left.size > 0 ? left.get(line.id) : line.quantity
    return quantity && PACKED_KINDS.includes(line.kind) ? [{ ...line, quantity }] : []
  })
}

function SlipSheet({ slip, heading: Heading }: { slip: Slip; heading: 'h1' | 'h2' }) {
  const { settings } = useSite()
  const { order, grams } = slip
  const { lang } = order
  const say = (phrase: Phrase, values?: Record<string, string>) => sayIn(phrase, lang, values)
  const lines = packed(slip)
  const weight = lines.reduce((sum, it) => sum + (grams.get(it.variantId) ?? 0) * it.quantity, 0)
  const { day } = localTime(order.placedAt, settings.shop.timeZone)
  const to = order.address ? addressLines(order.address, lang, settings.shop.address.country) : []
  return (
    <article class="slip" lang={lang}>
      <header class="sides">
        <p class="d1">{settings.shop.name}</p>
        <p>{say(words.slip)}</p>
      </header>
      <Heading class="slip-number">{order.number}</Heading>
      <div class="slip-top">
        <div>
          <p class="soft">{say(words.for)}</p>
          <p class="slip-to">
            {[`${order.firstName} ${order.lastName}`, ...to].map((line, i) => (
              <>
                {i > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        </div>
        <dl class="rows">
          <div>
            <dt>{say(words.ordered)}</dt>
            <dd>{formatDay(day, lang, { year: true })}</dd>
          </div>
          <div>
            <dt>{say(words.sending)}</dt>
            <dd>{order.delivery?.title}</dd>
          </div>
          {weight > 0 && (
            <div>
              <dt>{say(words.weight)}</dt>
              <dd>{formatWeight(weight, lang)}</dd>
            </div>
          )}
        </dl>
      </div>
      <SlipLines lines={lines} say={say} />
      {order.note && <p class="slip-note">« {order.note} »</p>}
      <SlipFoot slip={slip} say={say} />
    </article>
  )
}

type Say = (phrase: Phrase, values?: Record<string, string>) => string

function SlipLines({ lines, say }: { lines: ReturnType<typeof packed>; say: Say }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(words.done)}</th>
          <th scope="col">{say(words.piece)}</th>
          <th scope="col">{say(words.reference)}</th>
          <th scope="col">{say(words.quantity)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td>
              <SlipBox />
            </td>
            <td>
              <span class="d1">{line.title}</span>
              {line.choice && <p>{line.choice}</p>}
              <Personal texts={line.personal} />
            </td>
            <td>{line.sku}</td>
            <td class="slip-units num">{line.quantity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SlipFoot({ slip: { order }, say }: { slip: Slip; say: Say }) {
  const { settings, origin } = useSite()
  const { email, languages } = settings.shop
  const page = settings.menus.legal.find((item) => item.link.slug === WITHDRAWAL_PAGE)
  const url = page && origin + makeLinks(order.lang, languages).target(page.link)
  return (
    <footer class="xs soft">
      <p>{say(words.foot, { email })}</p>
      {url && order.address && (
        <p>{say(words.withdraw, { url: url.replace(/^https?:\/\//, '') })}</p>
      )}
    </footer>
  )
}
