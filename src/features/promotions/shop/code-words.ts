import { useSite } from '#ui/site.tsx'
import type { Refused } from '../rules.ts'
import { missingUnits, REFUSALS } from '../words.ts'

type Because = Refused['because'] | 'tooMany'

/** Why a code does not apply, in one sentence with what is missing. */
export function useRefusal(): (refused: { because: Because; missing: number }) => string {
  const { count, money, say } = useSite()
  return ({ because, missing }) =>
    because === 'units'
      ? count(missing, missingUnits.one, missingUnits.many)
      : say(REFUSALS[because], { missing: money(missing) })
}
