/** Runs SQL and answers its rows, wherever the database is. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>

/**
 * What must hold in a shop at every moment, whatever broke before: each question finds what contradicts it. The names
 * are what a test prints.
 */
const INVARIANTS: Record<string, string> = {
  'counters are the sums of the movements': `
    select l.variant_id, l.available, l.held, l.sold from level l
    left join (select variant_id,
      sum(case kind when 'hold' then -quantity when 'claim' then 0 else quantity end) as available,
      sum(case kind when 'hold' then quantity when 'release' then -quantity when 'claim' then -quantity else 0 end) as held,
      sum(case kind when 'claim' then quantity when 'return' then -quantity else 0 end) as sold
      from movement group by variant_id) m on m.variant_id = l.variant_id
    where l.available <> coalesce(m.available, 0) or l.held <> coalesce(m.held, 0) or l.sold <> coalesce(m.sold, 0)
      or l.available < 0 or l.held < 0 or l.sold < 0`,
  'an order holds pieces only while it waits for its money or is looked at': `
    select o.id, o.state, m.open from "order" o join (
      select coalesce(order_id, reason) as id,
        sum(case kind when 'hold' then quantity when 'release' then -quantity when 'claim' then -quantity else 0 end) as open
      from movement where kind in ('hold', 'release', 'claim') group by 1) m on m.id = o.id
    where m.open < 0 or (m.open > 0 and o.state not in ('pending', 'awaiting_payment', 'held'))`,
  'orders add up': `
    select o.id from "order" o where o.total <> o.subtotal + o.delivery_total
      or o.subtotal <> (select coalesce(sum(total - discount), 0) from order_line where order_id = o.id)
      or not exists (select 1 from order_line where order_id = o.id)`,
  'numbers have no gap and none is used twice': `
    select count(*) n, min(number) low, max(number) high from "order" where number is not null
    having count(*) > 0 and (count(*) <> max(number) - min(number) + 1 or min(number) <> 1001)`,
  'a paid order has its step, its number, its money, its invoice and its line in the journal': `
    select o.id, o.state from "order" o where o.paid_at is not null and (o.number is null
      or o.captured_total <> o.total
      or (select count(*) from order_event e where e.order_id = o.id and e.kind = 'paid') <> 1
      or (select count(*) from document d where d.order_id = o.id and d.nth = 0 and d.kind = 'invoice'
        and d.amount = o.total and d.vat = o.vat_total) <> 1
      or (select count(*) from journal_line j where j.order_id = o.id and j.kind = 'sale' and j.amount = o.total) <> 1
      or (o.total > 0 and (select count(*) from payment p where p.order_id = o.id and p.state = 'paid'
        and p.amount = o.total) <> 1))`,
  'an order without its money has no number and no document': `
    select o.id, o.state from "order" o where o.paid_at is null and (o.number is not null
      or exists (select 1 from document d where d.order_id = o.id)
      or o.state in ('paid', 'in_making', 'packed', 'ready', 'shipped', 'delivered'))`,
  'the timeline has led to the state': `
    select o.id, o.state from "order" o where o.state <> 'pending'
      and not exists (select 1 from order_event e where e.order_id = o.id and e.kind = o.state)`,
  'a confirmation leaves once for each paid order': `
    select o.id from "order" o where o.paid_at is not null and o.email <> ''
      and (select count(*) from outbox x where x.order_id = o.id and x.key = 'confirmation:' || o.id) <> 1`,
  'no more goes back than came': `
    select o.id, o.refunded_total from "order" o where o.refunded_total > o.captured_total or o.refunded_total <>
      (select coalesce(sum(r.amount), 0) from refund r where r.order_id = o.id and r.state <> 'failed')`,
  'what was paid less what went back is what the documents of an order say': `
    select o.id from "order" o where o.paid_at is not null and o.captured_total
      - (select coalesce(sum(r.amount), 0) from refund r where r.order_id = o.id and r.state = 'succeeded')
      <> (select coalesce(sum(d.amount), 0) from document d where d.order_id = o.id)`,
  'an order that is repaid whole has no VAT left': `
    select o.id from "order" o where o.paid_at is not null
      and (select sum(d.amount) from document d where d.order_id = o.id) = 0
      and (select sum(d.vat) from document d where d.order_id = o.id) <> 0`,
  'documents have no gap in their series': `
    select kind, year, count(*), max(seq) from document group by kind, year
    having count(*) <> max(seq) or min(seq) <> 1`,
  'documents follow one another in time': `
    select a.number, b.number as after from document a join document b
      on b.kind = a.kind and b.year = a.year and b.seq = a.seq + 1 where b.at < a.at`,
  'the journal has no gap': `
    select count(*) n, max(seq) high from journal_line having count(*) > 0 and count(*) <> max(seq)`,
  'each document is in the journal, with its amount': `
    select d.number from document d where (select count(*) from journal_line j where j.document_id = d.id
      and j.amount = d.amount and j.vat = d.vat and j.number = d.number and j.goods + j.services = j.amount) <> 1`,
  'each line of a sale or refund has its document': `
    select j.seq from journal_line j where j.kind in ('sale', 'refund', 'undone')
      and not exists (select 1 from document d where d.id = j.document_id)`,
  'what days say they came to is what orders came to': `
    select (select sum(revenue) from day_total) as days, (select sum(total) from "order" where paid_at is not null) as orders
    where coalesce((select sum(revenue) from day_total), 0)
        <> coalesce((select sum(total) from "order" where paid_at is not null), 0)
      or coalesce((select sum(refunded) from day_total), 0) <> coalesce((select sum(r.amount) from refund r
        join "order" o on o.id = r.order_id where o.paid_at is not null and r.state = 'succeeded'), 0)`,
  'no more leaves than was ordered': `
    select l.id from order_line l where l.quantity <
      (select coalesce(sum(s.quantity), 0) from shipment_line s where s.line_id = l.id)`,
  'each gift card that was paid is one code': `
    select l.id from order_line l join "order" o on o.id = l.order_id where l.kind = 'gift_card'
      and o.paid_at is not null and (select count(*) from gift_card g where g.line_id = l.id) <> l.quantity`,
  'an offer counts each use': `
    select p.id from promotion p where p.uses <>
      (select count(*) from promotion_use u where u.promotion_id = p.id)`,
  'a customer’s orders are counted': `
    select c.email from customer c where c.orders <>
      (select count(*) from "order" o where lower(o.email) = c.email and o.paid_at is not null)`,
  'a cart has one open order': `
    select cart_id from "order" where state = 'pending' group by cart_id having count(*) > 1`,
}

/** The sentences that do not hold, each with the first rows that contradict it; empty when all is well. */
export async function brokenInvariants(query: Query): Promise<string[]> {
  const broken = await Promise.all(
    Object.entries(INVARIANTS).map(async ([sentence, sql]) => {
      const rows = await query(sql)
      return rows.length > 0 ? [`${sentence}: ${JSON.stringify(rows.slice(0, 3))}`] : []
    }),
  )
  return broken.flat()
}
