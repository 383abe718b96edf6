import { Phase, type PhaseName } from '#ui/phase.tsx'
import { useSite } from '#ui/site.tsx'
import { STANDPOINTS } from '../desk-words.ts'
import { disputeWords } from '../life-words.ts'
import { type Standing, type Standpoint, standpoint } from '../rules.ts'

const MOONS: Record<Standpoint, PhaseName> = {
  waiting: 'new',
  held: 'new',
  cancelled: 'new',
  to_pack: 'crescent',
  in_making: 'crescent',
  packed: 'half',
  ready: 'half',
  shipped: 'gibbous',
  delivered: 'full',
}

/** Where an order is that has not left yet. */
const WAITING: readonly Standpoint[] = ['to_pack', 'in_making', 'packed', 'ready']

/** Where an order is: a moon and its word. What a dispute keeps from leaving says so instead. */
export function StandingOf({ order }: { order: Standing }) {
  const { say } = useSite()
  const at = standpoint(order)
  const stopped = order.stopped && WAITING.includes(at)
  return (
    <span class={`standing at-${stopped ? 'held' : at.replace('_', '-')}`}>
      <Phase name={MOONS[at]} />
      {say(stopped ? disputeWords.stopped : STANDPOINTS[at])}
    </span>
  )
}
