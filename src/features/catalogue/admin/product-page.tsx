import { ProblemSummary, Done, DeskHead } from '#ui/desk-parts.tsx'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import type { CollectionChoice } from '../desk-queries.ts'
import { DONE, words } from '../desk-words.ts'
import type { ProductImageRow, ProductRow } from '../queries.ts'
import type { Attribute } from '../rules.ts'
import { ExtrasBlock, PartsBlock } from './extras-block.tsx'
import { FileBlock } from './file-block.tsx'
import { PicturesBlock } from './pictures-block.tsx'
import { PreviewBlock } from './preview-block.tsx'
import { PieceBar } from './piece-bar.tsx'
import { SideBlock } from './side-block.tsx'
import { type EditedVariant, VariantBlock } from './variant-block.tsx'
import { type Form, MoreWords, WordsBlock } from './words-block.tsx'

export type Conflict = { is: 'changed'; who: string; time: string } | { is: 'stock' }

type Props = {
  id: string
  /** Undefined until it was saved once. */
  product: ProductRow | undefined
  variants: readonly EditedVariant[]
  pictures: readonly ProductImageRow[]
  collections: readonly CollectionChoice[]
  known: readonly Pick<Attribute, 'label' | 'valueLabel'>[]
  taxClasses: readonly string[]
  basisPoints: number | null
  form: Form
  done?: string | undefined
  conflict?: Conflict | null
  fileProblem?: keyof typeof words | null
}

/** The one page on which a piece is made and changed. */
export function ProductPage(props: Props) {
  const { id, product, variants, form, conflict, done } = props
  const { say, t } = useSite()
  const title = product ? t(product.title) : say(words.newPiece)
  const told = done && DONE[done]
  return (
    <AdminFrame
      title={title}
      current="products"
      back={{ href: '/admin/products', label: say(words.pieces) }}
    >
      <DeskHead title={title}>
        <SeeLink product={product} />
      </DeskHead>
      {told && <Done>{say(told)}</Done>}
      {conflict && <Told conflict={conflict} id={id} />}
      <ProblemSummary problems={form.problems} />
      <div class="piece-desk">
        <PicturesBlock product={product} pictures={props.pictures} />
        <form class="sheet" method="post" action={deskLink.product(id)} novalidate data-unsaved>
          <button class="ears" tabindex={-1}>
            {say(words.save)}
          </button>
          <input type="hidden" name="seen" value={product?.updatedAt ?? 0} />
          <div class="sheet-main">
            <WordsBlock form={form} />
            <VariantBlock
              form={form}
              productId={product ? id : null}
              options={product?.options ?? []}
              variants={variants}
              basisPoints={props.basisPoints}
            />
            <PartsBlock form={form} />
            <div class="folds">
              <MoreWords form={form} />
              <ExtrasBlock form={form} known={props.known} />
            </div>
          </div>
          <SideBlock form={form} collections={props.collections} taxClasses={props.taxClasses} />
          <PieceBar product={product} />
        </form>
        {product && (
          <div class="piece-after">
            {product.kind === 'digital' && (
              <FileBlock product={product} problem={props.fileProblem ?? null} />
            )}
            {product.state !== 'published' && <PreviewBlock product={product} />}
          </div>
        )}
      </div>
    </AdminFrame>
  )
}

function SeeLink({ product }: { product: ProductRow | undefined }) {
  const { say, link } = useSite()
  if (product?.state !== 'published') return null
  return (
    <ButtonLink href={link.product(product.slug)} quiet>
      {say(words.see)}
    </ButtonLink>
  )
}

function Told({ conflict, id }: { conflict: Conflict; id: string }) {
  const { say } = useSite()
  if (conflict.is === 'stock') return <Notice urgent>{say(words.stockTold)}</Notice>
  return (
    <Notice urgent>
      <p>{say(words.changedBy, { who: conflict.who, time: conflict.time })}</p>
      <p>
        <a href={deskLink.product(id)} target="_blank" rel="noopener">
          {say(words.theirs)}
        </a>
      </p>
    </Notice>
  )
}
