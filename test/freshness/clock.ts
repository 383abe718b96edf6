import { afterAll, vi } from 'vitest'

const HOUR_MS = 3_600_000

/**
 * Stops the clock for a file, at this moment; `setTo` moves it. Stripe's stand-in keeps the real time and takes sessions
 * that end within a day: a story begins now, and where it has this hour.
 */
export function stopClock() {
  const begin = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: begin })
  afterAll(() => {
    vi.useRealTimers()
  })
  return {
    begin,
    setTo: (now: number) => void vi.setSystemTime(now),
    pass: (ms: number) => void vi.setSystemTime(Date.now() + ms),
  }
}

/** A time zone where it is now some hour: without summer time. */
export function zoneWhere(hour: number): string {
  const offset = ((hour - new Date().getUTCHours() + 36) % 24) - 12
  // POSIX counts the other way round.
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

/** When a full hour begins that comes so many hours after the one it is. */
export function hourFrom(begin: number, hours: number): number {
  return Math.floor(begin / HOUR_MS) * HOUR_MS + hours * HOUR_MS
}
