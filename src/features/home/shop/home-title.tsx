import type { Link } from '#features/settings/rules.ts'
import type { Text } from '#lib/i18n.ts'
import { useSite } from '#ui/site.tsx'

/** The title of a block, and the way to more of it. */
export function HomeTitle({ title, more }: { title: Text; more: Link | null }) {
  const { link, t } = useSite()
  return (
    <div class="sides">
      <h2>{t(title)}</h2>
      {more && (
        <a class="s" href={link.target(more.link)}>
          {t(more.label)}
        </a>
      )}
    </div>
  )
}
