import type { Db } from '#platform/db.ts'
import type { Sealed } from './chain-rules.ts'
import { sealedLines } from './queries.ts'

const PAGE = 1000

/** The journal with its seals, page by page, up to a line. */
export async function* readChain(db: Db, to: number): AsyncGenerator<Sealed[]> {
  for (let after = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a page says where the next one begins
    const rows = await sealedLines(db, after, to, PAGE)
    if (rows.length > 0) yield rows.map(({ line, hash }) => ({ ...line, hash }))
    if (rows.length < PAGE) return
    after = rows.at(-1)?.line.seq ?? to
  }
}
