import type { BrowserContext } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { add, PREFIX } from './steps.ts'

const PATHS = [
  '',
  '/collections/tasses-et-bols',
  '/collections/all?sort=price-up&utm_source=x',
  '/products/mug-ressac',
  '/products/stage-tournage-3h',
  '/search?q=houle',
  '/journal',
  '/journal/prendre-soin-du-gres',
  '/pages/donnees-personnelles',
  '/cart',
]

const namesOf = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name }) => name).toSorted()

test('L1: who looks at twenty pages carries nothing away; a cart brings two cookies, and nothing comes from elsewhere', async () => {
  const visitor = await visit()
  const { page, context, open } = visitor
  const elsewhere: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.origin !== inject('shop').url) elsewhere.push(url.href)
  })
  for (const path of [...PATHS, ...PATHS.map((path) => PREFIX.en + path)]) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor
    await open(path || '/')
  }
  expect(await namesOf(context)).toEqual([])
  await add(visitor, '/products/mug-ressac')
  expect(await namesOf(context)).toEqual(['__Host-cart', '__Host-count'])
  for (const cookie of await context.cookies()) {
    expect(cookie).toMatchObject({ secure: true, sameSite: 'Lax', path: '/' })
    expect(cookie.httpOnly).toBe(cookie.name === '__Host-cart')
  }
  const { origins } = await context.storageState()
  expect(origins).toEqual([])
  expect(await page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0])
  expect(elsewhere).toEqual([])
})
