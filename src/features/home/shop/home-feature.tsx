import { isGone, stateOf } from '#features/catalogue/rules.ts'
import { STATES } from '#features/catalogue/words.ts'
import type { Image } from '#features/images/queries.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { FeatureRow } from '../queries.ts'
import { words } from '../words.ts'
import type { BlockOf } from '../rules.ts'

type Props = { block: BlockOf<'feature'>; pictures: Image[]; variants: FeatureRow[] }

/** One product put forward on the sea, with what is left of each of its variants. */
export function HomeFeature({ block, pictures, variants }: Props) {
  const { link, say, t } = useSite()
  const own = variants.filter(({ slug }) => slug === block.product)
  const image = pictures.find(({ hash }) => hash === block.image)
  return (
    <section class="sea feature">
      {image && <Picture image={image} alt={t(block.alt)} sizes="(min-width:1024px) 50vw,100vw" />}
      <div>
        <h2 class="d3">{t(block.title)}</h2>
        <p class="l">{t(block.text)}</p>
        {own.length > 1 && (
          <ul class="rows">
            {own.map((variant) => (
              <FeatureLine variant={variant} />
            ))}
          </ul>
        )}
        {own.length === 1 && (
          <ButtonLink href={link.product(block.product)}>{say(words.see)}</ButtonLink>
        )}
        <p class="s soft">{t(block.note)}</p>
      </div>
    </section>
  )
}

function FeatureLine({ variant }: { variant: FeatureRow }) {
  const { link, t, count } = useSite()
  const state = stateOf(variant, variant.available)
  const { one, many } = STATES[state.is]
  const name = variant.options
    .map(({ name: option, values }) =>
      t(values.find(({ value }) => value === variant.choice[option])?.label),
    )
    .join(', ')
  return (
    <li>
      {isGone(state) ? (
        <span>{name}</span>
      ) : (
        <a href={link.product(variant.slug, variant.id)}>{name}</a>
      )}
      <span class={isGone(state) ? 'soft' : undefined}>{count(state.count, one, many)}</span>
    </li>
  )
}
