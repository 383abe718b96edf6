/** Columns of a copy that are its own; the others are as they were. `n` counts the copies, `$most` is their number. */
const OWN: Record<string, Record<string, string>> = {
  order: {
    id: "'ord_' || printf('%016d', n)",
    token: "'tok' || n",
    number: 'n + 5000',
    cart_id: "'crt' || n",
    email: "'buyer' || n || '@example.com'",
    last_name: "'Nom' || n",
    first_name: "'Ana'",
    paid_at: 'paid_at - ($most - n) * 1600000 - 3000000000',
    placed_at: 'placed_at - ($most - n) * 1600000 - 3000000000',
    state: `case when n % 2000 = 0 then 'paid' when n % 2000 = 1 then 'ready'
      when n % 2000 = 2 then 'held' when n % 10 = 3 then 'shipped' else 'delivered' end`,
  },
  order_line: { id: "'lin_c' || n", order_id: "'ord_' || printf('%016d', n)" },
  payment: {
    id: "'pay_c' || n",
    order_id: "'ord_' || printf('%016d', n)",
    session_id: "'cs_c' || n",
  },
  document: {
    id: "'doc_' || printf('%016d', n)",
    order_id: "'ord_' || printf('%016d', n)",
    cause: "'ord_' || printf('%016d', n)",
    seq: 'n + 5000',
    number: "printf('F%d-%04d', year, n + 5000)",
    at: 'at - ($most - n) * 1600000 - 3000000000',
  },
  outbox: {
    id: "'out_' || printf('%016d', n)",
    key: "'copy' || n",
    order_id: "'ord_' || printf('%016d', n)",
    created_at: 'created_at - n * 1000',
    state: "'sent'",
  },
}

/** Copies a paid order many times, years back: almost all of them delivered, as in a shop of some age. */
export async function growOrders(db: D1Database, id: string, most: number): Promise<void> {
  const copies = `with recursive copy(n) as (select 1 union all select n + 1 from copy where n < ${most})`
  for (const [table, columns] of Object.entries(OWN)) {
    // oxlint-disable-next-line no-await-in-loop -- lines need their order
    const { results } = await db.prepare(`select name from pragma_table_info('${table}')`).all<{
      name: string
    }>()
    const names = results.map(({ name }) => name)
    // A shop of an earlier version has fewer tables.
    if (names.length === 0) continue
    const where = table === 'order' ? `id = '${id}'` : `order_id = '${id}'`
    const values = names.map((name) => columns[name] ?? `"${name}"`).join()
    const copied = `select ${values.replaceAll('$most', String(most))} from "${table}", copy where ${where}`
    // oxlint-disable-next-line no-await-in-loop
    await db
      .prepare(
        `insert into "${table}" (${names.map((name) => `"${name}"`).join()}) ${copies} ${copied}`,
      )
      .run()
  }
  await db.batch([
    db.prepare(
      `insert into order_event (id, order_id, kind, at) ${copies}
        select 'evt_c' || n, 'ord_' || printf('%016d', n), 'placed', n from copy`,
    ),
    db.prepare(
      `insert into customer (id, email, first_name, last_name, lang, orders, spent, first_at, last_at)
        ${copies} select 'cus_' || printf('%016d', n), 'buyer' || n || '@example.com', 'Ana', 'Nom' || n,
          'fr', 1 + n % 7, n, n, n from copy`,
    ),
    db.prepare(
      `insert into message (id, at, name, email, lang, text, read_at) ${copies}
        select 'msg_' || printf('%032d', n), n, 'Ana', 'buyer' || n || '@example.com', 'fr', 'Bonjour', 1
        from copy where n % 10 = 0`,
    ),
    db.prepare(
      `insert into audit (id, at, who, act, subject, facts) ${copies}
        select 'aud_c' || n, n, 'Ana', 'order.delivered', 'ord_' || printf('%016d', n), '{}' from copy`,
    ),
  ])
}
