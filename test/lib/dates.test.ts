import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatDay, formatMoment, localTime, monthSpan, weekday } from '#lib/dates.ts'

const DAY_MS = 86_400_000

test('the day and hour are those of the shop, summer and winter', () => {
  const at = (time: string) => localTime(Date.parse(time), 'Europe/Paris')
  expect(at('2026-11-21T22:59:00Z')).toEqual({ day: '2026-11-21', hour: 23 })
  expect(at('2026-11-21T23:00:00Z')).toEqual({ day: '2026-11-22', hour: 0 })
  expect(at('2026-07-14T22:00:00Z')).toEqual({ day: '2026-07-15', hour: 0 })
  expect(at('2026-10-25T00:59:00Z')).toEqual({ day: '2026-10-25', hour: 2 })
})

test('days are added without a time zone, over leap days and back', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  const days = fc.integer({ min: -5000, max: 5000 })
  fc.assert(
    fc.property(days, days, (a, b) => {
      const day = addDays('2026-11-21', a)
      expect(addDays(addDays(day, b), -b)).toBe(day)
      expect(weekday(day)).toBe(new Date(Date.parse('2026-11-21') + a * DAY_MS).getUTCDay())
    }),
  )
})

test('days and moments are written in both languages', () => {
  expect(formatDay('2026-11-23', 'fr')).toBe('lundi 23 novembre')
  expect(formatDay('2026-11-23', 'en')).toBe('Monday 23 November')
  expect(formatDay('2026-11-23', 'fr', { weekday: false, year: true })).toBe('23 novembre 2026')
  const moment = Date.parse('2026-11-21T08:12:00Z')
  expect(formatMoment(moment, 'Europe/Paris', 'fr')).toMatch(/^samedi 21 novembre, 9 h 12$/)
  expect(formatMoment(moment, 'Europe/Paris', 'en')).toBe('Saturday 21 November, 09:12')
})

test('a month begins at midnight where the shop is, summer or winter', () => {
  const span = (month: string, zone: string) => {
    const found = monthSpan(month, zone)
    return found && [found.from, found.to].map((at) => new Date(at).toISOString())
  }
  expect(span('2026-10', 'Europe/Paris')).toEqual([
    '2026-09-30T22:00:00.000Z',
    '2026-10-31T23:00:00.000Z',
  ])
  expect(span('2026-12', 'America/New_York')).toEqual([
    '2026-12-01T05:00:00.000Z',
    '2027-01-01T05:00:00.000Z',
  ])
  expect(monthSpan('2026-13', 'Europe/Paris')).toBeNull()
})
