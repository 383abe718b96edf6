import { Phase, type PhaseName } from '#ui/phase.tsx'
import { useSite } from '#ui/site.tsx'
import { STANDPOINTS } from '../desk-words.ts'
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

/** Where an order is: a moon and its word. */
export function StandingOf({ order }: { order: Standing }) {
  const { say } = useSite()
  const at = standpoint(order)
  return (
    <span class={`standing at-${at.replace('_', '-')}`}>
      <Phase name={MOONS[at]} />
      {say(STANDPOINTS[at])}
    </span>
  )
}
