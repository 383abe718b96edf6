import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../dev/wrangler.ts'
import { type Act, actsOf, ONCE_PAST_CACHE } from './acts.ts'
import { buildWorkers, sizeOf } from './build.ts'
import { costsOf } from './costs.ts'
import { inTurn } from './in-turn.ts'
import { type Metered, meterActs } from './meter-acts.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import {
  type ActFigures,
  limitLine,
  monthRows,
  monthTable,
  summed,
  tallyTable,
  timesTable,
  weightTable,
} from './report.ts'
import { measure } from './rounds.ts'
import { type Bench, growTo, loadDemo, openBench } from './shop.ts'
import { TRAFFIC } from './traffic.ts'
import { weighPage } from './weigh.ts'

type Sized = { pieces: number; acts: ActFigures[]; metered: Metered[] }

const say = (text: string) => void process.stdout.write(`${text}\n`)
const options = readOptions(process.argv.slice(2))

if (options) {
  const folder = await mkdtemp(join(tmpdir(), 'echoppe-bench-'))
  try {
    await run(options, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}

async function run(asked: Options, folder: string): Promise<void> {
  const at = new Date().toISOString()
  const built = await buildWorkers(folder)
  const bundleBytes = await sizeOf(built.shop)
  say(`The shop as it is deployed: ${bundleBytes.toLocaleString('en')} bytes.`)
  const bench = await openBench(built, join(folder, 'state'))
  try {
    const demo = await loadDemo(bench.env)
    const hasCache = await answersFromCache(bench.urls.shop)
    if (!hasCache) say('No page says that it came from a local cache: cached pages are left out.')
    let copies = 1
    const sized = await inTurn(asked.sizes, async (size): Promise<Sized> => {
      const pieces = await growTo(bench.env, size, demo, copies)
      copies = pieces / demo
      return measureSize(bench, asked, pieces, hasCache)
    })
    const pages = await inTurn(ONCE_PAST_CACHE, async ({ name, path }) => ({
      name,
      weights: await weighPage(bench.urls.shop, path),
    }))
    say(`\n${weightTable(pages)}\n`)
    const figures = { at, cores: availableParallelism(), options: asked, bundleBytes, sized, pages }
    const months = tellCosts(sized, pages)
    const out = join(ROOT, asked.out)
    await mkdir(dirname(out), { recursive: true })
    await writeFile(out, `${JSON.stringify({ ...figures, traffic: TRAFFIC, months }, null, 2)}\n`)
    say(`\nAll figures: ${asked.out}`)
  } finally {
    await bench.stop()
  }
}

async function measureSize(
  bench: Bench,
  asked: Options,
  pieces: number,
  hasCache: boolean,
): Promise<Sized> {
  say(`\n${pieces.toLocaleString('en')} pieces, ${asked.rounds} rounds of ${asked.milliseconds} ms`)
  const isThere = ({ cache }: Act) => hasCache || cache !== 'hit'
  const acts = (await actsOf(bench.env, bench.urls.shop)).filter(isThere)
  const figures = summed(await measure(bench, acts, asked))
  say(`\n${timesTable(figures)}`)
  const metered = await meterActs(bench)
  say(`\n${tallyTable(metered)}`)
  return { pieces, acts: figures, metered }
}

/** The months of a shop of the smallest size: a maker has hundreds of pieces, not thousands. */
function tellCosts([smallest]: Sized[], pages: { name: string; weights: unknown[] }[]) {
  if (!smallest) return []
  const cpu = new Map(smallest.acts.map((act) => [act.name, act.cpu]))
  const product = pages.find(({ name }) => name === 'product')
  // All but the page itself.
  const files = (product?.weights.length ?? 1) - 1
  const costs = costsOf({ metered: smallest.metered, cpu, files })
  say(monthTable(costs, TRAFFIC))
  for (const pictures of ['shop', 'bucket'] as const) say(limitLine(costs, TRAFFIC, pictures))
  return monthRows(costs, TRAFFIC)
}

/** Whether the shop has a cache of its own here, and says so. */
async function answersFromCache(url: string): Promise<boolean> {
  const path = '/journal'
  await (await fetch(url + path)).arrayBuffer()
  const again = await fetch(url + path)
  await again.arrayBuffer()
  return again.headers.get('x-cache') === 'hit'
}
