import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { changeAddress } from '#features/orders/change-address.ts'
import { mailsOf } from '#features/mail/queries.ts'
import { notesOf } from '#features/orders/queries.ts'
import { makeProduct } from '../support/make.ts'
import { BUYER, orderNow } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'
import { ACTOR, paidOrder, pay } from './desk.ts'

const page = (id: string) => `/admin/orders/${id}`

test('the orders are behind the door', async () => {
  const { order } = await paidOrder()
  for (const path of ['/admin/orders', page(order.id), `${page(order.id)}/slip`]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await shop().get(path)).at).toBe('/admin/sign-in')
  }
})

test('a helper ships from the order’s page; the same form once more changes nothing', async () => {
  const { order } = await paidOrder([2])
  const desk = await atDesk(await makeStaff('helper'))
  const shown = await desk.get(page(order.id))
  expect(shown.words('h1')).toBe(`${order.number}, Anne Le Goff`)
  const typed = { number: '6A 1234 5678 901' }
  const after = await desk.submit(shown, '#ship form', typed)
  expect([after.status, after.at]).toEqual([200, `${page(order.id)}?done=shipped`])
  expect(after.words('.order-where')).toContain('Expédiée')
  expect(after.words('.order-log')).toContain('Colis parti, Colissimo, 6A12345678901 suivre')
  const again = await desk.submit(shown, '#ship form', typed)
  expect(again.status).toBe(200)
  expect((await orderNow(order.id)).shipments).toHaveLength(1)
  const theirs = await shop().get(`/orders/${order.token}`)
  expect(theirs.words('h1')).toBe('Anne, votre colis est parti.')
  expect(theirs.words('.parcel')).toContain('numéro 6A12345678901')
  expect(theirs.html.querySelector('.parcel a')?.getAttribute('href')).toContain('laposte.fr')
})

test('a part may leave; what is wrong stands beside its field and what was typed stays', async () => {
  const { order, lines } = await paidOrder([3])
  const desk = await atDesk(await makeStaff('helper'))
  const shown = await desk.get(page(order.id))
  const units = `units_${lines[0]?.id}`
  const wrong = await desk.submit(shown, '#ship form', {
    number: 'https://evil.example/1',
    [units]: 9,
  })
  expect(wrong.status).toBe(422)
  expect(wrong.words('#number-problem')).toContain('Le numéro seul')
  expect(wrong.words(`#${units}-problem`)).toContain('Il n’en reste pas autant')
  expect(wrong.html.querySelector('#number')?.getAttribute('value')).toBe('https://evil.example/1')
  const part = await desk.submit(shown, '#ship form', { [units]: 1 })
  expect(part.words('[role=status]')).toBe('C’est expédié. Voir ce qui reste à emballer')
  expect(part.words('.order-lines')).toContain('1 parti, 2 à envoyer')
  expect(part.words('.order-where')).toContain('À emballer')
})

test('an order that is collected becomes ready, and then handed over', async () => {
  const { variants } = await makeProduct()
  const { cookies: _, ...desk } = await atDesk(await makeStaff('helper'))
  const view = await pay([{ variantId: variants[0]?.id ?? '', quantity: 1 }], {
    buyer: { address: null },
    delivery: 'retrait',
  })
  const shown = await desk.get(page(view.order.id))
  expect(shown.html.querySelector('#ship')).toBeNull()
  const ready = await desk.submit(shown, '.order-act form', { to: 'ready' })
  expect(ready.words('.order-where')).toContain('Prête au retrait')
  expect(ready.words('[role=status]')).toContain('prête au retrait')
  await desk.submit(shown, '.order-act form', { to: 'ready' })
  const done = await desk.submit(ready, '.order-act form', { to: 'delivered' })
  expect(done.words('.order-where')).toContain('Livrée')
  const { events } = await orderNow(view.order.id)
  expect(events.map(({ kind }) => kind)).toEqual(['placed', 'paid', 'ready', 'delivered'])
})

