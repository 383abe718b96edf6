import { beforeEach, describe, expect, test } from 'vitest'
import { env } from 'cloudflare:workers'
import { readSealed, writeSealed } from '#features/journal/chain-rules.ts'
import { readChain } from '#features/journal/read-chain.ts'
import { sealJournal } from '#features/journal/seal.ts'
import { verifyJournal } from '#features/journal/verify.ts'
import { walkChain } from '#features/journal/walk-chain.ts'
import { erasePerson } from '#features/people/erase-person.ts'
import { order } from '#features/orders/table.ts'
import { refund } from '#features/orders/refund.ts'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { paidAtStripe } from '../orders/refunds.ts'
import { LONG } from '../support/faults.ts'
import { makeProduct } from '../support/make.ts'
import { BUYER, orderNow, placed } from '../support/orders.ts'
import { tools } from '../support/worker.ts'
import { allLines, closeAt, emptyJournal, unguarded, write } from './lines.ts'

const { db } = tools()

/** Twelve lines of two days, the first of which is closed: `T000005` is the fifth. */
async function twoDays() {
  await write(Date.parse('2026-11-20T08:00Z'), [1000, 2000, 3000, -500, 4000, 5000])
  await closeAt('2026-11-21T08:00Z')
  await write(Date.parse('2026-11-21T09:00Z'), [1500, 2500, -300, 4500, 5500])
  await sealJournal(tools())
}

const verdict = async (kept = '') => (await verifyJournal(tools(), kept)).verdict

/** The journal as its file says it, a line each. */
async function exported(): Promise<string[]> {
  const lines: string[] = []
  for await (const page of readChain(db, 1e9)) lines.push(...page.map(writeSealed))
  return lines
}

/** Verifies a file, as anybody may. */
function verifyFile(lines: readonly string[], kept = '') {
  async function* pages() {
    yield lines.map(readSealed)
  }
  return walkChain(pages(), kept)
}

describe('L11: somebody who has the database in hand', () => {
  beforeEach(async () => {
    await emptyJournal()
    await twoDays()
  })

  test('finds a journal that verifies', async () => {
    expect(await verdict()).toMatchObject({ ok: true, lines: 12 })
  })

  test.each([
    ['an amount', 'update journal_line set amount = amount - 100 where seq = 5', 5, 'altered'],
    ['a day', "update journal_line set day = '2026-11-19' where seq = 3", 3, 'altered'],
    ['a moment', 'update journal_line set at = at + 1 where seq = 12', 12, 'altered'],
    ['a means of payment', "update journal_line set method = 'cash' where seq = 1", 1, 'altered'],
    [
      'facts',
      `update journal_line set facts = replace(facts, '20', '10') where seq = 2`,
      2,
      'altered',
    ],
    ['a closing', 'update journal_line set amount = 0 where seq = 7', 7, 'altered'],
    ['a line away', 'delete from journal_line where seq = 5', 5, 'missing'],
    ['the last line away', 'delete from journal_line where seq = 12', 12, 'missing'],
    ['a seal', "update journal_seal set hash = 'f' || substr(hash, 2) where seq = 5", 5, 'altered'],
    ['a seal away', 'delete from journal_seal where seq = 5', 5, 'unsealed'],
  ])('is caught when they change or take %s', async (_, statement, seq, because) => {
    await unguarded(statement)
    expect(await verdict()).toEqual({ ok: false, lines: seq - 1, fault: { seq, because } })
  })

  test('is caught when they swap two lines, or slip one in and count the others on', async () => {
    const renumber = (from: string, to: string) =>
      `update journal_line set seq = ${to} where seq ${from}`
    await unguarded(renumber('= 4', '99'), renumber('= 5', '4'), renumber('= 99', '5'))
    expect(await verdict()).toMatchObject({ fault: { seq: 4, because: 'altered' } })
    await emptyJournal()
    await twoDays()
    await unguarded(
      renumber('> 4', '-seq'),
      renumber('< 0', '1 - seq'),
      `insert into journal_line select 5, at, day, kind, order_id, null, 'T9', method, currency, amount, goods, services,
        vat, facts from journal_line where seq = 4`,
    )
    expect(await verdict()).toMatchObject({ fault: { seq: 5, because: 'altered' } })
  })

  test('who makes all seals anew is caught by the sums of the closings', async () => {
    await unguarded(
      `update journal_line set amount = 900, goods = 450, services = 450, vat = 75, facts = json_array(
        json_object('basisPoints', 2000, 'nature', 'goods', 'gross', 450, 'vat', 75),
        json_object('basisPoints', 0, 'nature', 'services', 'gross', 450, 'vat', 0)) where seq = 1`,
      'delete from journal_seal',
    )
    expect(await verdict()).toMatchObject({ fault: { seq: 7, because: 'sums' } })
  })

  test('who cuts the tail off, seals and all, is caught by a hash that was kept elsewhere', async () => {
    const before = await verdict()
    const kept = before.ok ? before.head : expect.fail('not right')
    expect(await verdict(kept)).toMatchObject({ ok: true })
    await unguarded(
      'delete from journal_line where seq > 10',
      'delete from journal_seal where seq > 10',
    )
    expect(await verdict()).toMatchObject({ ok: true, lines: 10 })
    expect(await verdict(kept)).toMatchObject({ fault: { seq: 10, because: 'head' } })
  })
})

