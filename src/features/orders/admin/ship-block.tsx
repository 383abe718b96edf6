import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox, Select, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { OTHER_CARRIER, unitsField } from '../form.ts'
import type { DeskOrder } from '../read-desk-order.ts'
import type { Trouble } from './order-page.tsx'

type Props = {
  view: DeskOrder
  left: ReadonlyMap<string, number>
  keyOf: string
  trouble: Trouble | null
}

/** The one act that matters: a parcel leaves, with all that is left or a part of it. */
export function ShipBlock({ view, left, keyOf, trouble }: Props) {
  const { settings, say } = useSite()
  const { order, shipments } = view
  const { carriers } = settings
  const typed = trouble?.typed ?? {}
  const problem = (name: string) => {
    const phrase = trouble?.problems[name]
    return phrase && say(phrase)
  }
  const said = 'key' in typed
  const usual = shipments.at(-1)?.carrier || (carriers[0]?.name ?? OTHER_CARRIER)
  return (
    <section class="clay order-act" id="ship" aria-labelledby="ship-title">
      <h2 id="ship-title">{say(words.ship)}</h2>
      <form method="post" action={deskLink.orderPart(order.id, 'shipments')} novalidate>
        <input type="hidden" name="key" value={keyOf} />
        {problem('form') && <Notice urgent>{problem('form')}</Notice>}
        <div class="order-pair">
          <Select
            name="carrier"
            label={say(words.carrier)}
            value={typed['carrier'] ?? usual}
            choices={[
              ...carriers.map(({ name }) => ({ value: name, label: name })),
              { value: OTHER_CARRIER, label: say(words.otherCarrier) },
            ]}
            problem={problem('carrier')}
          />
          <TextField
            name="number"
            label={say(words.trackingNumber)}
            value={typed['number']}
            problem={problem('number')}
            maxlength={80}
            autocomplete="off"
            optional
          />
        </div>
        <Parts view={view} left={left} typed={typed} problem={problem} />
        <Checkbox
          name="tell"
          label={say(words.tell, { name: order.firstName })}
          value={said ? (typed['tell'] ?? '') : 'yes'}
          optional
        />
        <Button>{say(words.ship)}</Button>
      </form>
    </section>
  )
}

type PartsProps = Pick<Props, 'view' | 'left'> & {
  typed: Readonly<Record<string, string>>
  problem: (name: string) => string | undefined
}

/** How many of each line leave; all that is left unless somebody says otherwise. */
function Parts({ view, left, typed, problem }: PartsProps) {
  const { say } = useSite()
  const rows = view.lines.flatMap((line) => {
    const most = left.get(line.id)
    return most ? [{ line, most, name: unitsField(line.id) }] : []
  })
  const units = rows.reduce((sum, { most }) => sum + most, 0)
  if (units < 2) return null
  const open = rows.some(
    ({ name, most }) => problem(name) || (typed[name] ?? String(most)) !== String(most),
  )
  const changed = 'key' in typed && open
  return (
    <details class="s" open={changed}>
      <summary>{say(words.partOnly)}</summary>
      <div class="order-parts">
        {rows.map(({ line, most, name }) => (
          <TextField
            name={name}
            label={say(words.ofLeft, {
              title: [line.title, line.choice].filter(Boolean).join(', '),
              left: most,
            })}
            value={typed[name] ?? String(most)}
            problem={problem(name)}
            inputmode="numeric"
            autocomplete="off"
            maxlength={5}
          />
        ))}
      </div>
    </details>
  )
}
