import { expect, test } from 'vitest'
import { readEntry, typedEntry } from '#features/content/form.ts'
import { momentAt, pieceNames } from '#features/content/rules.ts'
import { localTime } from '#lib/dates.ts'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const AROUND = {
  kind: 'post' as const,
  languages: ['fr', 'en'] as const,
  timeZone: 'Europe/Paris',
  now: NOW,
  before: null,
}
const WRITTEN = { 'title.fr': 'Cuisson de mai', 'body.fr': 'Un texte.', state: 'published' }

test('a title is enough for a draft; publishing wants a text', () => {
  const draft = readEntry({ 'title.fr': 'Cuisson de mai', state: 'draft' }, AROUND)
  expect(draft).toMatchObject({ ok: true, value: { slug: 'cuisson-de-mai', state: 'draft' } })
  const wrong = (fields: Record<string, string>) => {
    const read = readEntry({ state: 'draft', ...fields }, AROUND)
    return read.ok ? [] : Object.keys(read.problems)
  }
  expect(wrong({})).toEqual(['title.fr'])
  expect(wrong({ 'title.fr': 'x', state: 'published' })).toEqual(['body.fr'])
  expect(wrong({ ...WRITTEN, day: '2026-13-40' })).toEqual(['day'])
  expect(wrong({ ...WRITTEN, 'title.fr': '!!!' })).toEqual(['slug'])
})

test('without a day it is out now; a day and an hour are those of the shop', () => {
  const at = (fields: Record<string, string>) => {
    const read = readEntry({ ...WRITTEN, ...fields }, AROUND)
    return read.ok ? new Date(read.value.publishedAt).toISOString() : ''
  }
  expect(at({})).toBe('2026-11-22T10:00:00.000Z')
  expect(at({ day: '2026-12-01', hour: '9' })).toBe('2026-12-01T08:00:00.000Z')
  expect(at({ day: '2026-07-14', hour: '0' })).toBe('2026-07-13T22:00:00.000Z')
})

test('who leaves the day alone leaves the minute alone', () => {
  const publishedAt = Date.parse('2026-05-03T07:42:11Z')
  const before = { state: 'published' as const, publishedAt, role: null }
  const { day, hour } = localTime(publishedAt, 'Europe/Paris')
  const read = readEntry({ ...WRITTEN, day, hour: String(hour) }, { ...AROUND, before })
  expect(read).toMatchObject({ ok: true, value: { publishedAt } })
})

test('the terms stay online and keep their role', () => {
  const before = { state: 'published' as const, publishedAt: 1, role: 'terms' as const }
  const page = { ...AROUND, kind: 'page' as const, before }
  const wrong = (fields: Record<string, string>) => {
    const read = readEntry({ ...WRITTEN, ...fields }, page)
    return read.ok ? [] : Object.keys(read.problems)
  }
  expect(wrong({ role: 'terms' })).toEqual([])
  expect(wrong({ role: '' })).toEqual(['role'])
  expect(wrong({ role: 'terms', state: 'draft' })).toEqual(['state'])
  expect(wrong({ role: 'terms', day: '2027-01-01', hour: '9' })).toEqual(['state'])
})

test('what was saved comes back through the form', () => {
  const read = readEntry(
    {
      ...WRITTEN,
      'excerpt.en': 'One line',
      image: '0123456789abcdef01234567',
      'alt.fr': 'Le four',
      'search_title.fr': 'Four',
      day: '2026-12-01',
      hour: '9',
    },
    AROUND,
  )
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const typed = typedEntry({ ...read.value, updatedAt: 5 }, AROUND.timeZone, NOW)
  expect(readEntry(typed, AROUND)).toEqual(read)
})

test('every hour of the days when the clocks change has its moment', () => {
  for (const day of ['2026-03-29', '2026-10-25']) {
    for (const hour of [0, 1, 3, 4, 12, 23]) {
      const { day: found, hour: at } = localTime(
        momentAt(day, hour, 'Europe/Paris'),
        'Europe/Paris',
      )
      expect([found, at]).toEqual([day, hour])
    }
  }
})

test.each([
  ['Mug Ressac (mug-ressac)', 'mug-ressac'],
  ['https://shop.test/en/products/mug-ressac?x=1', 'mug-ressac'],
  ['Mug Ressac', 'mug-ressac'],
  ['Bol (grand) (bol-grand)', 'bol-grand'],
])('"%s" names the piece %s', (typed, slug) => {
  expect(pieceNames(typed).slugs).toEqual([slug])
})
