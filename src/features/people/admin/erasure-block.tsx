import { formatDay } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { ErasureRow } from '../erasing.ts'
import { lastDay } from '../rules.ts'

type Props = { email: string; orders: readonly ErasureRow[]; cancel: string; refused?: boolean }

/** What erasing somebody takes and what it leaves; and the act, unless an order is still open. */
export function ErasureBlock({ email, orders, cancel, refused = false }: Props) {
  const { say } = useSite()
  const ordered = orders.length > 0
  const goes = [
    ...(ordered ? [words.goesOrders] : []),
    words.goesMessages,
    words.goesMails,
    ...(ordered ? [words.goesCart] : []),
  ]
  const open = orders.filter(({ unfinished }) => unfinished === 1)
  return (
    <div class="erasure">
      <div class="erasure-sides">
        <Listed title={say(words.goes)} lines={goes.map((phrase) => say(phrase))} />
        <Listed title={say(words.stays)} lines={useStays(orders)} />
      </div>
      {open.length > 0 ? (
        <OpenOrders orders={open} urgent={refused} />
      ) : (
        <form class="clay order-act" method="post" action={deskLink.person('erasure')}>
          <input type="hidden" name="email" value={email} />
          <p>{say(words.noReturn)}</p>
          <Button>{say(words.eraseIt)}</Button>
          <p class="s">
            <a href={cancel}>{say(words.cancel)}</a>
          </p>
        </form>
      )}
    </div>
  )
}

function useStays(orders: readonly ErasureRow[]): string[] {
  const { settings, lang, say } = useSite()
  const last = Math.max(0, ...orders.map(({ until }) => until ?? 0))
  if (orders.length === 0) return [say(words.staysElsewhere)]
  const until = formatDay(lastDay(last, settings.shop.timeZone), lang, {
    weekday: false,
    year: true,
  })
  return [
    say(words.staysOrders),
    ...(last > 0 ? [say(words.staysProof, { day: until }), say(words.staysDocuments)] : []),
    say(words.staysElsewhere),
  ]
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="desk-list s">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function OpenOrders({ orders, urgent }: { orders: readonly ErasureRow[]; urgent: boolean }) {
  const { say } = useSite()
  return (
    <section>
      <h2>{say(words.blockedTitle)}</h2>
      <Notice urgent={urgent}>
        <p>{say(words.blocked)}</p>
        <ul>
          {orders.map(({ id, number }) => (
            <li>
              <a href={deskLink.order(id)}>
                {number === null ? say(words.orderWithout) : say(words.orderOf, { number })}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  )
}
