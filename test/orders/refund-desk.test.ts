import { expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { advance } from '#features/orders/advance.ts'
import { setState } from '#features/orders/queries.ts'
import { mailsOf } from '#features/mail/queries.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'
import { ACTOR, pay } from './desk.ts'
import { paidAtStripe } from './refunds.ts'

const FORM = 'form.refund'
const CHECK = 'form.refund-check'
const orderPage = (id: string) => `/admin/orders/${id}`
const refundPage = (id: string) => `/admin/refunds/${id}`
const owner = async () => atDesk(await makeStaff('owner'))

test('an owner sees the amount before it goes back; the order, its log and its buyer are told', async () => {
  const view = await paidAtStripe(2, 5)
  const desk = await owner()
  const { id, token } = view.order
  const lineId = view.lines[0]?.id ?? ''
  const form = await desk.get(refundPage(id))
  expect(form.text).toContain('54,90')
  const check = await desk.submit(form, FORM, {
    [`units_${lineId}`]: 1,
    delivery: '6,90',
    reason: 'broken',
    note: 'Fêlée',
    step: 'check',
  })
  expect(check.words('h1').replace(/\s/g, ' ')).toBe('Rendre 30,90 €')
  expect((await orderNow(id)).refunds).toEqual([])
  const back = await desk.submit(check, CHECK, { step: 'edit' })
  expect(back.html.querySelector('#delivery')?.getAttribute('value')).toBe('6,90')
  const done = await desk.submit(check, CHECK, { step: 'send' })
  await desk.submit(check, CHECK, { step: 'send' })
  expect(done.words('.notice')).toContain('C’est noté')
  expect(done.words('.order-log')).toContain('Arrivé cassé ou abîmé')
  expect(done.words('.order-aside')).toContain('Remboursé')
  expect((await orderNow(id)).refunds).toMatchObject([{ amount: 3090, state: 'succeeded' }])
  expect(await stockOf(view.variantId)).toEqual({ available: 4, held: 0, sold: 1 })
  expect((await shop().get(`/orders/${token}`)).words('.sum')).toContain('Remboursé')
})

test('what is wrong stands beside its field and nothing goes back', async () => {
  const view = await paidAtStripe(1)
  const desk = await owner()
  const form = await desk.get(refundPage(view.order.id))
  for (const [typed, problem] of [
    [{}, 'Choisissez ce qui revient'],
    [{ extra: '900' }, 'plus qu’il n’en reste'],
    [{ extra: 'beaucoup' }, 'Un montant'],
    [{ extra: '1', key: 'ref_x' }, 'a vieilli'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.submit(form, FORM, { step: 'check', ...typed })
    expect([page.status, page.words('#extra-problem')]).toEqual([
      422,
      expect.stringContaining(problem),
    ])
  }
  const many = await desk.submit(form, FORM, { [`units_${view.lines[0]?.id}`]: 2, step: 'check' })
  expect(many.status).toBe(422)
  const lie = { extra: '5', amount: '100', step: 'send' }
  const changed = await desk.submit(form, FORM, lie)
  expect([changed.status, changed.words('.notice')]).toEqual([
    409,
    expect.stringContaining('a changé'),
  ])
  expect((await orderNow(view.order.id)).refunds).toEqual([])
})

test('an owner gives up a paid order from its page; a helper only an unpaid one', async () => {
  const view = await paidAtStripe(1, 3)
  const { id } = view.order
  const helper = await atDesk(await makeStaff('helper'))
  expect((await helper.get(orderPage(id))).html.querySelector('.order-aside .ask-once')).toBeNull()
  expect((await helper.post(`${orderPage(id)}/cancellation`)).status).toBe(409)
  const desk = await owner()
  const page = await desk.get(orderPage(id))
  const done = await desk.submit(page, '.order-aside .ask-once form')
  expect(done.words('.order-where')).toContain('Annulée')
  expect(done.words('.notice')).toBe('La commande est annulée.')
  expect(await stockOf(view.variantId)).toEqual({ available: 3, held: 0, sold: 0 })
  expect((await desk.get('/admin/orders?list=cancelled')).all('.no')).toContain(
    String(view.order.number),
  )
  const theirs = await shop().get(`/orders/${view.order.token}`)
  expect(theirs.words('h1')).toBe('Cette commande est annulée.')
  expect((await desk.get(refundPage(id))).text).toContain('rien à rendre')
  expect((await actsOn(tools().db, id, 5)).some(({ act }) => act === 'order.cancelled')).toBe(true)
})

test('an order that somebody else moved meanwhile is not said to be ready', async () => {
  const { variants } = await makeProduct()
  const wish = { buyer: { address: null }, delivery: 'retrait' }
  const { order } = await pay([{ variantId: variants[0]?.id ?? '', quantity: 1 }], wish)
  await setState(tools().db, order.id, 'cancelled')
  expect(await advance(tools(), ACTOR, order, 'ready')).toBe(false)
  await setState(tools().db, order.id, 'paid')
  const answers = await Promise.all([1, 2].map(() => advance(tools(), ACTOR, order, 'ready')))
  expect(answers).toEqual([true, true])
  const mails = await mailsOf(tools().db, order.id)
  expect(mails.filter(({ template }) => template === 'ready')).toHaveLength(1)
})

test('nobody refunds an order that is not there, or with an id of another', async () => {
  const desk = await owner()
  expect((await desk.get(refundPage(newId('ord')))).status).toBe(404)
  expect((await desk.post(refundPage(newId('ord')), { key: newId('ref') })).status).toBe(404)
})
