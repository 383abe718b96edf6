import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** VAT rates with the day they start; the law that says so is named. */
export const taxRate = sqliteTable(
  'tax_rate',
  {
    country: text().notNull(),
    taxClass: text().notNull(),
    /** ISO day, in the shop's time zone. */
    from: text().notNull(),
    /** Hundredths of a percent: 2000 is 20 %. */
    basisPoints: integer().notNull(),
    source: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.country, t.taxClass, t.from] })],
)
