import { shortHash } from '#lib/hash.ts'
import { asset } from './assets.ts'

/** Whether titles are set in the face that comes with the shop: a look of the system's faces need not ask for it. */
export function setInOwnFace(theme: Record<string, string>): boolean {
  return /Ysabeau/.test(theme['--display'] ?? 'Ysabeau')
}

/** The one style sheet: a shop's own look is part of its address, so that a new look is a new file. */
export function stylesheet(theme: Record<string, string>): string {
  const base = asset('shop.css')
  if (Object.keys(theme).length === 0) return base
  return `/theme/${shortHash(base + JSON.stringify(theme))}.css`
}
