import { Label } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Form } from './words-block.tsx'

type Props = {
  form: Form
  name: string
  label: string
  kind: 'money' | 'cost' | 'stock' | 'sku' | 'weight' | 'content'
  /** The variant, said to who cannot see the row; empty when there is only one. */
  of: string
  /** Whether the label is seen in a row, too. */
  spoken?: boolean
  low?: boolean
}

const CLASSES: Record<Props['kind'], string> = {
  money: 'variant-field variant-price',
  cost: 'variant-field',
  stock: 'variant-field variant-stock for-stock',
  sku: 'variant-field variant-sku',
  weight: 'variant-field for-goods',
  content: 'variant-field for-content',
}

/** One field of a variant. In a row of many its label is in the head of the list, and heard. */
export function VariantField({ form, name, label, kind, of, spoken = false, low = false }: Props) {
  const { say, settings } = useSite()
  const problem = form.problems[name]
  const money = kind === 'money' || kind === 'cost'
  const { currency } = settings.shop
  return (
    <div class={CLASSES[kind]}>
      <Label
        of={name}
        class={of && !spoken ? 'ears' : 'label'}
        says={of ? `${label}, ${of}` : label}
      >
        {label}
        {of && <span class="ears">, {of}</span>}
      </Label>
      <span class={money ? 'in-money' : undefined}>
        <input
          type="text"
          class={low ? 'num low' : 'num'}
          id={name}
          name={name}
          value={form.typed[name] ?? ''}
          inputmode={kind === 'sku' ? undefined : money ? 'decimal' : 'numeric'}
          maxlength={kind === 'sku' ? 64 : 14}
          autocomplete="off"
          aria-describedby={problem ? `${name}-problem` : undefined}
          aria-invalid={problem ? 'true' : undefined}
        />
        {money && (
          <span class="soft" aria-hidden="true">
            {currency === 'EUR' ? '€' : currency}
          </span>
        )}
      </span>
      {problem && (
        <div id={`${name}-problem`}>
          <Tag tone="bad">{say(problem)}</Tag>
        </div>
      )}
    </div>
  )
}
