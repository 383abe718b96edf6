import type { Text } from '#lib/i18n.ts'
import { useSite } from '#ui/site.tsx'

/** Pieces found by name, for an island to choose from. */
export function PieceList({ pieces }: { pieces: readonly { slug: string; title: Text }[] }) {
  const { t } = useSite()
  return (
    <ul>
      {pieces.map(({ slug, title }) => (
        <li>
          <button type="button" class="link" data-slug={slug}>
            {t(title)}
          </button>
        </li>
      ))}
    </ul>
  )
}
