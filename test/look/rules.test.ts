import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { readLook, typedLook } from '#features/look/form.ts'
import { LOOK_KEYS, LOOKS } from '#features/look/looks.ts'
import {
  BUILT,
  COLOUR_NAMES,
  COLOURS,
  faultsOf,
  lookOf,
  mended,
  propertiesOf,
  themeOf,
} from '#features/look/rules.ts'
import { settingsForm } from '#features/settings/rules.ts'
import { contrast, hexOf } from '#lib/colour.ts'
import { ROOT } from '../dev/wrangler.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#15252b', '#f5f6f2', 14.5],
  ['#525e5f', '#f5f6f2', 6.2],
  ['#1d4b5c', '#f5f6f2', 8.7],
  ['#8a4f28', '#e9e8e1', 5.3],
  ['#7e837e', '#e9e8e1', 3.15],
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

test.each([
  ['#ABC', '#aabbcc'],
  ['1d4b5c', '#1d4b5c'],
  [' #1D4B5C ', '#1d4b5c'],
  ['red', null],
  ['#12345', null],
  ['#1d4b5c;}body{display:none', null],
  ['', null],
])('the colour %j is %j', (typed, hex) => {
  expect(hexOf(typed)).toBe(hex)
})

test('the built look is the one of the style sheet', async () => {
  const css = await readFile(join(ROOT, 'src/ui/styles/tokens.css'), 'utf8')
  const written = (name: string) => new RegExp(`${name}: ([^;]+);`).exec(css)?.[1]
  for (const [name, value] of Object.entries(propertiesOf(BUILT))) {
    const found = written(name) ?? ''
    expect(found.startsWith('#') ? hexOf(found) : found, name).toBe(value)
  }
})

test('every look to start from can be read, is saved as a theme and comes back', () => {
  for (const name of LOOK_KEYS) {
    expect(faultsOf(LOOKS[name].colours), name).toEqual([])
    const theme = themeOf(LOOKS[name])
    expect(v.is(settingsForm.entries.theme, theme), name).toBe(true)
    expect(lookOf(theme), name).toEqual(LOOKS[name])
  }
  expect(themeOf(BUILT)).toEqual({})
})

test('what is written on buttons and bands can be read on any colour', () => {
  const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((n) => `#${hex6(n)}`)
  fc.assert(
    fc.property(colour, colour, (accent, deep) => {
      const own = propertiesOf({ ...BUILT, colours: { ...COLOURS, accent, deep } })
      const on = (name: string, ground: string) => contrast(own[`--${name}`] ?? '', ground)
      const ratios = [on('on-accent', accent), on('on-deep', deep), on('on-deep-soft', deep)]
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour that fails is told with its contrast, and the nearest that will do does', () => {
  const colours = { ...COLOURS, soft: '#9aa3a4', accent: '#e8e4d8' }
  const read = readLook({ ...typedLook({ ...BUILT, colours }) })
  expect(read.ok).toBe(false)
  if (read.ok) return
  expect(Object.keys(read.problems).toSorted()).toEqual(['accent', 'soft'])
  expect(read.problems['soft']?.fr).toMatch(
    /^Contraste 2(,\d)? sur le fond creusé, il en faut 4,5\. #[0-9a-f]{6} convient\.$/,
  )
  expect(faultsOf(mended(colours))).toEqual([])
  const far = Object.entries(mended(colours)).filter(([name, hex]) => {
    const key = COLOUR_NAMES.find((known) => known === name)
    return key && hex !== colours[key]
  })
  expect(far.map(([name]) => name).toSorted()).toEqual(['accent', 'soft'])
})

test('what is no colour is refused, and never reaches a style sheet', () => {
  const read = readLook({ ...typedLook(BUILT), ink: 'red;}*{}' })
  expect(read).toMatchObject({ ok: false, problems: { ink: { en: 'A colour, such as #1d4b5c.' } } })
})

const hex6 = (n: number) => n.toString(16).padStart(6, '0')
