import { Personal } from '#features/cart/shop/line.tsx'
import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Done } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Problems } from '../form.ts'
import { disputeWords, lifeWords } from '../life-words.ts'
import { manualWords } from '../manual-words.ts'
import type { DeskOrder } from '../read-desk-order.ts'
import { refundWords } from '../refund-words.ts'
import { isStopped, leftToSend, mayShip, unitsRefunded } from '../rules.ts'
import { HandOverBlock } from './hand-over-block.tsx'
import { OrderAside } from './order-aside.tsx'
import { OrderLog } from './order-log.tsx'
import { PayLink } from './pay-link.tsx'
import { ShipBlock } from './ship-block.tsx'
import { Where } from './order-where.tsx'

/** Ids for what may be posted from this page: each form does its act once. */
export type Keys = { shipment: string; note: string; refund: string; mail: () => string }

export type Typed = Readonly<Record<string, string>>

/** What was typed and what is wrong with it, when a form came back; or why it could not be done. */
export type Trouble = { typed: Typed; problems: Problems; refused?: Refused }

const REFUSED = {
  left: words.refusedLeft,
  state: words.refusedState,
  paid: refundWords.refusedPaid,
  down: refundWords.refusedDown,
} as const

export type Refused = keyof typeof REFUSED

const DONE: Partial<Record<string, Phrase>> = {
  shipped: words.doneShipped,
  in_making: lifeWords.doneInMaking,
  packed: lifeWords.donePacked,
  ready: words.doneReady,
  delivered: words.doneDelivered,
  noted: words.doneNoted,
  resent: words.doneResent,
  address: words.doneAddress,
  refunded: refundWords.doneRefund,
  cancelled: refundWords.doneCancel,
  written: manualWords.done,
}

type Props = { view: DeskOrder; keys: Keys; trouble?: Trouble | null; done?: string }

/** Everything about an order on one page, and the one act that it waits for. */
export function DeskOrderPage({ view, keys, trouble = null, done = '' }: Props) {
  const { say } = useSite()
  const told = DONE[done]
  const { order } = view
  const name = `${order.firstName} ${order.lastName}`.trim()
  const { number } = order
  const title =
    number !== null && name
      ? say(words.heading, { number, name })
      : name || String(number ?? say(words.nobody))
  const left = leftToSend(view)
  const stopped = isStopped(view.disputes)
  const ships = mayShip({ ...order, stopped }) && left.size > 0
  const refused = trouble?.refused && refusedWords(trouble.refused, stopped)
  const back = { href: deskLink.orders(), label: say(words.title) }
  return (
    <AdminFrame title={title} current="orders" back={back}>
      <h1>{title}</h1>
      <Where view={view} />
      {refused && <Notice urgent>{say(refused)}</Notice>}
      {told && (
        <Done>
          {say(told)}{' '}
          {done === 'shipped' && (
            <a href={deskLink.orders({ list: 'to_pack' })}>{say(words.stillToPack)}</a>
          )}
        </Done>
      )}
      <div class="order-desk">
        <div class="order-work">
          <Lines view={view} left={left} ships={ships} />
          {order.note && <p class="order-said">{say(words.quoted, { note: order.note })}</p>}
          {order.delivery && order.number !== null && (
            <p class="s">
              <a href={deskLink.orderPart(order.id, 'slip')}>{say(words.oneSlip)}</a>
            </p>
          )}
          {ships && <ShipBlock view={view} left={left} keyOf={keys.shipment} trouble={trouble} />}
          <PayLink order={order} />
          <HandOverBlock order={order} stopped={stopped} />
          <OrderLog view={view} keys={keys} trouble={trouble} />
        </div>
        <OrderAside view={view} keyOf={keys.refund} />
      </div>
      {ships && (
        <p class="dock">
          <ButtonLink href={deskLink.orderPart(order.id, 'slip')} quiet>
            {say(words.print)}
          </ButtonLink>
          <ButtonLink href="#ship">{say(words.ship)}</ButtonLink>
        </p>
      )}
    </AdminFrame>
  )
}

/** Why it could not be done: what a dispute stops has not changed meanwhile. */
function refusedWords(because: Refused, stopped: boolean): Phrase {
  return because === 'state' && stopped ? disputeWords.refused : REFUSED[because]
}

type LinesProps = { view: DeskOrder; left: ReadonlyMap<string, number>; ships: boolean }

function Lines({ view, left, ships }: LinesProps) {
  const { count, say } = useSite()
  const { images, lines, sent } = view
  const refunded = unitsRefunded(view)
  return (
    <ul class="order-lines" aria-label={say(words.pieces)}>
      {lines.map((line) => {
        const image = images.find(({ hash }) => hash === line.imageHash)
        const gone = sent.reduce((sum, it) => sum + (it.lineId === line.id ? it.quantity : 0), 0)
        const rest = left.get(line.id) ?? 0
        const back = Math.min(refunded.get(line.id) ?? 0, line.quantity - gone)
        return (
          <li>
            {image ? (
              <Picture image={image} sizes="48px" upTo={160} first />
            ) : (
              <span class="blank" />
            )}
            <div>
              <b>{line.title}</b>
              {line.choice && <p class="xs soft">{line.choice}</p>}
              <Personal texts={line.personal} />
              <p class="xs soft">{line.sku}</p>
              {gone > 0 && left.size > 0 && (
                <p class="xs warm">{say(words.partSent, { sent: gone, left: rest })}</p>
              )}
              {back > 0 && ships && (
                <p class="xs warm">{count(back, words.oneRefunded, words.manyRefunded)}</p>
              )}
            </div>
            <p class="units num">{line.quantity}</p>
          </li>
        )
      })}
    </ul>
  )
}
