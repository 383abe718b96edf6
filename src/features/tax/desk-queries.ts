import { and, eq, gt, sql } from 'drizzle-orm'
import type { Day } from '#lib/dates.ts'
import { RATES_SOURCE, STANDARD_RATES } from '#lib/vat-rates.ts'
import type { Db } from '#platform/db.ts'
import type { Rate } from './rules.ts'
import { taxRate } from './table.ts'

export type RateRow = typeof taxRate.$inferSelect

/** Adds a rate; fails with `tax_rate.country, tax_rate.tax_class, tax_rate.from` when one starts that day already. */
export function addRate(db: Db, rate: RateRow) {
  return db.insert(taxRate).values(rate)
}

/** Takes back a rate that has not started: what is in force, or was, stays. */
export function removeRate(
  db: Db,
  { country, taxClass, from }: Omit<Rate, 'basisPoints'>,
  today: Day,
) {
  return db
    .delete(taxRate)
    .where(
      and(
        eq(taxRate.country, country),
        eq(taxRate.taxClass, taxClass),
        eq(taxRate.from, from),
        gt(taxRate.from, today),
      ),
    )
}

/** The standard rates of the Union, where the shop has none of its own for that country and day. */
export function fillRates(db: Db) {
  const rows = JSON.stringify(STANDARD_RATES)
  return db.run(sql`insert into tax_rate (country, tax_class, "from", basis_points, source)
    select value ->> 'country', value ->> 'taxClass', value ->> 'from', value ->> 'basisPoints',
      ${RATES_SOURCE}
    from json_each(${rows}) where true
    on conflict do nothing`)
}
