import type { Child } from 'hono/jsx'

export type Tone = 'good' | 'warm' | 'bad' | 'later'

/** The state of something: a dot and words. The words say it all; the dot is hollow for what will be. */
export function Tag({ tone, large, children }: { tone: Tone; large?: boolean; children?: Child }) {
  return <p class={large ? `s tag ${tone}` : `tag ${tone}`}>{children}</p>
}
