import { useSite } from '#ui/site.tsx'
import type { ProductRow, VariantRow } from '../queries.ts'
import { travels } from '../rules.ts'
import { words } from '../words.ts'
import { DeliveryLines, type Method } from './delivery-lines.tsx'

type Props = { product: ProductRow; variant: VariantRow; methods: Method[] }

/** Care, delivery in brief, who made it and what the law wants said before the purchase. */
export function Facts({ product, variant, methods }: Props) {
  const { settings, say, t } = useSite()
  const goods = travels(product.kind)
  const care = t(product.care)
  return (
    <section class="wrap sec facts">
      {care && (
        <div>
          <h2>{say(words.care)}</h2>
          <p>{care}</p>
        </div>
      )}
      {goods && (
        <div id="delivery">
          <h2>{say(words.deliveryTitle)}</h2>
          <DeliveryLines methods={methods} weightG={variant.weightG} price={variant.price} />
          <p class="s soft">{t(settings.dispatch.returns)}</p>
        </div>
      )}
      <div>
        <h2>{say(goods ? words.maker : words.seller)}</h2>
        {product.madeIn && <p>{t(product.madeIn)}</p>}
        <p class="s soft">
          <Maker goods={goods} /> {t(product.warnings)}
        </p>
      </div>
    </section>
  )
}

function Maker({ goods }: { goods: boolean }) {
  const { settings, say } = useSite()
  const { name, email, address } = settings.shop
  const place = `${address.postalCode} ${address.city}`.trim()
  const maker = [name, address.line1, place, email].filter(Boolean).join(', ')
  return <>{goods ? say(words.madeBy, { maker }) : `${maker}.`}</>
}
