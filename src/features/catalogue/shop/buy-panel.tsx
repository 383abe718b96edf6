import { closedUntil } from '#features/delivery/rules.ts'
import { formatDay, localTime } from '#lib/dates.ts'
import { fill } from '#lib/i18n.ts'
import { Button } from '#ui/button.tsx'
import { LowestPrice, Price } from '#ui/price.tsx'
import { useSite } from '#ui/site.tsx'
import type { ProductRow, VariantRow } from '../queries.ts'
import {
  CONTENT_UNITS,
  isAhead,
  isGone,
  mostAtOnce,
  stateOf,
  travels,
  unitPrice,
} from '../rules.ts'
import { words } from '../words.ts'
import { OptionPicker } from './option-picker.tsx'
import { PersonalFields } from './personal-fields.tsx'
import { type Method, Promise } from './delivery-lines.tsx'
import { StateTag } from './state-tag.tsx'

const FORM = 'buy'

type Props = {
  product: ProductRow
  variants: VariantRow[]
  variant: VariantRow
  methods: Method[]
  /** Seen before it is out: there is nothing to buy. */
  preview?: boolean
}

/** Everything that decides: price, choice, what is left, when it arrives, the button. */
export function BuyPanel({ product, variants, variant, methods, preview = false }: Props) {
  const { settings, t, say } = useSite()
  const state = stateOf(product, variant.available)
  const gone = isGone(state)
  return (
    <div class="panel">
      <h1>{t(product.title)}</h1>
      <p class="l soft">{t(product.subtitle)}</p>
      <div class="cost">
        <p class="d2">
          <Price amount={variant.price} before={variant.priceBefore} faint={gone} />
        </p>
        {variant.priceBefore !== null && <LowestPrice amount={variant.priceBefore} />}
        <UnitPrice product={product} variant={variant} />
        <TaxLine product={product} />
      </div>
      <OptionPicker product={product} variants={variants} variant={variant} />
      {product.personal.length > 0 && <PersonalFields fields={product.personal} form={FORM} />}
      <div class="stock">
        <StateTag state={state} large more={gone ? nextTime(product) : ''} />
        {!gone && product.leadWeeks === null && travels(product.kind) && (
          <Promise methods={methods} />
        )}
        {product.kind === 'digital' && <p class="s">{say(words.byMail)}</p>}
      </div>
      {!preview && <BuyForm product={product} variant={variant} gone={gone} />}
      {travels(product.kind) && settings.dispatch.assurances.length > 0 && (
        <ul class="assure">
          {settings.dispatch.assurances.map((assurance) => (
            <li>{t(assurance)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What is sold by measure says what a kilogram, a litre or a metre of it costs (C. conso L112-1, arrêté of 16 November 1999). */
function UnitPrice({ product, variant }: Pick<Props, 'product' | 'variant'>) {
  const { say, money } = useSite()
  const { contentUnit } = product
  const amount = contentUnit && unitPrice(variant.price, variant.content)
  if (!contentUnit || amount === null) return null
  const unit = CONTENT_UNITS[contentUnit]
  return <p class="xs soft">{say(words.unitPrice, { price: money(amount), unit })}</p>
}

function TaxLine({ product }: { product: ProductRow }) {
  const { settings, say, t } = useSite()
  if (product.kind === 'gift_card') return null
  if (settings.tax.regime === 'exempt') {
    return <p class="xs soft">{t(settings.tax.mention)}</p>
  }
  if (!travels(product.kind)) return <p class="xs soft">{say(words.taxIn)}</p>
  return (
    <p class="xs soft">
      {say(words.taxInDelivery)} <a href="#delivery">{say(words.delivery)}</a>
    </p>
  )
}

/** When there will be more, of what can be made again. */
function nextTime({ kind, oneOfAKind }: ProductRow): string {
  const { settings, lang, now, t } = useSite()
  const { next } = settings.dispatch
  const today = localTime(now, settings.shop.timeZone).day
  if (!travels(kind) || oneOfAKind || !isAhead(next, today)) return ''
  return fill(t(next.sold), { date: formatDay(next.day, lang, { weekday: false }) })
}

type FormProps = { product: ProductRow; variant: VariantRow; gone: boolean }

function BuyForm({ product, variant, gone }: FormProps) {
  const { settings, now, lang, link, say } = useSite()
  const closed = closedUntil(settings, now)
  const most = gone ? 1 : mostAtOnce(product.kind, variant.available)
  return (
    <form class="buy" id={FORM} method="post" action={link.cartLines()}>
      <input type="hidden" name="variant" value={variant.id} />
      {most > 1 ? (
        <select name="quantity" aria-label={say(words.quantity)}>
          {Array.from({ length: most }, (_, at) => (
            <option>{at + 1}</option>
          ))}
        </select>
      ) : (
        <input type="hidden" name="quantity" value="1" />
      )}
      {closed && !gone ? (
        <Button disabled>
          {say(words.closedButton, { day: formatDay(closed, lang, { weekday: false }) })}
        </Button>
      ) : (
        <Button disabled={gone}>{say(gone ? words.soldButton : words.add)}</Button>
      )}
    </form>
  )
}
