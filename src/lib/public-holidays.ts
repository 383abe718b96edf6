import { addDays, type Day } from './dates.ts'

/** Days of the French labour code (art. L3133-1) that fall on the same date every year. */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Easter Monday, Ascension Day and Whit Monday, in days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50]

/** Easter Sunday of a year of the Gregorian calendar (Meeus). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  const [month, day] = [Math.floor(f / 31), (f % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whether nothing leaves or arrives in a country on this day, Sundays aside. Only those of France are known. */
export function isPublicHoliday(day: Day, country: string): boolean {
  if (country !== 'FR') return false
  if (FIXED.includes(day.slice(5))) return true
  const sunday = easter(Number(day.slice(0, 4)))
  return AFTER_EASTER.some((days) => addDays(sunday, days) === day)
}
