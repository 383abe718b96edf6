import { Picture } from '#ui/picture.tsx'
import { Price } from '#ui/price.tsx'
import { useSite } from '#ui/site.tsx'
import type { FoundProduct } from '../queries.ts'
import { inNamedChoice } from '../rules.ts'
import { words } from '../words.ts'

type Props = { term: string; products: readonly FoundProduct[] }

/** The first pieces that match what is being typed: a part of a page, for the search field. */
export function Suggestions({ term, products }: Props) {
  const { say, t, lang, link } = useSite()
  if (products.length === 0) return <p class="s soft">{say(words.noSuggestion, { term })}</p>
  return (
    <>
      <ul class="suggestions">
        {products
          .map((found) => inNamedChoice(found, term, lang))
          .map(({ slug, title, card }) => (
            <li>
              <a href={link.product(slug)}>
                {card.image && <Picture image={card.image} sizes="48px" upTo={160} />}
                <span>{t(title)}</span>
                <Price amount={card.price} from={card.from} />
              </a>
            </li>
          ))}
      </ul>
      <a class="s" href={link.search(term)}>
        {say(words.seeAll)}
      </a>
    </>
  )
}
