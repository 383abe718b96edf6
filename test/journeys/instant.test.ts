import { expect, test } from 'vitest'
import { openTab } from '../support/bare-browser.ts'

const PIECE = '/products/mug-ressac'
const LINK = `.card a[href="${PIECE}"]`

type Tab = Awaited<ReturnType<typeof openTab>>

/** The addresses that the browser may draw from the page that is open. */
function drawable({ told }: Tab): string[] {
  const list = told.findLast(({ params }) => params.preloadingAttemptSources)
  const sources = list?.params.preloadingAttemptSources ?? []
  return sources.map(({ key }) => new URL(key.url).pathname)
}

test('a pointer that rests on a piece has its page drawn before it is opened', async () => {
  const tab = await openTab()
  const { told, ask, open, hover, click, ready } = tab
  await open('/collections/tasses-et-bols')
  const place = await hover(LINK)
  const states = () =>
    told
      .filter(({ method }) => method === 'Preload.prerenderStatusUpdated')
      .map(({ params }) => params.status)
  await expect.poll(states, { timeout: 10_000 }).toContain('Ready')
  await ask(`addEventListener('pageswap', (event) => {
    sessionStorage.turned = Boolean(event.viewTransition)
  })`)
  // The cart changes meanwhile, in another tab.
  await ask('(document.cookie = "__Host-count=2; path=/; secure")')
  click(place)
  await expect.poll(states).toContain('Success')
  await ready(PIECE)
  const [entry] = await ask<{ activationStart: number }[]>(
    'performance.getEntriesByType("navigation")',
  )
  expect(entry?.activationStart).toBeGreaterThan(0)
  expect(await ask('document.querySelector(".head cart-count").textContent')).toBe('2')
  expect(await ask('sessionStorage.turned')).toBe('true')
  expect(await ask(SHIFTS)).toBe(0)
})

const PUBLIC = /^(\/(fr|en))?(\/|\/search|\/journal|\/(collections|products|pages|journal)\/.+)?$/

test('nothing private is ever drawn before it is opened', async () => {
  const tab = await openTab()
  for (const path of ['/', '/en', PIECE, '/cart', '/journal', '/search?q=bol']) {
    tab.told.length = 0
    // oxlint-disable-next-line no-await-in-loop -- one tab
    await tab.open(path)
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => drawable(tab).length).toBeGreaterThan(0)
    expect(
      drawable(tab).filter((at) => !PUBLIC.test(at)),
      path,
    ).toEqual([])
  }
})

const PAGES = [
  '/',
  '/collections/tasses-et-bols',
  PIECE,
  '/search?q=bol',
  '/journal',
  '/pages/contact',
  '/cart',
  '/checkout',
]
/** Reasons that lie with the browser: the packed one has no windows, and keeps no page. */
const BROWSER = ['BackForwardCacheDisabledForDelegate', 'BrowsingInstanceNotSwapped']

test('every page waits as it was left for who comes back, and the cart as it is', async () => {
  const tab = await openTab()
  const units = '(document.querySelector(".line select")?.value ?? "")'
  await buy(tab)
  for (const path of PAGES) {
    // oxlint-disable-next-line no-await-in-loop -- one tab
    await leaveAndReturn(tab, path)
  }
  await tab.open('/cart')
  expect(await tab.ask(units)).toBe('1')
  await buy(tab)
  tab.back()
  await tab.ready('/cart')
  await expect.poll(() => tab.ask(units)).toBe('2')
})

async function buy({ open, hover, click, ask }: Tab): Promise<void> {
  await open(PIECE)
  click(await hover('.buy .btn'))
  await expect.poll(() => ask('Boolean(document.querySelector("dialog[open]"))')).toBe(true)
}

async function leaveAndReturn({ told, ask, open, back, ready }: Tab, path: string): Promise<void> {
  await open(path)
  await ask('(window.left = true)')
  await open('/pages/atelier')
  told.length = 0
  back()
  await ready(path)
  const kept = await ask('(window.left === true)')
  const reasons = told
    .flatMap(({ params }) => params.notRestoredExplanations ?? [])
    .map(({ reason }) => reason)
  expect(
    reasons.filter((reason) => !BROWSER.includes(reason)),
    path,
  ).toEqual([])
  expect(kept, path).toBe(reasons.length === 0)
}

/** How far things on the page have moved by themselves. */
const SHIFTS = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 600)
})`
