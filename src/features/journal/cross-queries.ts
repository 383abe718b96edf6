import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'

/** What the journal is compared with. Each answers the number of the first thing that does not agree. */
export type Doubt = 'line' | 'document' | 'series' | 'order' | 'unbilled'

type Row = { number: string }

/**
 * The journal beside the documents and the orders, of the years since one: a document may go once its ten years are
 * over. `line`: a line whose document is not there or says something else. `document`: one without its line. `series`:
 * one of whose numbers is missing. `order`: its documents do not come to what came, less what went back. `unbilled`: it
 * is paid and has no invoice, though the journal had begun.
 */
export function crossChecks(db: Db, since: number) {
  const ask = (query: ReturnType<typeof sql>) =>
    db.select({ number: sql<string>`number`.as('number') }).from(sql`(${query} limit 1)`)
  return {
    line: ask(sql`select l.number from journal_line l left join document d on d.id = l.document_id
      where l.kind in ('sale', 'refund', 'undone') and l.day >= ${`${since}-01-01`} and (d.id is null
        or d.amount <> l.amount or d.vat <> l.vat or d.number <> l.number or d.order_id <> l.order_id)
      order by l.seq`),
    document: ask(sql`select d.number from document d where not exists
      (select 1 from journal_line l where l.document_id = d.id) order by d.at`),
    series:
      ask(sql`select (select a.number from document a where a.kind = d.kind and a.year = d.year
        and not exists (select 1 from document b where b.kind = a.kind and b.year = a.year and b.seq = a.seq - 1)
        and a.seq > 1 order by a.seq limit 1) as number
      from document d where d.year >= ${since} group by d.kind, d.year having count(*) <> max(d.seq)`),
    order:
      ask(sql`select cast(o.number as text) as number from document d join "order" o on o.id = d.order_id
      group by d.order_id having min(d.nth) = 0 and sum(d.amount) <> o.captured_total - (select coalesce(sum(r.amount), 0)
        from refund r where r.order_id = o.id and r.state = 'succeeded')`),
    unbilled: ask(sql`select cast(o.number as text) as number from "order" o
      where o.paid_at >= (select l.at from journal_line l where l.day >= ${`${since}-01-01`} order by l.seq limit 1)
        and not exists (select 1 from document d where d.order_id = o.id)`),
  } satisfies Record<Doubt, PromiseLike<Row[]>>
}
