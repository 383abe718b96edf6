import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { buildWorker, bytesOf, nameOf, weigh, type Weight } from './bundle.ts'
import { ROOT, runWrangler } from './wrangler.ts'

const ROUNDS = 5
/** Lighter packages and folders are one line together. */
const WORTH_A_LINE = 3000

type Row = { name: string; start: number; later: number; gzip: number }

/** What the Worker is made of, what of it is evaluated when an isolate starts, and what that takes. */
async function report(): Promise<void> {
  const folder = join(ROOT, '.wrangler', 'startup')
  const bundle = join(folder, 'index.js')
  const weights = weigh(await buildWorker(ROOT, bundle))
  const gzip = await gzipOfGroups(join(folder, 'spaced.js'))
  const rows = Object.entries(Object.groupBy(weights, groupOf)).map(([name, of = []]) => ({
    name,
    start: bytesOf(of.filter(({ atStart }) => atStart)),
    later: bytesOf(of.filter(({ atStart }) => !atStart)),
    gzip: gzip.get(name) ?? 0,
  }))
  const heavy = rows.filter(({ start, later }) => start + later >= WORTH_A_LINE)
  const light = rows.filter((row) => !heavy.includes(row))
  const sorted = heavy.toSorted((a, b) => b.start - a.start || b.later - a.later)
  const whole = gzipSync(await readFile(bundle)).byteLength
  process.stdout.write('kilobytes                           at start  on first use  gzip\n')
  const table = [sum('all', rows, whole), ...sorted, sum(`${light.length} lighter ones`, light)]
  for (const row of table) process.stdout.write(`${drawn(row)}\n`)
  const taken = await activeMs()
  process.stdout.write(`\nStart-up on this machine: ${taken.at(ROUNDS >> 1)} ms of CPU `)
  process.stdout.write(`(median of ${ROUNDS}; ${taken[0]} to ${taken.at(-1)}).\n`)
}

/** Where a source belongs: its package, or the kind of folder in `src/`. */
function groupOf({ path }: Pick<Weight, 'path'>): string {
  const [, packageName] = /^npm ((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  if (packageName) return packageName
  const [, folder] = /^src\/features\/[^/]+\/(admin|shop|mail)\//.exec(path) ?? []
  if (folder) return `src/features/*/${folder}`
  return path.startsWith('src/features/') ? 'src/features/*' : path.split('/').slice(0, 2).join('/')
}

/** What each group comes to in gzip, by itself: together they compress better. */
async function gzipOfGroups(spaced: string): Promise<Map<string, number>> {
  await buildWorker(ROOT, spaced, { minifyWhitespace: false })
  const text = (await readFile(spaced, 'utf8')).replace(/^export \{[^}]*\}/m, '')
  const [, ...parts] = text.split(/^\/\/ (.+\.\w+)$/m)
  const texts = new Map<string, string>()
  for (let at = 0; at < parts.length; at += 2) {
    const group = groupOf({ path: nameOf(parts[at] ?? '') })
    texts.set(group, (texts.get(group) ?? '') + (parts[at + 1] ?? ''))
  }
  const sizes = [...texts].map(async ([group, source]) => {
    const { code } = await transform(source, { minifyWhitespace: true })
    return [group, gzipSync(code).byteLength] as const
  })
  return new Map(await Promise.all(sizes))
}

function sum(name: string, rows: Row[], gzip?: number): Row {
  const total = (key: 'start' | 'later' | 'gzip') => rows.reduce((all, row) => all + row[key], 0)
  return { name, start: total('start'), later: total('later'), gzip: gzip ?? total('gzip') }
}

function drawn({ name, start, later, gzip }: Row): string {
  const [atStart, onUse, packed] = [start, later, gzip].map((bytes) => (bytes / 1000).toFixed(1))
  return `${name.padEnd(32)} ${atStart?.padStart(11)} ${onUse?.padStart(13)} ${packed?.padStart(5)}`
}

/** Milliseconds that workerd computes to start the Worker, lowest first. */
async function activeMs(): Promise<number[]> {
  const taken: number[] = []
  const profile = join(ROOT, '.wrangler', 'startup', 'startup.cpuprofile')
  for (let round = 0; round < ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they would slow each other
    const { output } = await runWrangler(['check', 'startup', '--outfile', profile])
    const [, ms] = /Active: ([\d.]+) ms/.exec(output) ?? []
    if (ms === undefined) throw new Error(output)
    taken.push(Number(ms))
  }
  return taken.toSorted((a, b) => a - b)
}

await report()
