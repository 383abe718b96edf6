/** How far something is, as the moon. */
export const PHASES = {
  new: null,
  crescent: 'M10 3a7 7 0 0 1 0 14c3-4 3-10 0-14z',
  half: 'M10 3a7 7 0 0 1 0 14z',
  gibbous: 'M10 3a7 7 0 0 1 0 14C5 14 5 6 10 3z',
  full: 'M10 3a7 7 0 0 1 0 14a7 7 0 0 1 0-14z',
} as const

export type PhaseName = keyof typeof PHASES

/** A moon beside its word: the shape carries the meaning. */
export function Phase({ name }: { name: PhaseName }) {
  const shape = PHASES[name]
  return (
    <svg class="phase" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" />
      {shape && <path d={shape} />}
    </svg>
  )
}
