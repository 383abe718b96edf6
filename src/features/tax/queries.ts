import type { Db } from '#platform/db.ts'
import { taxRate } from './table.ts'

export function taxRates(db: Db) {
  return db.select().from(taxRate).limit(500)
}