test('a parcel is never handed over before it has left', async () => {
  const { order } = await paidOrder()
  const desk = await atDesk(await makeStaff('helper'))
  const answer = await desk.post(`${page(order.id)}/steps`, { to: 'delivered' })
  expect(answer.status).toBe(409)
  expect((await orderNow(order.id)).order.state).toBe('paid')
  const sent = await desk.submit(await desk.get(page(order.id)), '#ship form')
  const arrived = await desk.submit(sent, 'form[action$=steps]')
  expect(arrived.words('.order-where')).toContain('Livrée')
})

test('the maker says that an order is being made, then packed; its log says who, its buyer reads along', async () => {
  const { order } = await paidOrder()
  const desk = await atDesk(await makeStaff('helper', { name: 'Mona' }))
  const theirs = () => shop().get(`/orders/${order.token}`)
  const buttons = '.order-steps button'
  const shown = await desk.get(page(order.id))
  expect(shown.all(buttons)).toEqual(['Elle est en fabrication', 'Elle est emballée'])
  const making = await desk.submit(shown, '.order-steps', { to: 'in_making' })
  expect(making.at).toBe(`${page(order.id)}?done=in_making`)
  expect(making.words('.standing')).toBe('En fabrication')
  expect(making.words('.order-log')).toMatch(/En fabrication ?par Mona/)
  expect(making.all(buttons)).toEqual(['Elle est emballée'])
  expect((await theirs()).words('h1')).toBe('Anne, vos pièces sont en cours de fabrication.')
  expect((await theirs()).words('[aria-current=step]')).toContain('En fabrication')
  expect((await desk.get('/admin/orders?list=to_pack')).text).toContain(page(order.id))
  const packed = await desk.submit(making, '.order-steps', { to: 'packed' })
  expect(packed.words('.standing')).toBe('Emballée')
  expect((await theirs()).words('h1')).toBe('Anne, votre colis est prêt à partir.')
  expect((await theirs()).all('.timeline .done').join(' ')).toContain('En fabrication')
  // The first page once more: it is packed, and does not go back.
  const back = await desk.submit(shown, '.order-steps', { to: 'in_making' })
  expect(back.status).toBe(409)
  expect((await desk.get('/admin/orders?list=to_pack')).text).not.toContain(page(order.id))
  const sent = await desk.submit(packed, '#ship form')
  expect(sent.words('.standing')).toBe('Expédiée')
  const acts = await actsOn(tools().db, order.id, 10)
  expect(acts.map(({ act }) => act).toSorted()).toEqual([
    'order.in_making',
    'order.packed',
    'order.parcel_sent',
  ])
})

test('several orders are packed in one go; one that has left meanwhile is told', async () => {
  const views = [await paidOrder(), await paidOrder(), await paidOrder()]
  const [one, two, three] = views.map(({ order }) => order.id)
  const desk = await atDesk(await makeStaff('helper'))
  const list = await desk.get('/admin/orders?list=to_pack')
  const boxes = list.html.querySelectorAll('.order-packing [name=id]')
  expect(boxes.map((box) => box.getAttribute('value'))).toEqual(
    expect.arrayContaining([one, two, three]),
  )
  await desk.submit(await desk.get(page(three ?? '')), '#ship form')
  const posted = await desk.ask('/admin/orders/packing', {
    method: 'POST',
    headers: { origin: env.SHOP_URL },
    body: new URLSearchParams([one, two, three, 'nobody'].map((id) => ['id', id ?? ''])),
  })
  const told = await desk.get(posted.headers.get('location') ?? '')
  expect(told.words('.notice')).toBe(
    '2 commandes sont emballées. Le reste avait changé entre-temps : voici où cela en est.',
  )
  const states = await Promise.all(views.map(({ order }) => orderNow(order.id)))
  expect(states.map(({ order }) => order.state)).toEqual(['packed', 'packed', 'shipped'])
  const none = await desk.submit(told, '.order-packing')
  expect(none.words('.notice')).toContain('Rien n’était coché')
})

