import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { State } from '../rules.ts'
import { STATES } from '../words.ts'

/** How a piece can be had, in words. */
export function StateTag({ state, large, more }: { state: State; large?: boolean; more?: string }) {
  const { count } = useSite()
  const { tone, one, many } = STATES[state.is]
  return (
    <Tag tone={tone} {...(large && { large })}>
      {count(state.count, one, many)}
      {more && ` · ${more}`}
    </Tag>
  )
}
