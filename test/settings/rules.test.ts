import { expect, test } from 'vitest'
import { DEFAULTS, nextChange, promiseHolds, type Settings } from '#features/settings/rules.ts'

const PARIS = '+01:00'
const at = (moment: string) => Date.parse(`${moment}:00${PARIS}`)
const MORNING = at('2026-11-24T09:00')

const banner = (from: string | null, until: string | null): Settings['home'] => ({
  blocks: [{ type: 'banner', title: {}, text: {}, link: null, image: '', alt: {}, from, until }],
})

const ALWAYS = banner(null, null).blocks

test('a promise of arrival holds until the next hour when parcels leave', () => {
  expect(promiseHolds(DEFAULTS, MORNING)).toBe(at('2026-11-24T12:00'))
  expect(promiseHolds(DEFAULTS, at('2026-11-24T12:00'))).toBe(at('2026-11-25T12:00'))
})

test.each<[string, Partial<Settings>, string]>([
  ['nothing that has its day', {}, '2026-11-25T09:00'],
  [
    'a holiday that begins',
    { holiday: { plan: { from: '2026-11-25', until: '2026-12-01', mode: 'shift', message: {} } } },
    '2026-11-25T00:00',
  ],
  [
    'a holiday that ends',
    { holiday: { plan: { from: '2026-11-20', until: '2026-11-25', mode: 'shift', message: {} } } },
    '2026-11-25T00:00',
  ],
  ['a banner that comes', { home: banner('2026-11-25', null) }, '2026-11-25T00:00'],
  ['a banner that is over after today', { home: banner(null, '2026-11-24') }, '2026-11-25T00:00'],
  ['banners that take turns', { home: { blocks: [...ALWAYS, ...ALWAYS] } }, '2026-11-25T00:00'],
  ['a banner of some other time', { home: banner('2026-10-01', '2026-12-24') }, '2026-11-25T09:00'],
  [
    'pieces that come today',
    { dispatch: { ...DEFAULTS.dispatch, next: { day: '2026-11-24', sold: {}, closing: {} } } },
    '2026-11-25T00:00',
  ],
])('pages of a shop with %s are kept until then, or for a day', (_, given, until) => {
  expect(nextChange({ ...DEFAULTS, ...given }, MORNING)).toBe(at(until))
})
