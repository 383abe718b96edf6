import type { Text } from '#lib/i18n.ts'
import { Done } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

const SAYINGS = {
  bulk: words.bulkDone,
  undone: words.undone,
  refused: words.undoneNot,
  unticked: words.unticked,
  uncopied: words.copyFailed,
}

/** What has just been done, or could not be. */
export type Telling = keyof typeof SAYINGS | null

export function tellingOf(value: string | undefined): Telling {
  const known: readonly (keyof typeof SAYINGS)[] = [
    'bulk',
    'undone',
    'refused',
    'unticked',
    'uncopied',
  ]
  return known.find((key) => key === value) ?? null
}

type Props = { telling: Telling; named: readonly { title: Text }[] }

/** Tells it, with the pieces that stayed as they were. */
export function Told({ telling, named }: Props) {
  const { say, t } = useSite()
  if (!telling) return null
  const text = <p>{say(SAYINGS[telling])}</p>
  if (telling !== 'bulk' && telling !== 'undone') return <Notice urgent>{text}</Notice>
  const titles = named.map(({ title }) => t(title)).join(', ')
  return (
    <Done>
      {text}
      {titles && <p class="s">{say(words.keptAsIs, { titles })}</p>}
    </Done>
  )
}
