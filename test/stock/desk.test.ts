import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { outbox } from '#features/mail/table.ts'
import { moveStock, setStock } from '#features/stock/move-stock.ts'
import { PER_PAGE } from '#features/stock/list-stock.ts'
import { levelOf, move } from '#features/stock/queries.ts'
import { level, movement } from '#features/stock/table.ts'
import { soldByHand } from '#features/orders/manual-rules.ts'
import { writeOrder } from '#features/orders/write-order.ts'
import { quote } from '#features/pricing/quote.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { pay } from '../orders/desk.ts'
import { makeProduct } from '../support/make.ts'
import { BUYER } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import type { Page, Shopper } from '../support/shopper.ts'
import { tick, tools } from '../support/worker.ts'

const db = openDb(env.DB)
const ACTOR = { staffId: null, who: 'Anne' }
let owner: Shopper

beforeAll(async () => {
  owner = await atDesk(await makeStaff('helper'))
})

/** A piece with this many in stock; answers its variant's id. */
async function piece(stock = 10) {
  const { variants } = await makeProduct({}, { stock })
  return variants[0]?.id ?? ''
}

async function freeOf(variantId: string) {
  const [row] = await levelOf(db, variantId)
  return row?.available
}

const form = (fields: Record<string, string | number>) => ({ key: newId('mov'), ...fields })

test('what was made comes in, what was broken goes out, and both say who and why', async () => {
  const id = await piece()
  const at = `/admin/stock/${id}/movements`
  await owner.post(at, form({ reason: 'made', quantity: 3 }))
  const page = await owner.post(at, form({ reason: 'broken', quantity: 1 }))
  expect(page.words('.notice')).toBe('C’est noté.')
  expect(await freeOf(id)).toBe(12)
  expect(page.all('.stock-log li').slice(0, 2).join(' ')).toMatch(/Cassées.*−1.*Fabriquées.*\+3/s)
})

test('the same form posted twice is one movement', async () => {
  const id = await piece()
  const fields = form({ reason: 'given', quantity: 2 })
  await owner.post(`/admin/stock/${id}/movements`, fields)
  await owner.post(`/admin/stock/${id}/movements`, fields)
  expect(await freeOf(id)).toBe(8)
})

test('more than there is cannot go, and what there is is said', async () => {
  const id = await piece(2)
  const page = await owner.post(
    `/admin/stock/${id}/movements`,
    form({ reason: 'sold', quantity: 3 }),
  )
  expect([page.status, page.words('.notice')]).toEqual([
    409,
    'Il n’y en a pas autant : 2 en vente.',
  ])
  expect(page.html.querySelector('#quantity')?.getAttribute('value')).toBe('3')
})

test('S7: of fifty sales while the maker counts none is lost, and she is told both numbers', async () => {
  const id = await piece(60)
  await Promise.all([
    ...Array.from({ length: 50 }, () =>
      db.batch([
        move(db, {
          id: newId('mov'),
          variantId: id,
          kind: 'hold',
          quantity: 1,
          at: 1,
          orderId: newId('ord'),
        }),
      ]),
    ),
    setStock(tools(), ACTOR, {
      id: newId('mov'),
      variantId: id,
      reason: 'counted',
      shown: 60,
      to: 55,
    }),
  ])
  const [row] = await db.select().from(level).where(eq(level.variantId, id))
  const moved = await db.select().from(movement).where(eq(movement.variantId, id))
  const counted = moved.filter(({ kind }) => kind === 'adjust').length
  expect(row?.held).toBe(50)
  expect(row?.available).toBe(10 - 5 * counted)

  const stale = form({ reason: 'counted', shown: 60, quantity: 5 })
  const page = await owner.post(`/admin/stock/${id}/movements`, stale)
  expect(page.status).toBe(409)
  expect(page.words('.notice')).toContain(
    `la page montrait 60, il y en a maintenant ${row?.available}`,
  )
})

