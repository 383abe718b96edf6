import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../dev/wrangler.ts'
import { actsOf, ONCE_PAST_CACHE } from './acts.ts'
import { type Built, buildWorkers, sizeOf } from './build.ts'
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
  const statePath = join(folder, 'state')
  const demo = await opened(built, statePath, ({ env }) => loadDemo(env))
  let copies = 1
  // A workerd of its own for each size: its caches know nothing of the one before.
  const sized = await inTurn(asked.sizes, (size) =>
    opened(built, statePath, async (bench): Promise<Sized> => {
      const pieces = await growTo(bench.env, size, demo, copies)
      copies = pieces / demo
      return measureSize(bench, asked, pieces)
    }),
  )
  const pages = await opened(built, statePath, ({ urls }) =>
    inTurn(ONCE_PAST_CACHE, async ({ name, path }) => ({
      name,
      weights: await weighPage(urls.metered, path),
    })),
  )
  say(`\n${weightTable(pages)}\n`)
  const months = tellCosts(sized, pages)
  const machine = { cores: availableParallelism(), node: process.version }
  const figures = {
    at,
    machine,
    options: asked,
    bundleBytes,
    sized,
    pages,
    traffic: TRAFFIC,
    months,
  }
  const out = join(ROOT, asked.out)
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify(figures, null, 2)}\n`)
  say(`\nAll figures: ${asked.out}`)
}

async function opened<Result>(
  built: Built,
  statePath: string,
  act: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const bench = await openBench(built, statePath)
  try {
    return await act(bench)
  } finally {
    await bench.stop()
  }
}

async function measureSize(bench: Bench, asked: Options, pieces: number): Promise<Sized> {
  say(`\n${pieces.toLocaleString('en')} pieces, ${asked.rounds} rounds of ${asked.milliseconds} ms`)
  const acts = await actsOf(bench.env, bench.urls.shop)
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
