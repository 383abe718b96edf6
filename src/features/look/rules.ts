import { contrast, hexOf, mix, nearestThat } from '#lib/colour.ts'

/** Contrast that text needs (WCAG 2.2, 1.4.3), and what is large or an edge (1.4.11). */
export const TEXT = 4.5
export const EDGE = 3

/** Colours of the shop that a look may set, as the style sheet has them when it does not. */
export const COLOURS = {
  ground: '#f5f6f2',
  raised: '#ffffff',
  sunk: '#e9e8e1',
  foot: '#d9c6ae',
  'foot-deep': '#a0774c',
  plate: '#cdc4b6',
  line: '#d6d6cd',
  edge: '#7e837e',
  ink: '#15252b',
  soft: '#525e5f',
  accent: '#1d4b5c',
  deep: '#1d4b5c',
  good: '#46502f',
  warm: '#8a4f28',
  bad: '#9c2f22',
} as const

export type Colour = keyof typeof COLOURS
export type Palette = Record<Colour, string>

export const COLOUR_NAMES = Object.keys(COLOURS).flatMap((name) => (isColour(name) ? [name] : []))

function isColour(name: string): name is Colour {
  return Object.hasOwn(COLOURS, name)
}

/** Colours that are made from the chosen ones, so that what is written on them can be read. */
const ON = { 'on-accent': '#ffffff', 'on-deep': '#f5f6f2', 'on-deep-soft': '#c3d2d5' } as const

/** Choices of form: each is a few properties of the style sheet. The first of each is how the shop is built. */
export const FORMS = {
  corners: {
    crisp: { radius: '2px' },
    sharp: { radius: '0px' },
    soft: { radius: '8px' },
    round: { radius: '1.75rem' },
  },
  base: {
    glazed: {
      'foot-size': '4px',
      glaze: "image-set('/icons/glaze.svg' 1x)",
      'swatch-shape': 'none',
    },
    plain: {
      'foot-size': '0px',
      glaze: 'linear-gradient(#000 0 0)',
      'swatch-shape': 'circle(20px at 22px 22px) view-box',
    },
  },
  letters: {
    ysabeau: {
      display: 'Ysabeau, Ys, sans-serif',
      'display-weight': '400',
      'display-track': '-0.02em',
    },
    fine: {
      display: 'Ysabeau, Ys, sans-serif',
      'display-weight': '300',
      'display-track': '.01em',
    },
    book: {
      display: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', Georgia, serif",
      'display-weight': '400',
      'display-track': '-0.015em',
    },
    plain: {
      display: 'system-ui, sans-serif',
      'display-weight': '600',
      'display-track': '-0.025em',
    },
  },
} as const

export type Look = {
  colours: Palette
  corners: keyof typeof FORMS.corners
  base: keyof typeof FORMS.base
  letters: keyof typeof FORMS.letters
}

/** How the shop is built. */
export const BUILT: Look = {
  colours: COLOURS,
  corners: 'crisp',
  base: 'glazed',
  letters: 'ysabeau',
}

/** Which of the choices a theme has made; null when it has made one of its own. */
function formOf<Name extends string>(
  theme: Readonly<Record<string, string>>,
  choices: Readonly<Record<Name, Readonly<Record<string, string>>>>,
  built: Readonly<Record<string, string>>,
  names: readonly Name[],
): Name | null {
  const values = Object.keys(built)
  const has = (property: string) => theme[`--${property}`] ?? built[property]
  return names.find((name) => values.every((key) => choices[name][key] === has(key))) ?? null
}

const CORNERS = ['crisp', 'sharp', 'soft', 'round'] as const
const BASES = ['glazed', 'plain'] as const
const LETTERS = ['ysabeau', 'fine', 'book', 'plain'] as const
export const CHOICES = { corners: CORNERS, base: BASES, letters: LETTERS } as const

/** What a theme looks like; what it does not set, or sets in a way of its own, is as the shop is built. */
export function lookOf(theme: Readonly<Record<string, string>>): Look {
  const colours = Object.fromEntries(
    COLOUR_NAMES.map((name) => [name, hexOf(theme[`--${name}`] ?? '') ?? COLOURS[name]]),
  )
  return {
    colours: { ...COLOURS, ...colours },
    corners: formOf(theme, FORMS.corners, FORMS.corners.crisp, CORNERS) ?? 'crisp',
    base: formOf(theme, FORMS.base, FORMS.base.glazed, BASES) ?? 'glazed',
    letters: formOf(theme, FORMS.letters, FORMS.letters.ysabeau, LETTERS) ?? 'ysabeau',
  }
}

