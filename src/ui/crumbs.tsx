import { useSite } from './site.tsx'
import { words } from './words.ts'

/** The way back, from the whole to the part. */
export function Crumbs({ steps }: { steps: readonly { href: string; label: string }[] }) {
  const { say } = useSite()
  return (
    <nav aria-label={say(words.crumbs)}>
      <ol class="crumbs">
        {steps.map((step) => (
          <li>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
