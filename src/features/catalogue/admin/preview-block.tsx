import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { ProductRow } from '../queries.ts'

/** The link under which a piece is seen before it is out. */
export function PreviewBlock({ product }: { product: ProductRow }) {
  const { say, origin } = useSite()
  const { id, previewToken } = product
  const part = previewToken ? 'preview/end' : 'preview'
  return (
    <section id="preview">
      <h2>{say(words.preview)}</h2>
      <p class="s soft">{say(words.previewText)}</p>
      {previewToken && (
        <p class="s preview-link">
          <a href={deskLink.preview(previewToken)}>{origin + deskLink.preview(previewToken)}</a>
        </p>
      )}
      <form method="post" action={deskLink.productPart(id, part)}>
        <Button quiet>{say(previewToken ? words.previewClose : words.previewOpen)}</Button>
      </form>
    </section>
  )
}
