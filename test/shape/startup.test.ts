import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorker, bytesOf, weigh, type Weight } from '../dev/bundle.ts'
import { ROOT } from '../dev/wrangler.ts'

const KB = 1000
/** What is evaluated when an isolate starts, whoever comes: minified, with the names that the log tells. */
const MOST_AT_START = 470 * KB
const MOST_IN_ALL = 2100 * KB

/** What only the maker, a buyer or the clock needs. */
const LATER = {
  'Stripe’s library': /^npm stripe\//,
  passkeys: /^npm (@simplewebauthn|@peculiar)\//,
  'pictures that are read in full': /^npm (fast-png|pako)\//,
  'PDF and its typeface': /^src\/lib\/(pdf|typeface)\.ts$/,
  'the back office': /^src\/(desk\.tsx|features\/\w+\/admin\/)/,
  'checkout, orders and messages': /^src\/features\/(checkout|orders|messages)\/shop\/routes\.tsx$/,
  payment: /^src\/features\/payments\/(?!table)/,
  letters: /^src\/features\/mail\/(?!table)/,
  'what the clock runs': /^src\/jobs\.ts$/,
}

let folder = ''
let weights: Weight[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'echoppe-startup-'))
  weights = weigh(await buildWorker(ROOT, join(folder, 'index.js')))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(Object.entries(LATER))('who looks around does not wait for %s', (_, pattern) => {
  const found = weights.filter(({ path }) => pattern.test(path))
  expect(found).not.toEqual([])
  expect(found.filter(({ atStart }) => atStart).map(({ path }) => path)).toEqual([])
})

test('what an isolate evaluates at its start, and all that it parses, weigh little', () => {
  expect(weights.find(({ path }) => path === 'src/app.tsx')).toMatchObject({ atStart: true })
  expect(bytesOf(weights.filter(({ atStart }) => atStart))).toBeLessThanOrEqual(MOST_AT_START)
  expect(bytesOf(weights)).toBeLessThanOrEqual(MOST_IN_ALL)
})
