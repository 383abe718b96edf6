import { shortHash } from '#lib/hash.ts'
import { asset } from './assets.ts'

/** The one style sheet: a shop's own look is part of its address, so that a new look is a new file. */
export function stylesheet(theme: Record<string, string>): string {
  const base = asset('shop.css')
  if (Object.keys(theme).length === 0) return base
  return `/theme/${shortHash(base + JSON.stringify(theme))}.css`
}
