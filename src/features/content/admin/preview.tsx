import type { Child } from 'hono/jsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'

/** The button of a form that shows what it would make. The script does so without leaving the page. */
export function PreviewButton() {
  const { say } = useSite()
  return (
    <button class="btn quiet" name="act" value="preview" data-preview>
      {say(words.preview)}
    </button>
  )
}

/** Where a preview stands; empty until there is one. */
export function PreviewPlace({ children }: { children?: Child }) {
  const { say } = useSite()
  return (
    <section
      id="preview"
      class="preview"
      tabindex={-1}
      aria-label={say(words.preview)}
      hidden={!children}
    >
      {children && <p class="xs soft">{say(words.previewTitle)}</p>}
      {children}
    </section>
  )
}
