import { PARTS } from '#features/content/desk-words.ts'
import type { Block } from '#features/settings/rules.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { TYPES, words } from '../desk-words.ts'
import { BLOCK_TYPES } from '../rules.ts'
import { BlockSketch } from './block-sketch.tsx'

/** What can be put on the home page. */
export function NewBlockPage() {
  const { say } = useSite()
  return (
    <AdminFrame
      title={say(words.add)}
      current="content"
      back={{ href: deskLink.content(), label: say(PARTS.home) }}
    >
      <DeskHead title={say(words.add)} />
      <ul class="block-rows">
        {BLOCK_TYPES.map((type) => (
          <TypeLine type={type} />
        ))}
      </ul>
    </AdminFrame>
  )
}

function TypeLine({ type }: { type: Block['type'] }) {
  const { say } = useSite()
  return (
    <li>
      <a href={deskLink.content('new', type)}>
        <BlockSketch type={type} />
        <span>
          <b>{say(TYPES[type].name)}</b> <span class="xs soft">{say(TYPES[type].text)}</span>
        </span>
      </a>
    </li>
  )
}
