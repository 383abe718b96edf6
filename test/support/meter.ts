const WRITES = /^\s*(insert|update|delete)\b/i

/** What a page asked of D1. */
export type Reading = { roundTrips: number; rowsRead: number; rowsWritten: number }

/** A D1 that counts: how often it was asked, and how many rows were read and written for the answers. */
export function meteredDb(db: D1Database): { db: D1Database; read: () => Reading } {
  const reading: Reading = { roundTrips: 0, rowsRead: 0, rowsWritten: 0 }
  const asked = (results: D1Result[]) => {
    reading.roundTrips++
    for (const { meta } of results) {
      reading.rowsRead += meta.rows_read
      reading.rowsWritten += meta.rows_written
    }
  }
  const inside = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  function metered(statement: D1PreparedStatement, writes: boolean): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind')
          return (...values: unknown[]) => metered(target.bind(...values), writes)
        if (name === 'all' || name === 'run') {
          return async () => {
            const result = await target.all()
            asked([result])
            return result
          }
        }
        if (name === 'raw' || name === 'first') {
          // These answer without figures: what only reads is asked once more for them.
          return async (...options: []) => {
            const result = await target.all()
            asked([result])
            if (writes) {
              const [row = null] = result.results
              return name === 'raw' ? result.results.map((each) => Object.values(each)) : row
            }
            return name === 'raw' ? target.raw(...options) : target.first(...options)
          }
        }
        return Reflect.get(target, name, target)
      },
    })
    inside.set(proxy, statement)
    return proxy
  }
  const proxy: D1Database = new Proxy(db, {
    get(target, name) {
      // A session reads and counts like the database itself.
      if (name === 'withSession') return () => proxy
      if (name === 'prepare')
        return (query: string) => metered(target.prepare(query), WRITES.test(query))
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements.map((s) => inside.get(s) ?? s))
          asked(results)
          return results
        }
      }
      return Reflect.get(target, name, target)
    },
  })
  return { db: proxy, read: () => ({ ...reading }) }
}
