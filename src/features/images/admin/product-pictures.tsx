import { type Option, choiceLabels } from '#features/catalogue/rules.ts'
import type { Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { MOST_PICTURES } from '../rules.ts'
import { AddForm } from './add-form.tsx'

export type ShownPicture = {
  hash: string
  width: number
  height: number
  ground: string
  alt: Text
  choice: Record<string, string>
  focus: number
}

type Props = {
  productId: string
  options: readonly Option[]
  pictures: readonly ShownPicture[]
}

/**
 * The pictures of a product: each tile leads to its words, its place and its removal; the last one adds. Has a form of
 * its own, so it stands outside of other forms; its id is `pictures`.
 */
export function ProductPictures({ productId, options, pictures }: Props) {
  const { say, t, count } = useSite()
  const untold = pictures.filter(({ alt }) => t(alt) === '').length
  const full = pictures.length >= MOST_PICTURES
  return (
    <section
      id="pictures"
      class="pictures"
      aria-labelledby="pictures-title"
      data-uploads={full ? undefined : deskLink.productPictures(productId)}
    >
      <h2 id="pictures-title">{say(words.pictures)}</h2>
      <ul class="picture-tiles">
        {pictures.map((picture, at) => (
          <Tile productId={productId} picture={picture} options={options} at={at} />
        ))}
        {!full && (
          <li class="picture-add">
            <AddForm action={deskLink.productPictures(productId)} several />
          </li>
        )}
      </ul>
      {pictures.length === 0 && <p class="s soft">{say(words.first)}</p>}
      {untold > 0 && <p class="xs soft">{count(untold, words.oneUntold, words.manyUntold)}</p>}
      {full ? (
        <p class="xs soft">{say(words.full)}</p>
      ) : (
        <p class="xs">
          <a href={deskLink.pictures({ for: productId })}>{say(words.again)}</a>
        </p>
      )}
    </section>
  )
}

type TileProps = {
  productId: string
  picture: ShownPicture
  options: readonly Option[]
  at: number
}

function Tile({ productId, picture, options, at }: TileProps) {
  const { say, t } = useSite()
  // The first option is the one that pictures differ by: the glaze.
  const [shows] = choiceLabels(options, picture.choice).map(t)
  const label = at === 0 ? say(words.cover) : shows
  return (
    <li>
      <a href={deskLink.productPicture(productId, picture.hash)} data-sheet>
        <Picture
          image={picture}
          focus={picture.focus}
          sizes="(min-width:1024px) 112px,30vw"
          upTo={480}
        />
        <span class="ears">
          {say(words.edit, { at: at + 1 })} {t(picture.alt)}{' '}
        </span>
        {label && <span class="picture-label xs">{label}</span>}
        {t(picture.alt) === '' && (
          <span class={label ? 'picture-label xs warm' : 'picture-label xs'}>
            {say(words.untold)}
          </span>
        )}
      </a>
    </li>
  )
}
