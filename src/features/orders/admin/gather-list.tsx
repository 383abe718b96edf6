import { Personal } from '#features/cart/shop/line.tsx'
import { useSite } from '#ui/site.tsx'
import { slipWords as words } from '../desk-words.ts'
import type { Slip } from '../read-desk-order.ts'
import { leftToSend } from '../rules.ts'
import { SlipBox } from './slip-box.tsx'

/** What all these parcels need together, by reference, and for which orders. */
export function GatherList({ slips }: { slips: readonly Slip[] }) {
  const { settings, say } = useSite()
  const wanted = slips.flatMap((slip) => {
    const { order, lines } = slip
    const left = leftToSend(slip)
    return lines.flatMap((line) => {
      const units = left.get(line.id)
      return units ? [{ line, units, number: order.number }] : []
    })
  })
  const pieces = [...Map.groupBy(wanted, ({ line }) => line.sku)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return (
    <article class="slip">
      <header class="sides">
        <p class="d1">{settings.shop.name}</p>
        <p>{say(words.gatherText, { count: slips.length })}</p>
      </header>
      <h1>{say(words.gather)}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.done)}</th>
            <th scope="col">{say(words.piece)}</th>
            <th scope="col">{say(words.reference)}</th>
            <th scope="col">{say(words.orders)}</th>
            <th scope="col">{say(words.quantity)}</th>
          </tr>
        </thead>
        <tbody>
          {pieces.map(([sku, rows]) => (
            <tr>
              <td>
                <SlipBox />
              </td>
              <td>
                <span class="d1">{rows[0]?.line.title}</span>
                {rows[0]?.line.choice && <p>{rows[0].line.choice}</p>}
                {rows.map(({ line, number }) => (
                  <Personal
                    texts={line.personal.map((one) => ({
                      ...one,
                      label: `${number}, ${one.label}`,
                    }))}
                  />
                ))}
              </td>
              <td>{sku}</td>
              <td>{rows.map(({ number }) => number).join(', ')}</td>
              <td class="slip-units num">{rows.reduce((sum, { units }) => sum + units, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