test('a note is written once a form, and is only text', async () => {
  const { order } = await paidOrder()
  const desk = await atDesk(await makeStaff('helper'))
  const shown = await desk.get(page(order.id))
  const note = { note: '<b>Fragile</b>' }
  const after = await desk.submit(shown, '.order-log > form', note)
  await desk.submit(shown, '.order-log > form', note)
  expect(after.text).toContain('&lt;b&gt;Fragile')
  expect(await notesOf(tools().db, order.id)).toHaveLength(1)
  const empty = await desk.submit(shown, '.order-log > form', { note: ' ' })
  expect([empty.status, empty.words('#note-problem')]).toEqual([
    422,
    'La note est vide : écrivez un mot.',
  ])
})

test('the address is put right until a parcel has left; the log says which fields and not what', async () => {
  const { order } = await paidOrder([2])
  const desk = await atDesk(await makeStaff('helper'))
  const form = await desk.get(`${page(order.id)}/address`)
  const wrong = await desk.submit(form, '.order-form', { postal_code: '2920', city: '' })
  expect(wrong.status).toBe(422)
  expect(wrong.words('#city-problem')).toBe('Ce champ est à remplir.')
  expect(wrong.html.querySelector('#postal_code')?.getAttribute('value')).toBe('2920')
  const after = await desk.submit(form, '.order-form', { line1: '14 rue du Port' })
  expect(after.words('.order-address')).toContain('14 rue du Port')
  const [act] = await actsOn(tools().db, order.id, 1)
  expect(act?.facts).toEqual({ order: order.number, fields: 'line1' })
  await desk.submit(form, '.order-form', { last_name: 'Kérébel' })
  expect((await desk.get('/admin/orders?q=kerebel')).all('.order-rows b')).toEqual(['Anne Kérébel'])
  await desk.submit(after, '#ship form')
  const view = await orderNow(order.id)
  const address = BUYER.address ?? view.order.address
  const to = { firstName: 'X', lastName: 'Y', address: address ?? expect.fail('no address') }
  expect(await changeAddress(tools(), ACTOR, view.order, to)).toBe(false)
  expect((await orderNow(order.id)).order.firstName).toBe('Anne')
})

test('a mail goes again once a form', async () => {
  const { order } = await paidOrder()
  const desk = await atDesk(await makeStaff('helper'))
  const { db } = tools()
  const [mail] = await mailsOf(db, order.id)
  const again = { mail: mail?.id ?? '', key: `out_${'0'.repeat(16)}` }
  await desk.post(`${page(order.id)}/mails`, again)
  await desk.post(`${page(order.id)}/mails`, again)
  expect(await mailsOf(db, order.id)).toHaveLength(2)
  const other = await paidOrder()
  const strange = await desk.post(`${page(other.order.id)}/mails`, { ...again, key: 'out_x' })
  expect(strange.status).toBe(404)
})

test('packing slips show no price; several are preceded by what to gather', async () => {
  const [one, two] = [await paidOrder([2]), await paidOrder([1])]
  const desk = await atDesk(await makeStaff('helper'))
  const slip = await desk.get(`${page(one.order.id)}/slip`)
  expect(slip.words('h1')).toBe(String(one.order.number))
  expect(slip.text).not.toContain('€')
  const both = await desk.get(`/admin/orders/slips?ids=${one.order.id},${two.order.id}`)
  expect(both.all('h1')).toEqual(['À rassembler'])
  expect(both.all('.slip-number')).toEqual([one.order.number, two.order.number].map(String))
  expect((await desk.get('/admin/orders/slips?ids=')).status).toBe(404)
})

test('every page has one title and speaks the language of who reads it', async () => {
  const { order } = await paidOrder()
  const desk = await atDesk(await makeStaff('owner', { lang: 'en' }))
  for (const path of ['/admin/orders', page(order.id), `${page(order.id)}/address`]) {
    // oxlint-disable-next-line no-await-in-loop
    const shown = await desk.get(path)
    expect([shown.status, shown.all('h1').length]).toEqual([200, 1])
    expect(shown.html.querySelector('html')?.getAttribute('lang')).toBe('en')
    const ids = shown.html.querySelectorAll('[id]').map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})
