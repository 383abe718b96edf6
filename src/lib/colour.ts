/** `#abc` and `#aabbcc` as `#aabbcc`; null for what is no such colour. */
export function hexOf(typed: string): string | null {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(typed.trim()) ?? []
  if (!digits) return null
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return `#${long.toLowerCase()}`
}

/** Red, green and blue of `#aabbcc`, 0 to 255. */
function channels(hex: string): [number, number, number] {
  const number = Number.parseInt(hex.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

function toHex(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** A colour with a share of another in it, as `color-mix(in srgb, …)` mixes them. */
export function mix(colour: string, other: string, share: number): string {
  const [one, two] = [channels(colour), channels(other)]
  return toHex(one.map((part, at) => part * share + (two[at] ?? 0) * (1 - share)))
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours as WCAG computes it: 1 for the same, 21 for black and white. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour that a rule accepts, nearest to one on its way to black or to white; null when there is none. */
export function nearestThat(colour: string, accepts: (colour: string) => boolean): string | null {
  for (let share = 100; share >= 0; share--) {
    const found = ['#000000', '#ffffff'].map((end) => mix(colour, end, share / 100)).find(accepts)
    if (found) return found
  }
  return null
}
