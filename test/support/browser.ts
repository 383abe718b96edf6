import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'
import { slugify } from '#lib/text.ts'
import { launchBrowser } from './chromium.ts'

const DEVICES = {
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const

type Options = {
  device?: keyof typeof DEVICES
  /** false: a browser in which no script runs. */
  scripts?: boolean
  /** The language the browser asks for; the shop does not look at it. */
  lang?: 'fr' | 'en'
  dark?: boolean
  /** Whether pages turn into one another: it costs the processor a quarter more. */
  motion?: boolean
}

export type Visitor = {
  page: Page
  context: BrowserContext
  /** Opens an address of the shop. */
  open: (path: string) => Promise<void>
  /** Says that this trouble is part of the story, such as the 404 of a page that is not there. */
  expectTrouble: (pattern: RegExp) => void
}

/** One for all files of a worker. */
const launched = launchBrowser()

/**
 * A visitor in a real browser, whose session ends with the test. The test fails when a page of theirs writes an error
 * to the console (violations of the content security policy are such errors), throws, or asks for something in vain.
 */
export async function visit({
  device = 'desktop',
  scripts = true,
  lang = 'fr',
  dark = false,
  motion = false,
}: Options = {}): Promise<Visitor> {
  const browser = await launched
  const context = await browser.newContext({
    ...DEVICES[device],
    baseURL: inject('shop').url,
    javaScriptEnabled: scripts,
    locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    reducedMotion: motion ? 'no-preference' : 'reduce',
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  const expected: RegExp[] = []
  const troubles = watch(context)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await shoot(page, task.name)
    await context.close()
    expect(troubles.filter((trouble) => !expected.some((one) => one.test(trouble)))).toEqual([])
  })
  return {
    page,
    context,
    async open(path) {
      await page.goto(path)
    },
    expectTrouble: (pattern) => void expected.push(pattern),
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(ROOT, 'test', 'screenshots', `failed-${slugify(name)}.png`)
  await page.screenshot({ path, fullPage: true }).catch(() => {})
}

function watch(context: BrowserContext): string[] {
  const troubles: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  context.on('weberror', (trouble) => {
    const { message } = trouble.error()
    // Chromium says so, of pages without a script too, when a visitor goes on before the transition is over.
    if (!message.startsWith('Transition was ')) troubles.push(`thrown: ${message}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // The browser itself gives a request up when the visitor leaves the page.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${reason}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`)
  })
  return troubles
}
