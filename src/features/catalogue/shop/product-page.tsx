import { raw } from 'hono/html'
import { markdown } from '#lib/markdown.ts'
import { excerpt, firstSentence } from '#lib/text.ts'
import { Crumbs } from '#ui/crumbs.tsx'
import { Notice } from '#ui/notice.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { CardRow, CollectionRow, ProductImageRow, ProductRow, VariantRow } from '../queries.ts'
import { picturesFor, travels } from '../rules.ts'
import { words } from '../words.ts'
import { BuyPanel } from './buy-panel.tsx'
import type { Method } from './delivery-lines.tsx'
import { Facts } from './facts.tsx'
import { Measures } from './measures.tsx'
import { ProductCard } from './product-card.tsx'
import { Shots } from './shots.tsx'
import { StoryBand } from './story-band.tsx'

type Props = {
  product: ProductRow
  variants: VariantRow[]
  variant: VariantRow
  images: ProductImageRow[]
  related: CardRow[]
  collections: Pick<CollectionRow, 'id' | 'slug' | 'title' | 'parentId'>[]
  methods: Method[]
  post: { slug: string; title: CollectionRow['title'] } | undefined
  /** Whether it is seen before it is out. */
  preview?: boolean
}

/** One piece, and everything one needs to know before buying it. */
export function ProductPage(props: Props) {
  const { product, variants, variant, collections, methods, post, related, preview = false } = props
  const { link, say, t } = useSite()
  const images = picturesFor(props.images, variant.choice)
  const top = collections.find((collection) => collection.parentId === null)
  const below = collections.find((collection) => top && collection.parentId === top.id)
  const steps = [top, below]
    .filter((step) => step !== undefined)
    .map(({ slug, title }) => ({
      href: link.collection(slug),
      label: t(title),
    }))
  return (
    <ShopFrame
      title={t(product.search?.title) || t(product.title)}
      description={
        t(product.search?.description) ||
        t(product.subtitle) ||
        excerpt(t(product.description), 160)
      }
      hidden={preview}
      image={images[0]}
      section={top && link.collection(top.slug)}
    >
      <div class="wrap">
        {preview && <Notice>{say(words.preview)}</Notice>}
        <Crumbs steps={[{ href: link.everything(), label: say(words.shop) }, ...steps]} />
        <div class="piece" id="piece">
          <Shots images={images} />
          <BuyPanel {...{ product, variants, variant, methods, preview }} />
        </div>
      </div>
      <section class="wrap sec about">
        <Description text={t(product.description)} />
        {(travels(product.kind) || product.attributes.length > 0) && (
          <Measures product={product} variant={variant} />
        )}
      </section>
      {product.story && <StoryBand story={product.story} post={post} />}
      <Facts product={product} variant={variant} methods={methods} />
      {related.length > 0 && (
        <section class="wrap sec">
          <h2>{say(words.related)}</h2>
          <ul class="cards">
            {related.slice(0, 4).map((other) => (
              <ProductCard product={other} level={3} />
            ))}
          </ul>
        </section>
      )}
    </ShopFrame>
  )
}

function Description({ text }: { text: string }) {
  const { first, rest } = firstSentence(text)
  return (
    <div>
      <p class="d2">{first}</p>
      <div class="prose">{raw(markdown(rest))}</div>
    </div>
  )
}
