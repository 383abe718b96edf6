import { useSite } from '#ui/site.tsx'
import { Swatch } from '#ui/swatch.tsx'
import type { ProductRow, VariantRow } from '../queries.ts'
import { isGone, type Option, type OptionValue, stateOf, variantFor } from '../rules.ts'
import { words } from '../words.ts'

type Props = { product: ProductRow; variants: VariantRow[]; variant: VariantRow }

/** What there is to choose: every value is a link to the variant it leads to. */
export function OptionPicker(props: Props) {
  const { t } = useSite()
  return (
    <>
      {props.product.options.map((option) => (
        <div>
          <p class="label" id={`o-${option.name}`}>
            {t(option.label)}
            {isPainted(option) && <span>{t(chosenLabel(option, props.variant))}</span>}
          </p>
          <ul class={isPainted(option) ? 'swatches' : 'sizes'} aria-labelledby={`o-${option.name}`}>
            {option.values.map((value) => (
              <Value {...props} option={option} value={value} />
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function Value({
  product,
  variants,
  variant,
  option,
  value,
}: Props & { option: Option; value: OptionValue }) {
  const { link, price, say, t } = useSite()
  const target = variantFor(variants, variant, option.name, value.value)
  if (!target) return null
  const gone = isGone(stateOf(product, target.available))
  const goneWord = say(product.kind === 'service' ? words.noSeat : words.gone)
  return (
    <li>
      <a
        class={gone ? 'gone' : undefined}
        href={link.product(product.slug, target.id)}
        aria-current={variant.choice[option.name] === value.value ? 'true' : undefined}
      >
        {value.swatch && isPainted(option) ? (
          <>
            <Swatch colour={value.swatch} />
            {t(value.label)}
            {gone && `, ${goneWord}`}
          </>
        ) : (
          <>
            <b>{t(value.label)}</b> <span>{t(value.detail)}</span>
            <span class="price">{gone ? goneWord : price(target.price)}</span>
          </>
        )}
      </a>
    </li>
  )
}

const isPainted = (option: Option) => option.values.every((value) => value.swatch)

const chosenLabel = (option: Option, variant: VariantRow) =>
  option.values.find((value) => value.value === variant.choice[option.name])?.label
