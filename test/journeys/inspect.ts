import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import type { Page, Response } from 'playwright-core'
import { ROOT } from '../dev/wrangler.ts'
import type { Visitor } from '../support/browser.ts'
import type { Lang } from './steps.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Rules about colours, the slowest: every language has the same. */
const COLOURS = ['color-contrast', 'link-in-text-block']
const HEIGHT = 844
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How it is written, which browsers and readers do not mind.
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Boxes of one name are a list; ids may have dots.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    'valid-id': ['error', { relaxed: true }],
  },
})

type Violation = { id: string; nodes: { target: string[]; html: string }[] }

/** LONG=1 takes more time, and proves more. */
export const LONG = process.env.LONG === '1'

/**
 * How closely a page is looked at: `words` is for a page that is looked at wholly in the other language, and may differ
 * by what its words do to markup and width.
 */
type Care = 'all' | 'words'

/** Looks at pages as a critic would, and keeps what is wrong with them. */
export function critic({ page, context }: Visitor, lang: Lang, care: Care = 'all') {
  const wrong: string[] = []
  const titles = new Map<string, string>()
  let answer: Response | undefined
  context.on('response', (response) => {
    if (response.request().resourceType() === 'document') answer = response
  })

  /** What there is to say of the page that is open, in every width and in the dark. */
  async function look(name: string): Promise<void> {
    const found = [
      ...(await markup(answer)),
      ...(await outline(page, lang)),
      ...(await overflow(page, 320)),
      ...(await overflow(page, 390)),
    ]
    // Who can use a page in one language can mostly use it in another: colours and layout are the same.
    if (care === 'all') found.push(...(await barriers(page, STANDARDS)))
    else if (LONG) found.push(...(await barriers(page, STANDARDS, 'tag', COLOURS)))
    await page.setViewportSize({ width: 1280, height: HEIGHT })
    if (care === 'all') {
      if (LONG) found.push(...(await barriers(page, STANDARDS)))
      await page.emulateMedia({ colorScheme: 'dark' })
      found.push(...(await barriers(page, COLOURS, 'rule')))
      await page.emulateMedia({ colorScheme: 'light' })
    }
    wrong.push(...new Set(found.map((one) => `${lang}, ${name}: ${one}`)))
    titles.set(name, await page.title())
  }

  return { look, wrong, titles }
}

/** A glance at a page of the back office, on a phone: its markup, its width and who could not use it. */
export async function glance(page: Page, answer: Response, lang: Lang): Promise<string[]> {
  await page.evaluate(LAY_BARS)
  return [
    ...(await markup(answer)),
    ...(await outline(page, lang)),
    ...(await overflow(page, 390)),
    ...(await barriers(page, STANDARDS)),
    ...(await page.evaluate<string[]>(UNREACHABLE)),
    ...(await overflow(page, 320)),
  ]
}

/** Bars that stick to the bottom of the window cover whatever happens to be there: their place is the end of the page. */
const LAY_BARS = `for (const bar of document.querySelectorAll('.save-bar, .desk-side')) {
  bar.style.position = 'static'
}`

/** What can be seen and pressed, but not with the keys: bare buttons apart, which are what Enter presses. */
const UNREACHABLE = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((one) => one.tabIndex < 0 && !one.disabled && one.type !== 'hidden')
  .filter((one) => one.checkVisibility() && !one.matches('.ears'))
  .map((one) => 'not reached by keys: ' + one.outerHTML.slice(0, 80))`

/** What is invalid in the HTML as it was sent. */
async function markup(answer: Response | undefined): Promise<string[]> {
  const html = (await answer?.text()) ?? ''
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => {
      const source = html.split('\n')[line - 1]?.trim().slice(0, 80)
      return `${ruleId}: ${message} ${source}`
    }),
  )
}

async function outline(page: Page, lang: Lang): Promise<string[]> {
  const is = await page.evaluate<string>(
    '`${document.documentElement.lang}, ${document.querySelectorAll("h1").length} h1`',
  )
  return is === `${lang}, 1 h1` ? [] : [is]
}

async function overflow(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: HEIGHT })
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
  return wide > width ? [`${wide} px wide in a window of ${width} px`] : []
}

/** What would keep somebody out, by the rules of these standards. */
async function barriers(
  page: Page,
  values: string[],
  type: 'tag' | 'rule' = 'tag',
  without: string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE)
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const options = {
    runOnly: { type, values },
    rules,
    resultTypes: ['violations'],
    reporter: 'no-passes',
    preload: false,
  }
  const found = `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`
  const violations = await page.evaluate<Violation[]>(found)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 80)}`),
  )
}
