import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, ProblemSummary } from '#ui/desk-parts.tsx'
import { Label, Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { saleWords as says } from '../desk-words.ts'
import { priceField } from '../form.ts'
import type { Foreseen } from '../read-sale.ts'
import type { SaleVariantRow } from '../sale-queries.ts'
import { words } from '../words.ts'
import { SalePrices, variantName } from './sale-prices.tsx'

type Props = {
  variants: readonly SaleVariantRow[]
  typed: Fields
  problems?: Problems
  /** What the shop will show, once it was asked for. */
  preview?: readonly Foreseen[]
}

/** A sale that is being planned: its days, its reduction, and what the shop will show. */
export function SaleFormPage({ variants, typed, problems = {}, preview }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  return (
    <AdminFrame
      title={say(says.newTitle)}
      current="products"
      back={{ href: deskLink.sales(), label: say(words.sales) }}
    >
      <DeskHead title={say(says.newTitle)} />
      <ProblemSummary problems={problems} />
      <form class="sheet sale-form" method="post" action={deskLink.sales()}>
        <div class="sheet-main">
          {['key', 'id', 'collection'].map((name) => (
            <input type="hidden" name={name} value={typed[name]} />
          ))}
          {f.line({ name: 'title', label: say(says.name), optional: false, maxlength: 80 })}
          <Moment name="from" label={say(says.from)} form={{ typed, problems }} />
          <Moment
            name="until"
            label={say(says.until)}
            hint={say(says.untilHint)}
            form={{ typed, problems }}
          />
          <div class="sale-how">
            {f.choice({
              name: 'by',
              label: say(says.how),
              choices: [
                { value: 'percent', label: say(says.byPercent) },
                { value: 'prices', label: say(says.byPrice), hint: say(says.emptyPrice) },
              ],
            })}
            <div class="by-percent">
              {f.whole({ name: 'percent', label: say(says.percentOff) })}
            </div>
            <OwnPrices variants={variants} form={{ typed, problems }} />
          </div>
        </div>
        {preview && <SalePrices variants={preview} />}
        <div class="save-bar">
          <Button quiet={preview !== undefined} name="step" value="look">
            {say(says.look)}
          </Button>
          {preview && (
            <Button name="step" value="plan">
              {say(says.plan)}
            </Button>
          )}
        </div>
      </form>
    </AdminFrame>
  )
}

type Form = { typed: Fields; problems: Problems }
type MomentProps = { name: 'from' | 'until'; label: string; hint?: string; form: Form }

function Moment({ name, label, hint, form }: MomentProps) {
  const { say } = useSite()
  const f = useFields(form)
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: say(says.hours, { hour }),
  }))
  return (
    <div class="sale-moment">
      {f.day({ name, label, optional: name === 'until', ...(hint && { hint }) })}
      <Select
        name={`${name}Hour`}
        label={say(says.hour)}
        choices={hours}
        {...f.of(`${name}Hour`)}
      />
    </div>
  )
}

function OwnPrices({ variants, form }: { variants: readonly SaleVariantRow[]; form: Form }) {
  const { say, t, price } = useSite()
  const f = useFields(form)
  return (
    <ul class="rows by-prices">
      {variants.map((row) => {
        const name = variantName(row, t)
        const field = priceField(row.id)
        const { value, problem } = f.of(field)
        return (
          <li>
            <Label of={field} says={name}>
              <span class="ears">{say(says.salePrice, { title: name })}</span>
              <span aria-hidden="true">{name}</span>
            </Label>
            <span class="num soft">{price(row.price)}</span>
            <span>
              <input
                type="text"
                id={field}
                name={field}
                value={value}
                inputmode="decimal"
                aria-invalid={problem ? 'true' : undefined}
                aria-describedby={problem ? `${field}-problem` : undefined}
              />
              {problem && (
                <span class="xs bad" id={`${field}-problem`}>
                  {problem}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
