import type { Page, Shopper } from '../support/shopper.ts'
import type { World } from './world.ts'

const PAUSE_MS = 20

/** Packs, writes notes, gives money back and counts the shelves, until the world is over. */
export async function keepShop(world: World): Promise<void> {
  const desk = world.visitor()
  desk.cookies.set('__Host-desk', world.deskToken)
  const acts = [ship, ship, refund, takeNote, countStock]
  while (!world.isOver) {
    const act = acts[Math.floor(world.random() * acts.length)]
    // oxlint-disable-next-line no-await-in-loop -- one pair of hands
    await act?.(world, desk)
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

async function ship(world: World, desk: Shopper): Promise<void> {
  const id = await anyOrder(world, desk)
  if (id) await fill(world, desk, `/admin/orders/${id}`, '#ship form', { number: '6A123' })
}

async function takeNote(world: World, desk: Shopper): Promise<void> {
  const id = await anyOrder(world, desk)
  if (id) await fill(world, desk, `/admin/orders/${id}`, '.order-log > form', { note: 'Papier.' })
}

async function refund(world: World, desk: Shopper): Promise<void> {
  const id = await anyOrder(world, desk)
  if (!id) return
  const fields = { reason: 'gesture', step: 'check' }
  const checked = await fill(world, desk, `/admin/refunds/${id}?all=yes`, '.refund', fields)
  if (!checked?.html.querySelector('.refund-check')) return
  await world.insist(() => desk.submit(checked, '.refund-check', { step: 'send' }))
}

async function countStock(world: World, desk: Shopper): Promise<void> {
  const piece = world.pieces[Math.floor(world.random() * 3)]
  if (!piece) return
  const reason = ['made', 'broken'][Math.floor(world.random() * 2)] ?? 'made'
  const form = 'form[action$=movements]'
  await fill(world, desk, `/admin/stock/${piece.variantId}`, form, { reason, quantity: 1 })
}

/** Opens a page and sends its form, both until there is an answer: the same form again is the same act. */
async function fill(
  world: World,
  desk: Shopper,
  path: string,
  selector: string,
  fields: Record<string, string | number>,
): Promise<Page | null> {
  const page = await world.insist(() => desk.get(path))
  if (!page.html.querySelector(selector)) return null
  return world.insist(() => desk.submit(page, selector, fields))
}

/** One of the orders that wait to be packed. */
async function anyOrder(world: World, desk: Shopper): Promise<string | null> {
  const list = await world.insist(() => desk.get('/admin/orders?list=to_pack'))
  const ids = [...new Set(list.text.match(/\/admin\/orders\/ord_\w+/g))]
  const path = ids[Math.floor(world.random() * ids.length)]
  return path?.split('/').at(-1) ?? null
}
