import { formatWeight } from '#lib/weight.ts'
import { useSite } from '#ui/site.tsx'
import type { ProductRow, VariantRow } from '../queries.ts'
import { words } from '../words.ts'
import { ScaleDrawing } from './scale-drawing.tsx'

type Props = { product: ProductRow; variant: VariantRow }

/** How big it is: a drawing, then figures. */
export function Measures({ product, variant }: Props) {
  const { say, t, lang } = useSite()
  const { lengthMm, widthMm, heightMm, options } = product
  const sized = options.flatMap((option) => option.values.filter((value) => value.detail))
  const known = lengthMm !== null && heightMm !== null
  return (
    <div>
      <h2>{say(known ? words.scale : words.measures)}</h2>
      {known && (
        <ScaleDrawing length={lengthMm} height={heightMm} colour={glazeOf(product, variant)} />
      )}
      <dl class="rows">
        {product.attributes.map(({ label, valueLabel }) => (
          <Row name={t(label)} value={t(valueLabel)} />
        ))}
        {sized.map((value) => (
          <Row name={t(value.label)} value={t(value.detail)} />
        ))}
        {known && (
          <Row
            name={say(words.dimensions)}
            value={`${[lengthMm, widthMm, heightMm].filter((side) => side !== null).join('\u00a0×\u00a0')}\u00a0mm`}
          />
        )}
        {variant.weightG > 0 && (
          <Row name={say(words.weight)} value={formatWeight(variant.weightG, lang)} />
        )}
        {variant.sku !== variant.id && <Row name={say(words.reference)} value={variant.sku} />}
      </dl>
    </div>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function glazeOf(product: ProductRow, variant: VariantRow): string | undefined {
  return product.options
    .flatMap((option) =>
      option.values.filter((value) => value.value === variant.choice[option.name]),
    )
    .find((value) => value.swatch)?.swatch
}
