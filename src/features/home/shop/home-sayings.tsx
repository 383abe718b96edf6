import { useSite } from '#ui/site.tsx'
import type { BlockOf } from '../rules.ts'

/** What the shop is, in one sentence. */
export function HomeStatement({ block }: { block: BlockOf<'statement'> }) {
  const { link, t } = useSite()
  return (
    <section class="wrap sec say">
      <h2 class="d3">{t(block.title)}</h2>
      <div class="s">
        <p>{t(block.text)}</p>
        {block.link && <a href={link.target(block.link.link)}>{t(block.link.label)}</a>}
      </div>
    </section>
  )
}

/** What one can count on. */
export function HomePromises({ block }: { block: BlockOf<'promises'> }) {
  const { t } = useSite()
  return (
    <section class="wrap sec promises">
      {block.items.map((item) => (
        <div>
          <h2 class="d1">{t(item.title)}</h2>
          <p class="s">{t(item.text)}</p>
        </div>
      ))}
    </section>
  )
}
