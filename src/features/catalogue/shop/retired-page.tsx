import { ButtonLink } from '#ui/button.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { ProductRow } from '../queries.ts'
import { words } from '../words.ts'

/** A piece that is no longer made. */
export function RetiredPage({ product }: { product: ProductRow }) {
  const { link, say, t } = useSite()
  return (
    <ShopFrame title={t(product.title)} hidden>
      <div class="wrap lost">
        <h1>{say(words.retired)}</h1>
        <p class="l">{say(words.retiredText, { title: t(product.title) })}</p>
        <ButtonLink href={link.everything()}>{say(words.everything)}</ButtonLink>
      </div>
    </ShopFrame>
  )
}
