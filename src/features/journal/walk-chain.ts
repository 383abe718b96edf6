import { sha256 } from '#platform/ids.ts'
import { type Because, follow, openBook, outOfOrder, type Sealed } from './chain-rules.ts'
import { canonical } from './rules.ts'
import type { JournalRow } from './table.ts'

/** The first line that is wrong, by its place in the journal, and how many before it are right. */
export type Fault = { seq: number; because: Because }
export type Verdict =
  | { ok: true; lines: number; head: string }
  | { ok: false; lines: number; fault: Fault }

/** The seal of a line: SHA-256 of the seal above it (nothing for the first), a line end, and the line itself. */
export function sealOf(above: string, line: JournalRow): Promise<string> {
  return sha256(`${above}\n${canonical(line)}`)
}

/**
 * Follows a journal from its first line and stops at the first that is wrong. Whoever rewrites all lines and all seals
 * is found by `kept` alone: a hash that left the shop when a month was closed and must still be in the chain.
 */
export async function walkChain(
  pages: AsyncIterable<readonly (Sealed | null)[]>,
  kept = '',
): Promise<Verdict> {
  const book = openBook()
  let head = ''
  let found = kept === ''
  for await (const page of pages) {
    for (const line of page) {
      const lines = book.seq
      const because = line ? outOfOrder(book, line) : 'unreadable'
      if (!line || because) return wrong(lines, lines + 1, because ?? 'unreadable')
      // oxlint-disable-next-line no-await-in-loop -- each seal is made of the one above
      const seal = await sealOf(head, line)
      if (line.hash === null) return wrong(lines, line.seq, 'unsealed')
      if (line.hash !== seal) return wrong(lines, line.seq, 'altered')
      const broken = follow(book, line)
      if (broken) return wrong(lines, line.seq, broken)
      head = seal
      found ||= seal === kept
    }
  }
  return found ? { ok: true, lines: book.seq, head } : wrong(book.seq, book.seq, 'head')
}

function wrong(lines: number, seq: number, because: Because): Verdict {
  return { ok: false, lines, fault: { seq, because } }
}
