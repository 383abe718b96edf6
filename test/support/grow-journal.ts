import { env } from 'cloudflare:workers'

/** Lines of the last day: a busy one, which nobody has closed yet. */
const OPEN = 500

/**
 * So many more lines in the journal: a hundred sales a day and the closing of each day, written in SQL, because closing
 * a year of them takes minutes.
 */
export async function growJournal(orderId: string, lines: number): Promise<void> {
  const facts = `json_array(json_object('basisPoints', 2000, 'nature', 'goods', 'gross', 1200, 'vat', 200))`
  const closing = `json_object('first', 1, 'last', 1, 'sales', 100, 'corrections', 0, 'sold', 120000, 'refunded', 0,
    'total', 0, 'methods', json_object('stripe', 120000), 'shares', json_array())`
  const columns = {
    seq: '(select max(seq) from journal_line) + n',
    at: 'n',
    day: "case when closes then date(day, '+1 day') else day end",
    kind: "case when closes then 'day' else 'sale' end",
    order_id: `case when closes then null else '${orderId}' end`,
    number: "case when closes then day else 'G' || n end",
    method: "case when closes then '' else 'stripe' end",
    currency: "'EUR'",
    amount: 'case when closes then 120000 else 1200 end',
    goods: 'case when closes then 120000 else 1200 end',
    services: '0',
    vat: 'case when closes then 20000 else 200 end',
    facts: `case when closes then ${closing} else ${facts} end`,
  }
  await env.DB.prepare(
    `insert into journal_line (${Object.keys(columns).join()})
      with recursive copy(n) as (select 1 union all select n + 1 from copy where n < ${lines}),
      placed as (select n, date('now', '+' || (min(n, ${lines - OPEN}) / 101) || ' days') as day,
        n % 101 = 100 and n < ${lines - OPEN} as closes from copy)
      select ${Object.values(columns).join()} from placed`,
  ).run()
}
