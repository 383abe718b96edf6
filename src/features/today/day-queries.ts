import { asc, gte, sql } from 'drizzle-orm'
import type { Day } from '#lib/dates.ts'
import type { Db } from '#platform/db.ts'
import { dayTotal } from './table.ts'

type Counted = Partial<Omit<typeof dayTotal.$inferInsert, 'day'>>

/** Adds to what a day came to: stands in the batch of the act that it counts. Money in minor units. */
export function countDay(db: Db, day: Day, counted: Counted) {
  const { orders = 0, revenue = 0, refunded = 0, units = 0, visits = 0 } = counted
  return db
    .insert(dayTotal)
    .values({ day, orders, revenue, refunded, units, visits })
    .onConflictDoUpdate({
      target: dayTotal.day,
      set: {
        orders: sql`${dayTotal.orders} + ${orders}`,
        revenue: sql`${dayTotal.revenue} + ${revenue}`,
        refunded: sql`${dayTotal.refunded} + ${refunded}`,
        units: sql`${dayTotal.units} + ${units}`,
        visits: sql`${dayTotal.visits} + ${visits}`,
      },
    })
}

/** What each day came to since one: two years at most. */
export function daysSince(db: Db, day: Day) {
  return db
    .select()
    .from(dayTotal)
    .where(gte(dayTotal.day, day))
    .orderBy(asc(dayTotal.day))
    .limit(740)
}