test('L11: of the exported file, every byte of a line counts', async () => {
  await emptyJournal()
  await twoDays()
  const lines = await exported()
  expect(await verifyFile(lines)).toMatchObject({ ok: true, lines: 12 })
  const at = 4
  const bytes = new TextEncoder().encode(lines[at])
  const missed: string[] = []
  for (const [n, byte] of bytes.entries()) {
    for (const mask of LONG ? [1, 2, 4, 8, 16, 32, 64, 128] : [1, 32]) {
      const flipped = new TextDecoder().decode(bytes.with(n, byte ^ mask))
      // oxlint-disable-next-line no-await-in-loop
      const found = await verifyFile(lines.with(at, flipped))
      if (found.ok || found.fault.seq !== at + 1) missed.push(`${n} ^ ${mask}: ${flipped}`)
    }
  }
  expect(bytes.length).toBeGreaterThan(300)
  expect(missed).toEqual([])
})

test('L11: of the exported file, a line that is gone, doubled, swapped or cut off is named', async () => {
  await emptyJournal()
  await twoDays()
  const lines = await exported()
  const [first = '', second = ''] = lines
  const fault = async (changed: string[], kept = '') => {
    const found = await verifyFile(changed, kept)
    return found.ok ? null : found.fault
  }
  expect(await fault(lines.toSpliced(4, 1))).toEqual({ seq: 5, because: 'missing' })
  expect(await fault(lines.toSpliced(5, 0, lines[4] ?? ''))).toEqual({
    seq: 6,
    because: 'inserted',
  })
  expect(await fault([second, first, ...lines.slice(2)])).toEqual({ seq: 1, because: 'missing' })
  expect(await fault([...lines.slice(0, 3), 'x'])).toEqual({ seq: 4, because: 'unreadable' })
  const whole = await verifyFile(lines)
  const kept = whole.ok ? whole.head : expect.fail('not right')
  expect(await fault(lines.slice(0, -1), kept)).toEqual({ seq: 11, because: 'head' })
})

test('L11: no statement changes or forgets a line or a seal, or leaves a number out', async () => {
  await emptyJournal()
  await twoDays()
  const run = (statement: string) => env.DB.prepare(statement).run()
  await expect(run('update journal_line set amount = 0 where seq = 1')).rejects.toThrow(
    'never changes',
  )
  await expect(run('delete from journal_line where seq = 12')).rejects.toThrow('never forgets')
  await expect(run("update journal_seal set hash = ''")).rejects.toThrow('never changes')
  await expect(run('delete from journal_seal')).rejects.toThrow('kept')
  await expect(
    run(`insert into journal_line select 99, at, day, kind, order_id, null, 'T99', method, currency, amount, goods,
      services, vat, facts from journal_line where seq = 1`),
  ).rejects.toThrow('no gap')
  await expect(
    run(`insert or replace into journal_line select 1, at, day, kind, order_id, null, 'T99', method, currency, amount,
      goods, services, vat, facts from journal_line where seq = 1`),
  ).rejects.toThrow('no gap')
  expect((await allLines()).length).toBe(12)
})

