const WRITES = /^\s*(insert|update|delete)\b/i

export type Asked = { sql: string; values: unknown[] }

/** What a page asked of D1, on which sessions, and what that took. */
export type Reading = {
  roundTrips: number
  rowsRead: number
  rowsWritten: number
  statements: Asked[]
  sessions: unknown[]
}

/** A D1 that counts: how often it was asked, and how many rows were read and written for the answers. */
export function meteredDb(db: D1Database): { db: D1Database; read: () => Reading } {
  const reading: Reading = {
    roundTrips: 0,
    rowsRead: 0,
    rowsWritten: 0,
    statements: [],
    sessions: [],
  }
  const asked = (statements: Asked[], results: D1Result[]) => {
    reading.roundTrips++
    reading.statements.push(...statements)
    for (const { meta } of results) {
      reading.rowsRead += meta.rows_read
      reading.rowsWritten += meta.rows_written
    }
  }
  const inside = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; said: Asked }>()
  function metered(statement: D1PreparedStatement, said: Asked): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind')
          return (...values: unknown[]) => metered(target.bind(...values), { ...said, values })
        if (name === 'all' || name === 'run') {
          return async () => {
            const result = await target.all()
            asked([said], [result])
            return result
          }
        }
        if (name === 'raw' || name === 'first') {
          // These answer without figures: what only reads is asked once more for them.
          return async (...options: []) => {
            const result = await target.all()
            asked([said], [result])
            if (WRITES.test(said.sql)) {
              const [row = null] = result.results
              return name === 'raw' ? result.results.map((each) => Object.values(each)) : row
            }
            return name === 'raw' ? target.raw(...options) : target.first(...options)
          }
        }
        return Reflect.get(target, name, target)
      },
    })
    inside.set(proxy, { statement, said })
    return proxy
  }
  const proxy: D1Database = new Proxy(db, {
    get(target, name) {
      // A session reads and counts like the database itself.
      if (name === 'withSession') {
        return (begin: unknown) => {
          reading.sessions.push(begin)
          return proxy
        }
      }
      if (name === 'prepare')
        return (sql: string) => metered(target.prepare(sql), { sql, values: [] })
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const known = statements.flatMap((statement) => inside.get(statement) ?? [])
          const results = await target.batch(known.map(({ statement }) => statement))
          asked(
            known.map(({ said }) => said),
            results,
          )
          return results
        }
      }
      return Reflect.get(target, name, target)
    },
  })
  return { db: proxy, read: () => ({ ...reading }) }
}
