import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { makeProduct, makeShop } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { stockOf } from '../support/orders.ts'
import { shop } from '../support/worker.ts'

const PEOPLE = 100

beforeAll(() => makeShop())

test.each([
  ['/en', 'Sold meanwhile', 'only'],
  ['', 'Vendue entre-temps', 'beside another'],
])(
  'S1: of a hundred people who order the last piece at once one pays, and ninety-nine are told (%s %s, %s)',
  async (prefix, said, how) => {
    const [last, other] = [await makeProduct({}, { stock: 1 }), await makeProduct()]
    const variant = last.variants[0]?.id ?? ''
    const wanted = how === 'only' ? [variant] : [variant, other.variants[0]?.id ?? '']
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        const visitor = shop()
        for (const id of wanted) {
          // oxlint-disable-next-line no-await-in-loop -- one click after the other
          const answer = await visitor.ask(
            `${prefix}/cart/lines`,
            sent({ variant: id, quantity: 1 }),
          )
          await answer.body?.cancel()
        }
        return { visitor, form: await visitor.get(`${prefix}/checkout`) }
      }),
    )
    const pages = await Promise.all(
      people.map(({ visitor, form }) => visitor.submit(form, ORDER_FORM, ANNE)),
    )
    const paying = pages.filter(({ at }) => at.includes('/c/pay/'))
    const told = pages.filter((page) => page.status === 409 && page.words('main').includes(said))
    expect([paying.length, told.length]).toEqual([1, PEOPLE - 1])
    expect(await stockOf(variant)).toEqual({ available: 0, held: 1, sold: 0 })
    const kept = told.filter((page) => page.words('.final').includes('Commander'))
    expect(kept).toHaveLength(how === 'only' ? 0 : PEOPLE - 1)
  },
  60_000,
)

function sent(fields: Record<string, string | number>): RequestInit {
  return {
    method: 'POST',
    headers: { origin: env.SHOP_URL, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(
      Object.entries(fields).map(([name, value]) => [name, `${value}`]),
    ).toString(),
  }
}