test('L11: a long journal is verified in seconds', async () => {
  await emptyJournal()
  const wanted = LONG ? 10_000 : 1000
  for (let n = 0; n < wanted; n += 500) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await write(
      Date.parse('2026-01-01T08:00Z') + n * 3_600_000,
      Array.from({ length: 500 }, (_, i) => 1000 + i),
    )
  }
  for (let n = 0; n < wanted / 1000 + 1; n++) {
    // oxlint-disable-next-line no-await-in-loop
    await closeAt('2028-01-01T08:00Z')
  }
  const lines = (await allLines()).length
  const before = performance.now()
  const found = await verdict()
  const ms = Math.round(performance.now() - before)
  process.stdout.write(`${lines} lines of the journal verified in ${ms} ms\n`)
  expect(found).toMatchObject({ ok: true, lines })
  expect(ms).toBeLessThan(5000)
}, 120_000)

/** Two paid orders of a shop whose journal begins with them, one of which had half of it given back. */
async function realOrders() {
  await emptyJournal()
  await unguarded('delete from document', 'update "order" set paid_at = null')
  const one = await paidAtStripe(2)
  const lineId = one.lines[0]?.id ?? ''
  const left = leftToRefund(one, one.refunds, one.refundLines)
  const asked = { units: [{ lineId, quantity: 1, restock: true }], delivery: 0, extra: 0 }
  await refund(tools(), ACTOR, {
    id: newId('ref'),
    order: one.order,
    lines: one.lines,
    payment: one.payment ?? expect.fail('not paid'),
    sum: sumRefund(asked, one.lines, left),
    reason: 'broken',
    note: '',
  })
  const other = await paidAtStripe(1)
  await sealJournal(tools())
  return { one: await orderNow(one.order.id), other }
}

describe('L11: beside the documents and the orders', () => {
  test('a shop verifies after a refund, a night, a late sale and the erasure of its buyer', async () => {
    const { one, other } = await realOrders()
    const right = { verdict: { ok: true, lines: 3 }, doubts: [] }
    expect(await verifyJournal(tools())).toMatchObject(right)
    await closeAt(Date.now() + 86_400_000)
    await paidAtStripe(1)
    const [, , , closing, late] = await allLines()
    expect(closing?.kind).toBe('day')
    expect(late).toMatchObject({ kind: 'sale', day: closing?.day, at: closing?.at })
    await db.update(order).set({ state: 'delivered' })
    expect(await erasePerson(tools(), ACTOR, BUYER.email)).toEqual({ ok: true })
    expect((await orderNow(one.order.id)).order.email).toBe('')
    expect((await orderNow(other.order.id)).order.lastName).toBe('')
    expect(JSON.stringify(await allLines())).not.toMatch(/le-goff|Roscoff/i)
    expect(await verifyJournal(tools())).toMatchObject({
      ...right,
      verdict: { ok: true, lines: 5 },
    })
  })

  test.each([
    [
      'document',
      'an invoice without a line',
      'delete from journal_line where seq = 3',
      'delete from journal_seal where seq = 3',
    ],
    [
      'line',
      'a line without its invoice',
      'delete from document where number = (select number from journal_line where seq = 3)',
    ],
    [
      'line',
      'an invoice of another amount',
      "update document set amount = amount + 1 where nth = 0 and number like 'F%1'",
    ],
    [
      'series',
      'a series with a gap',
      "update document set seq = 7 where seq = 2 and kind = 'invoice'",
    ],
    [
      'order',
      'an order that more came for',
      'update "order" set captured_total = captured_total + 1 where paid_at is not null',
    ],
    [
      'unbilled',
      'a paid order without an invoice',
      'update "order" set paid_at = 9e12 where state = \'pending\'',
    ],
  ])('of the kind "%s", %s is named', async (about, _, ...statements) => {
    await placed([{ variantId: (await makeProduct()).variants[0]?.id ?? '', quantity: 1 }])
    await realOrders()
    await unguarded(...statements)
    const { doubts } = await verifyJournal(tools())
    expect(doubts.map((doubt) => doubt.about)).toContain(about)
  })
})