test('what was sold for a parcel still lies on the shelf; what was handed over at the stall does not', async () => {
  const id = await piece(10)
  await pay([{ variantId: id, quantity: 2 }])
  const quoted = await quote(tools(), [{ variantId: id, quantity: 3 }], { cartId: 'stall' })
  const written = await writeOrder(tools(), ACTOR, {
    id: newId('ord'),
    channel: 'stall',
    lang: 'fr',
    quote: soldByHand(quoted, true, 0),
    buyer: { ...BUYER, address: null },
    terms: { body: '' },
    paid: { by: 'cash' },
  })
  expect(written).toEqual({ ok: true })
  const page = await owner.get(`/admin/stock/${id}`)
  const [onShelf] = page.all('dl > div').filter((row) => row.includes('encore sur l’étagère'))
  expect(onShelf).toBe('Vendues, encore sur l’étagère2')
  expect(await freeOf(id)).toBe(5)
})

const WRONG = [
  [{ reason: 'made', quantity: '' }, 'À remplir.'],
  [{ reason: 'made', quantity: '1,5' }, 'Un nombre entier.'],
  [{ reason: 'made', quantity: '0' }, 'Un nombre de 1 à 9999.'],
  [{ reason: 'lost', quantity: '1' }, 'À choisir.'],
] as const

test('a movement that says nothing sensible is refused at its field', async () => {
  const id = await piece()
  for (const [fields, sentence] of WRONG) {
    // oxlint-disable-next-line no-await-in-loop -- one form after the other
    const page = await owner.post(`/admin/stock/${id}/movements`, form(fields))
    expect([page.status, page.text.includes(sentence)]).toEqual([422, true])
  }
  expect(await freeOf(id)).toBe(10)
})

test('a count shows its differences before it writes them, all at once', async () => {
  const [a, b, c] = await Promise.all([piece(10), piece(5), piece(1)])
  const typed = { key: newId('cnt'), collection: 'all' }
  const counted = {
    [`expected_${a}`]: 10,
    [`found_${a}`]: 8,
    [`expected_${b}`]: 5,
    [`found_${b}`]: 5,
  }
  const empty = { [`expected_${c}`]: 1, [`found_${c}`]: '' }
  const page = await owner.post('/admin/stock/count/differences', {
    ...typed,
    ...counted,
    ...empty,
  })
  expect(page.all('.stock-figure')).toEqual(['−2'])
  expect(await freeOf(a)).toBe(10)
  await owner.post('/admin/stock/count', { ...typed, ...counted })
  await owner.post('/admin/stock/count', { ...typed, ...counted })
  expect([await freeOf(a), await freeOf(b), await freeOf(c)]).toEqual([8, 5, 1])
})

test('places of a workshop are not counted on the shelf', async () => {
  const mug = await makeProduct({ title: { fr: 'Mug Ressac' } }, { stock: 3 })
  const lesson = await makeProduct(
    { kind: 'service', title: { fr: 'Stage de tournage' } },
    { stock: 6 },
  )
  const page = await owner.get('/admin/stock/count')
  expect(page.text).toContain(`found_${mug.variants[0]?.id}`)
  expect(page.text).not.toContain(`found_${lesson.variants[0]?.id}`)
})

test('a sale during a count stays sold', async () => {
  const id = await piece(10)
  await moveStock(tools(), ACTOR, { id: newId('mov'), variantId: id, reason: 'sold', quantity: -1 })
  await owner.post('/admin/stock/count', {
    key: newId('cnt'),
    collection: 'all',
    [`expected_${id}`]: 10,
    [`found_${id}`]: 9,
  })
  expect(await freeOf(id)).toBe(8)
})

