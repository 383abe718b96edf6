import { csv, csvLines } from '#lib/csv.ts'
import { type Lang, say } from '#lib/i18n.ts'
import { majorUnits } from '#lib/money.ts'
import type { Db } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { type Sealed, writeSealed } from './chain-rules.ts'
import { COLUMN_WORDS } from './desk-words.ts'
import { lastSeal } from './queries.ts'
import { readChain } from './read-chain.ts'
import { sealJournal } from './seal.ts'

/** The journal as anybody may verify it: JSON, a line each, with its seal. */
export async function* journalLines(tools: Pick<Tools, 'db' | 'now'>): AsyncGenerator<string> {
  for await (const page of sealedPages(tools)) {
    yield page.map((line) => `${writeSealed(line)}\n`).join('')
  }
}

/** The journal for a spreadsheet, amounts with a point. */
export async function* journalTable(
  tools: Pick<Tools, 'db' | 'now'>,
  lang: Lang,
): AsyncGenerator<string> {
  yield csv([Object.values(COLUMN_WORDS).map((phrase) => say(phrase, lang))])
  for await (const page of sealedPages(tools)) yield csvLines(page.map(cells))
}

function cells(line: Sealed): (string | number)[] {
  const { seq, day, at, kind, number, method, currency, hash } = line
  const sums = [line.amount, line.goods, line.services, line.vat]
  const time = new Date(at).toISOString().slice(11, 19)
  const money = sums.map((sum) => majorUnits(sum, currency))
  return [seq, day, time, kind, number, method, currency, ...money, hash ?? '']
}

async function* sealedPages(tools: Pick<Tools, 'db' | 'now'>) {
  await sealJournal(tools)
  yield* readChain(tools.db, await sealedUpTo(tools.db))
}

async function sealedUpTo(db: Db): Promise<number> {
  const [last] = await lastSeal(db)
  return last?.seq ?? 0
}
