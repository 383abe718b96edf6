import type { Fields, Problems } from '#lib/form.ts'
import { decimals } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, ProblemSummary } from '#ui/desk-parts.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { bulkWords as says } from '../desk-words.ts'
import type { PieceRow } from '../queries.ts'
import { BULK_ACTS, BULK_STATES, type BulkAct, treeOf } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { STATE_NAMES, words } from '../words.ts'

type Props = {
  pieces: readonly PieceRow[]
  collections: readonly LeafRow[]
  typed: Fields
  problems?: Problems
}

/** What is to be done with the pieces that were ticked. */
export function BulkPage({ pieces, collections, typed, problems = {} }: Props) {
  const { say, count, t } = useSite()
  const title = count(pieces.length, says.titleOne, says.titleMany)
  const chosen = BULK_ACTS.find((act) => act === typed['act']) ?? 'price'
  const parts = { typed, problems, collections }
  return (
    <AdminFrame
      title={title}
      current="products"
      back={{ href: deskLink.products(), label: say(words.pieces) }}
    >
      <DeskHead title={title} />
      <details class="bulk-which s">
        <summary>{say(says.which)}</summary>
        <p class="soft">{pieces.map((piece) => t(piece.title)).join(', ')}</p>
      </details>
      <ProblemSummary problems={problems} />
      <form class="sheet" action={deskLink.productsPart('bulk')}>
        <input type="hidden" name="id" value={pieces.map(({ id }) => id).join()} />
        <fieldset class="bulk-acts" id="act" tabindex={-1}>
          <legend>{say(says.what)}</legend>
          {BULK_ACTS.map((act) => (
            <div class="bulk-act">
              <label class="check">
                <input type="radio" name="act" value={act} checked={act === chosen} />
                <span>{say(says[act])}</span>
              </label>
              <div class="bulk-fields">
                <ActFields act={act} {...parts} />
              </div>
            </div>
          ))}
        </fieldset>
        <div class="save-bar">
          <p class="xs soft">{say(says.nothingYet)}</p>
          <Button>{say(says.look)}</Button>
        </div>
      </form>
    </AdminFrame>
  )
}

type ActProps = { act: BulkAct['do']; typed: Fields; problems: Problems } & Pick<
  Props,
  'collections'
>

function ActFields({ act, typed, problems, collections }: ActProps) {
  const { say, t } = useSite()
  const f = useFields({ typed, problems })
  switch (act) {
    case 'price':
      return <PriceFields typed={typed} problems={problems} />
    case 'state':
      return (
        <Select
          name="state"
          label={say(says.newState)}
          choices={BULK_STATES.map((value) => ({ value, label: say(STATE_NAMES[value]) }))}
          {...f.of('state')}
        />
      )
    case 'join':
    case 'leave': {
      const tree = treeOf(collections.filter(({ id }) => id !== 'all'))
      const choices = tree.map(({ leaf, level }) => ({
        value: leaf.id,
        label: '\u2003'.repeat(level - 1) + t(leaf.title),
      }))
      return <Select name={act} label={say(says.collection)} choices={choices} {...f.of(act)} />
    }
    case 'stock':
      return f.whole({ name: 'made', label: say(says.made) })
    default:
      return act satisfies never
  }
}

function PriceFields({ typed, problems }: { typed: Fields; problems: Problems }) {
  const { say, settings } = useSite()
  const f = useFields({ typed, problems })
  const { currency } = settings.shop
  return (
    <>
      <div class="bulk-price">
        <Select
          name="sign"
          label={say(says.sign)}
          choices={[
            { value: 'down', label: say(says.down) },
            { value: 'up', label: say(says.up) },
          ]}
          {...f.of('sign')}
        />
        {f.whole({ name: 'size', label: say(says.size) })}
        <Select
          name="by"
          label={say(says.unit)}
          choices={[
            { value: 'percent', label: say(says.percent) },
            { value: 'amount', label: currency === 'EUR' ? '€' : currency },
          ]}
          {...f.of('by')}
        />
      </div>
      {decimals(currency) === 2 && f.flag({ name: 'to90', label: say(says.to90) })}
    </>
  )
}
