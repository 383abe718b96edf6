import type { CardRow } from '#features/catalogue/queries.ts'
import { MessageBlock } from '#features/messages/shop/message-block.tsx'
import { LegalFacts } from '#features/settings/shop/legal-facts.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { EntryRow } from '../queries.ts'
import { words } from '../words.ts'
import { EntryBody, EntryPicture } from './entry-body.tsx'
import { PostDay } from './post-day.tsx'

type Props = { entry: EntryRow; products: readonly CardRow[] }

/** A page of the shop: the workshop, delivery, the terms. Only the terms say when they last changed. */
export function EntryPage({ entry, products }: Props) {
  const { t, say } = useSite()
  return (
    <ShopFrame
      title={t(entry.search?.title) || t(entry.title)}
      description={t(entry.search?.description) || t(entry.excerpt)}
      image={entry.image}
    >
      <header class="wrap entry-head">
        <h1>{t(entry.title)}</h1>
        {t(entry.excerpt) && <p class="l">{t(entry.excerpt)}</p>}
        {entry.role === 'terms' && (
          <p class="s soft">
            {say(words.changed)} <PostDay moment={entry.publishedAt} />
          </p>
        )}
      </header>
      <EntryPicture entry={entry} />
      <EntryBody entry={entry} products={products} />
      {entry.role === 'legal' && <LegalFacts />}
      {entry.role === 'contact' && <MessageBlock />}
    </ShopFrame>
  )
}
