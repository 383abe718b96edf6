import { asc } from 'drizzle-orm'
import { env } from 'cloudflare:workers'
import { closeJournal } from '#features/journal/close.ts'
import { journalLine } from '#features/journal/table.ts'
import { addUp, tallyOf } from '#features/journal/tally-rules.ts'
import { writeSetting } from '#features/settings/queries.ts'
import { DEFAULTS } from '#features/settings/rules.ts'
import { localTime } from '#lib/dates.ts'
import { tools } from '../support/worker.ts'

const ZONE = 'Europe/Paris'
const { db } = tools()

/** A journal without a line, of a shop in some time zone. */
export async function emptyJournal(timeZone = ZONE): Promise<void> {
  await unguarded('delete from journal_seal', 'delete from journal_line', 'delete from outbox')
  await writeSetting(db, 'shop', { ...DEFAULTS.shop, name: 'Atelier Essai', timeZone })
}

/** Does what the triggers of the journal refuse, and those of the documents, as somebody would who has the database in hand. */
export async function unguarded(...statements: string[]): Promise<void> {
  const { results } = await env.DB.prepare(
    "select name, sql from sqlite_master where type = 'trigger' and (tbl_name like 'journal%' or tbl_name = 'document')",
  ).all<{ name: string; sql: string }>()
  const drops = results.map(({ name }) => `drop trigger "${name}"`)
  const all = [...drops, ...statements, ...results.map(({ sql }) => sql)]
  await env.DB.batch(all.map((statement) => env.DB.prepare(statement)))
}

type Kind = 'sale' | 'refund' | 'undone'

/**
 * Lines of the journal, an hour apart: half of each amount services without VAT, the rest goods at 20 %. A line without
 * its document, for what looks at the journal alone.
 */
export async function write(at: number, amounts: readonly number[], timeZone = ZONE) {
  const lines = amounts.map((amount, n) => {
    const moment = at + n * 3_600_000
    const kind: Kind = amount < 0 ? 'refund' : 'sale'
    const services = Math.trunc(amount / 2)
    const goods = amount - services
    const vat = Math.trunc(goods / 6)
    const facts = JSON.stringify([
      { basisPoints: 2000, nature: 'goods', gross: goods, vat },
      { basisPoints: 0, nature: 'services', gross: services, vat: 0 },
    ])
    const { day } = localTime(moment, timeZone)
    return {
      at: moment,
      day,
      kind,
      method: n % 3 === 2 ? 'cash' : 'stripe',
      amount,
      goods,
      services,
      vat,
      facts,
    }
  })
  await env.DB.prepare(
    `insert into journal_line (seq, at, day, kind, order_id, number, method, currency, amount, goods, services, vat, facts)
      select (select coalesce(max(seq), 0) from journal_line) + 1 + key, value ->> 'at', value ->> 'day',
        value ->> 'kind', 'ord_1', printf('T%06d', (select coalesce(max(seq), 0) from journal_line) + 1 + key),
        value ->> 'method', 'EUR', value ->> 'amount', value ->> 'goods', value ->> 'services', value ->> 'vat',
        value ->> 'facts'
      from json_each(?) order by key`,
  )
    .bind(JSON.stringify(lines))
    .run()
}

export const allLines = () => db.select().from(journalLine).orderBy(asc(journalLine.seq))

export const closings = async () =>
  (await allLines()).filter(({ kind }) => ['day', 'month', 'year'].includes(kind))

/** What the lines of a day, month or year come to, counted one by one. */
export async function counted(span: string) {
  const lines = await allLines()
  const money = lines.filter(
    ({ kind, day }) => /sale|refund|undone/.test(kind) && day.startsWith(span),
  )
  return addUp(money.map(tallyOf))
}

/** The clock of the journal, at a moment. */
export const closeAt = (moment: string | number) =>
  closeJournal(tools(typeof moment === 'string' ? Date.parse(moment) : moment))
