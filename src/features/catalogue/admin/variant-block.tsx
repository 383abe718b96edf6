import { parseMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { Swatch } from '#ui/swatch.tsx'
import type { DeskVariant } from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { choiceLabels, marginOf, type Option } from '../rules.ts'
import { VariantField } from './variant-field.tsx'
import type { Form } from './words-block.tsx'

export type EditedVariant = Pick<DeskVariant, 'id' | 'choice' | 'available' | 'lowAt'>

type Props = {
  form: Form
  /** Null for a piece that is not saved yet. */
  productId: string | null
  options: readonly Option[]
  variants: readonly EditedVariant[]
  /** The VAT rate of the piece, in hundredths of a percent; null when the shop has none for it. */
  basisPoints: number | null
}

/** What can be chosen, and what each choice costs, with how many there are. */
export function VariantBlock(props: Props) {
  const { productId, options, variants } = props
  const { say, count } = useSite()
  const several = options.length > 0
  return (
    <section class="variant-block">
      <div class="sides">
        <h2>{say(several ? words.variants : words.priceAndStock)}</h2>
        {productId && (
          <a class="s" href={deskLink.productPart(productId, 'options')}>
            {say(several ? words.changeOptions : words.addOptions)}
          </a>
        )}
      </div>
      {several && <OptionRows options={options} />}
      {several && (
        <label class="check s variant-switch">
          <input type="checkbox" id="more-of-variants" />
          <span class="on-phone">{say(words.showMoreOnPhone)}</span>
          <span class="from-768">{say(words.showMore)}</span>
        </label>
      )}
      {several && <Heads label={count(variants.length, words.oneVariant, words.manyVariants)} />}
      <ul class={several ? 'variant-rows' : 'variant-only'}>
        {variants.map((variant) => (
          <Row {...props} variant={variant} several={several} />
        ))}
      </ul>
      <p class="xs soft">{say(words.priceNote)}</p>
    </section>
  )
}

function OptionRows({ options }: { options: readonly Option[] }) {
  const { t } = useSite()
  return (
    <dl class="option-rows s">
      {options.map(({ label, values }) => (
        <div>
          <dt class="soft">{t(label)}</dt>
          <dd>
            {values.map(({ swatch }) => swatch && <Swatch colour={swatch} />)}
            <span>{values.map((value) => t(value.label)).join(', ')}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Heads({ label }: { label: string }) {
  const { say, settings } = useSite()
  const exempt = settings.tax.regime === 'exempt'
  return (
    <div class="variant-heads xs soft" aria-hidden="true">
      <span>{label}</span>
      <span>{say(exempt ? words.priceExempt : words.price)}</span>
      <span class="for-stock">{say(words.stock)}</span>
      <span class="from-768">{say(words.sku)}</span>
    </div>
  )
}

type RowProps = Props & { variant: EditedVariant; several: boolean }

function Row({ form, options, basisPoints, variant, several }: RowProps) {
  const { say, settings, t } = useSite()
  const { id, available, lowAt } = variant
  const names = choiceLabels(options, variant.choice).map(t)
  const field = { form, of: several ? names.join(' ') : '' }
  const exempt = settings.tax.regime === 'exempt'
  const low = available !== null && lowAt !== null && available <= lowAt
  const hidden = ['weight', 'cost', 'content', 'sku'].some((f) => form.problems[`${f}_${id}`])
  return (
    <li class={hidden ? 'wrong' : undefined}>
      {several && <Name options={options} choice={variant.choice} names={names} />}
      <VariantField
        {...field}
        name={`price_${id}`}
        kind="money"
        label={say(exempt ? words.priceExempt : words.price)}
      />
      <input type="hidden" name={`was_${id}`} value={form.typed[`was_${id}`] ?? ''} />
      <VariantField
        {...field}
        name={`stock_${id}`}
        kind="stock"
        label={say(form.typed['kind'] === 'service' ? words.seats : words.stock)}
        low={low}
      />
      <input type="hidden" name={`shown_${id}`} value={form.typed[`shown_${id}`] ?? ''} />
      <VariantField {...field} name={`sku_${id}`} kind="sku" label={say(words.sku)} />
      <div class="variant-more">
        <VariantField
          {...field}
          name={`weight_${id}`}
          kind="weight"
          label={say(words.weight)}
          spoken
        />
        <VariantField {...field} name={`cost_${id}`} kind="cost" label={say(words.cost)} spoken />
        <VariantField
          {...field}
          name={`content_${id}`}
          kind="content"
          label={say(words.content)}
          spoken
        />
        <Margin form={form} id={id} basisPoints={basisPoints} quiet={several} />
      </div>
    </li>
  )
}

type NameProps = { options: readonly Option[]; choice: Record<string, string>; names: string[] }

function Name({ options, choice, names }: NameProps) {
  const [first, ...others] = names
  const painted = options
    .flatMap(({ name, values }) => values.filter(({ value }) => value === choice[name]))
    .find(({ swatch }) => swatch)
  return (
    <p class="variant-name s">
      {painted?.swatch && <Swatch colour={painted.swatch} />}
      <span>
        {first}
        {others.length > 0 && <span class="xs soft">{others.join(', ')}</span>}
      </span>
    </p>
  )
}

type MarginProps = { form: Form; id: string; basisPoints: number | null; quiet: boolean }

/** What is left of the price, as the fields say it. */
function Margin({ form, id, basisPoints, quiet }: MarginProps) {
  const { say, money, settings } = useSite()
  const { currency } = settings.shop
  const price = parseMoney(form.typed[`price_${id}`] ?? '', currency)
  const cost = parseMoney(form.typed[`cost_${id}`] ?? '', currency)
  if (!price || cost === null || basisPoints === null) {
    return quiet ? null : <p class="xs soft margin">{say(words.costHint)}</p>
  }
  const { left, percent } = marginOf(price, cost, basisPoints)
  return (
    <p class="xs soft margin">
      {left < 0
        ? say(words.loss, { left: money(-left) })
        : say(words.margin, { left: money(left), percent: `${percent}\u00a0%` })}
    </p>
  )
}