test('the workshop is told once that a piece runs low, and again after there were enough', async () => {
  await db.update(level).set({ lowAt: null })
  await db.delete(outbox)
  const id = await piece(5)
  const minute = Date.now()
  const sell = (quantity: number) =>
    moveStock(tools(), ACTOR, { id: newId('mov'), variantId: id, reason: 'sold', quantity })
  const mails = async () => (await db.select().from(outbox)).map(({ facts }) => facts['variants'])
  await sell(-3)
  await tick(minute)
  await tick(minute + 60_000)
  expect(await mails()).toEqual([[id]])
  await sell(-1)
  await tick(minute + 120_000)
  expect(await mails()).toHaveLength(1)
  await moveStock(tools(), ACTOR, { id: newId('mov'), variantId: id, reason: 'made', quantity: 9 })
  await sell(-9)
  await tick(minute + 180_000)
  expect(await mails()).toEqual([[id], [id]])
  const low = await owner.get('/admin/stock?list=low')
  expect(low.html.querySelectorAll('.desk-rows li')).toHaveLength(1)
})

test('a piece that nobody makes again is never low', async () => {
  const { variants } = await makeProduct({ one_of_a_kind: true }, { stock: 1 })
  const [row] = await levelOf(db, variants[0]?.id ?? '')
  expect(row?.lowAt).toBeNull()
})

test('stock is found by name and by reference', async () => {
  const { slug, variants } = await makeProduct()
  const sku = variants[0]?.sku ?? ''
  const name = slug.replace('piece-', '')
  const pages = await Promise.all([
    owner.get(`/admin/stock?q=${sku}`),
    owner.get(`/admin/stock?q=${name}`),
    owner.get('/admin/stock?q=introuvable'),
  ])
  expect(pages.map((page) => page.text.includes(sku))).toEqual([true, true, false])
  expect(pages[2]?.text).toContain('Rien ne répond à')
})

test('the stock may be listed the scarcest first, page by page, and what runs low too', async () => {
  for (const stock of [0, 1]) {
    // oxlint-disable-next-line no-await-in-loop
    await makeProduct({}, { stock })
  }
  await Promise.all(Array.from({ length: PER_PAGE }, () => piece(3)))
  await db.update(level).set({ lowAt: 5 })
  for (const asked of ['sort=scarcest', 'list=low']) {
    const units: number[] = []
    const links: string[] = []
    let path: string | undefined = `/admin/stock?${asked}`
    while (path) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await owner.get(path)
      units.push(...page.all('.stock-figure').map(Number))
      links.push(
        ...page.html.querySelectorAll('.desk-rows a').map((a) => a.getAttribute('href') ?? ''),
      )
      path = page.html.querySelector('a[rel=next]')?.getAttribute('href')?.replaceAll('&amp;', '&')
      if (path) expect(path).toContain(asked)
    }
    expect(units.length).toBeGreaterThan(PER_PAGE)
    expect(units).toEqual(units.toSorted((a, b) => a - b))
    expect(new Set(links).size).toBe(links.length)
  }
})

test('a search of the stock that finds nothing leads back to all of it', async () => {
  const page = await owner.get('/admin/stock?q=zzzz')
  expect(page.words('.order-none p')).toContain('zzzz')
  expect(page.html.querySelector('.order-none a')?.getAttribute('href')).toBe('/admin/stock')
})

test('no movement is lost between two pages, though all were at one moment', async () => {
  const id = await piece()
  const ids = Array.from({ length: 70 }, (_, i) => ({ id: newId('mov'), nth: i + 1 }))
  for (const { id: key, nth } of ids) {
    const one = { id: key, variantId: id, kind: 'receive' as const, quantity: nth, at: 1 }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await move(db, one)
  }
  const seen: string[] = []
  let at: string | null = `/admin/stock/${id}`
  while (at) {
    // oxlint-disable-next-line no-await-in-loop -- each page leads to the next
    const page: Page = await owner.get(at)
    seen.push(...page.all('.stock-log li .num'))
    at = page.html.querySelector('.stock-log a[rel=next]')?.getAttribute('href') ?? null
  }
  const gained = seen.flatMap((text) => /^\+(\d+)$/.exec(text)?.[1] ?? []).map(Number)
  expect(gained.toSorted((a, b) => a - b)).toEqual(
    [...ids.map(({ nth }) => nth), 10].toSorted((a, b) => a - b),
  )
})