/** Every property of a look. */
export function propertiesOf({ colours, corners, base, letters }: Look): Record<string, string> {
  const all = {
    ...colours,
    ...writtenOn(colours),
    ...FORMS.corners[corners],
    ...FORMS.base[base],
    ...FORMS.letters[letters],
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`--${name}`, value]))
}

/** The theme of a look: what differs from how the shop is built. The look of the built shop is no theme at all. */
export function themeOf(look: Look): Record<string, string> {
  const built = propertiesOf(BUILT)
  return Object.fromEntries(
    Object.entries(propertiesOf(look)).filter(([name, value]) => built[name] !== value),
  )
}

function writtenOn({ accent, deep, ground }: Palette) {
  const onDeep = readable([ON['on-deep'], ground], deep)
  const softer = [ON['on-deep-soft'], mix(onDeep, deep, 0.8), onDeep]
  return {
    'on-accent': readable([ON['on-accent'], ground], accent),
    'on-deep': onDeep,
    'on-deep-soft': readable(softer, deep),
  }
}

/** The first of some colours that can be read on another; else black or white, one of which always can. */
function readable(colours: readonly string[], on: string): string {
  const found = [...colours, '#ffffff', '#000000'].find((colour) => contrast(colour, on) >= TEXT)
  return found ?? '#000000'
}

type Pair = { colour: Colour; on: Colour; needs: number }

const GROUNDS = ['ground', 'raised', 'sunk'] as const

/** What must stand out from what: text from its grounds, edges and marks from theirs. */
const PAIRS: readonly Pair[] = [
  { colour: 'foot', on: 'foot', needs: TEXT },
  ...[...GROUNDS, 'foot' as const].map((on) => ({ colour: 'ink' as const, on, needs: TEXT })),
  ...(['soft', 'good', 'warm', 'bad'] as const).flatMap((colour) =>
    GROUNDS.map((on) => ({ colour, on, needs: TEXT })),
  ),
  ...GROUNDS.map((on) => ({ colour: 'edge' as const, on, needs: EDGE })),
  ...(['ground', 'sunk', 'foot'] as const).map((on) => ({
    colour: 'accent' as const,
    on,
    needs: EDGE,
  })),
  { colour: 'foot-deep', on: 'ground', needs: EDGE },
]

/** The contrast of a pair; of the foot with itself, that of the softer text on it. */
function contrastOf(palette: Palette, { colour, on }: Pair): number {
  const fore = colour === on ? mix(palette.ink, palette[on], 0.75) : palette[colour]
  return contrast(fore, palette[on])
}

export type Fault = {
  colour: Colour
  on: Colour
  ratio: number
  needs: number
  /** The nearest colour that would do; null when none does as long as the others stay. */
  nearest: string | null
}

/** What cannot be read or told apart: the worst pair of each colour, and the nearest colour that would do. */
export function faultsOf(palette: Palette): Fault[] {
  return COLOUR_NAMES.flatMap((colour) => {
    const [worst] = PAIRS.filter((pair) => pair.colour === colour)
      .map((pair) => ({ ...pair, ratio: contrastOf(palette, pair) }))
      .filter(({ ratio, needs }) => ratio < needs)
      .toSorted((a, b) => a.ratio / a.needs - b.ratio / b.needs)
    return worst ? [{ ...worst, nearest: nearestOf(palette, colour) }] : []
  })
}

function nearestOf(palette: Palette, colour: Colour): string | null {
  const own = PAIRS.filter((pair) => pair.colour === colour)
  return nearestThat(palette[colour], (value) =>
    own.every((pair) => contrastOf({ ...palette, [colour]: value }, pair) >= pair.needs),
  )
}

/** The palette with every colour that fails in the nearest that would do. */
export function mended(palette: Palette): Palette {
  return faultsOf(palette).reduce(
    (better, { colour }) => ({ ...better, [colour]: nearestOf(better, colour) ?? better[colour] }),
    palette,
  )
}
