import { expect, test } from 'vitest'
import {
  ABSOLUTE_MS,
  browserName,
  IDLE_MS,
  isOpen,
  may,
  mayRemove,
  needsTouch,
  plainCode,
  readableCode,
} from '#features/staff/rules.ts'

const NOW = 1_795_000_000_000
const session = { createdAt: NOW, seenAt: NOW, endedAt: null }

test('a helper sees orders and stock; the team, the log and refunds are the owner’s', () => {
  expect(may('helper', 'orders')).toBe(true)
  expect(may('helper', 'stock')).toBe(true)
  for (const right of ['staff', 'audit', 'refunds'] as const) {
    expect(may('helper', right), right).toBe(false)
    expect(may('owner', right), right).toBe(true)
  }
})

test('a session ends after 30 idle minutes, and after twelve hours of work', () => {
  expect(isOpen(session, NOW + IDLE_MS - 1)).toBe(true)
  expect(isOpen(session, NOW + IDLE_MS)).toBe(false)
  const busy = { ...session, seenAt: NOW + ABSOLUTE_MS - 1 }
  expect(isOpen(busy, NOW + ABSOLUTE_MS - 1)).toBe(true)
  expect(isOpen({ ...busy, seenAt: NOW + ABSOLUTE_MS }, NOW + ABSOLUTE_MS)).toBe(false)
  expect(isOpen({ ...session, endedAt: NOW }, NOW)).toBe(false)
})

test('a sign of life is written once a minute', () => {
  expect(needsTouch(session, NOW + 59_999)).toBe(false)
  expect(needsTouch(session, NOW + 60_000)).toBe(true)
})

test('a recovery code is read as people copy it', () => {
  const code = '0123456789abcdefghjkmnpq'
  expect(readableCode(code)).toBe('0123-4567-89ab-cdef-ghjk-mnpq')
  expect(plainCode(` ${readableCode(code).toUpperCase().replaceAll('-', ' ')} `)).toBe(code)
})

test('browsers are told apart by their names', () => {
  const chrome = 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/141.0 Safari/537.36'
  const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1'
  expect(browserName(chrome)).toBe('Chrome, Android')
  expect(browserName(safari)).toBe('Safari, iPhone')
  expect(browserName(`${chrome} Edg/141.0`)).toBe('Edge, Android')
  expect(browserName('')).toBe('')
})

test('nobody takes their own place away', () => {
  const owner = { id: 'a', role: 'owner' } as const
  expect(mayRemove(owner, { id: 'b' })).toBe(true)
  expect(mayRemove(owner, { id: 'a' })).toBe(false)
  expect(mayRemove({ id: 'b', role: 'helper' }, { id: 'a' })).toBe(false)
})
