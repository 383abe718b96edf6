import { trackingLink } from '#features/delivery/rules.ts'
import { formatDay, localTime } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { words } from '../words.ts'

type Parcel = OrderView['shipments'][number]

/** The parcels that have left, each with its number and the page where its carrier shows the way. */
export function Parcels({ view }: { view: OrderView }) {
  const { say } = useSite()
  const { shipments } = view
  if (shipments.length === 0) return null
  return (
    <section class="handed" aria-labelledby="parcels">
      <h2 id="parcels">{say(shipments.length > 1 ? words.parcels : words.parcel)}</h2>
      <ul>
        {shipments.map((parcel) => (
          <OneParcel parcel={parcel} view={view} />
        ))}
      </ul>
    </section>
  )
}

function OneParcel({ parcel, view }: { parcel: Parcel; view: OrderView }) {
  const { settings, lang, say } = useSite()
  const { order, lines, sent } = view
  const link = trackingLink(settings.carriers, parcel, order.address?.postalCode ?? '')
  const { day } = localTime(parcel.at, settings.shop.timeZone)
  const inside = lines.flatMap((line) => {
    const one = sent.find((it) => it.shipmentId === parcel.id && it.lineId === line.id)
    return one ? [`${one.quantity} × ${line.title}`] : []
  })
  const told = [
    parcel.carrier,
    parcel.number && say(words.trackNumber, { number: parcel.number }),
    say(words.leftOn, { day: formatDay(day, lang, { weekday: false }) }),
  ]
  return (
    <li class="parcel">
      <p class="num">{told.filter(Boolean).join(', ')}</p>
      {view.shipments.length > 1 && <p class="s soft">{inside.join(', ')}</p>}
      {link && (
        <p class="actions">
          <a class="btn" href={link} rel="noreferrer">
            {say(words.track)}
          </a>
        </p>
      )}
    </li>
  )
}
