import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../dev/ports.ts'
import { startShop } from '../dev/shop.ts'
import { ROOT } from '../dev/wrangler.ts'
import { launchBrowser } from '../support/chromium.ts'
import { type Figures, measure } from './measure.ts'
import { type Measured, measuredPages } from './pages.ts'
import { median, table } from './table.ts'

const FILE = join(ROOT, '.wrangler', 'lighthouse.json')
const RUNS = process.argv.includes('--quick') ? 1 : 5

const folder = await mkdtemp(join(tmpdir(), 'echoppe-lighthouse-'))
const port = await freePort()
const browserPort = await freePort()
const statePath = join(folder, 'state')
const others = { stripePort: await freePort(), mailPort: await freePort() }
const shop = await startShop({ port, statePath, ...others, mailWebPort: await freePort() })
const browser = await launchBrowser([`--remote-debugging-port=${browserPort}`])
try {
  const rows: Figures[] = []
  for (const page of await measuredPages(shop.url)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they share the processor
    const row = median(await look(page))
    rows.push(row)
    process.stdout.write(`  ${page.name}: ${Object.values(row.scores).join(' ')}\n`)
  }
  process.stdout.write(`\n${table(rows, RUNS)}\n`)
  await mkdir(join(ROOT, '.wrangler'), { recursive: true })
  await writeFile(FILE, `${JSON.stringify(rows, null, 2)}\n`)
} finally {
  await browser.close()
  await shop.stop()
  await rm(folder, { recursive: true, force: true })
}

async function look(page: Measured): Promise<Figures[]> {
  const runs: Figures[] = []
  // The first look has the pictures made in the sizes that are asked for: it does not count.
  for (let i = 0; i <= RUNS; i++) {
    // oxlint-disable-next-line no-await-in-loop
    runs.push(await measure(shop.url, browserPort, page))
  }
  return runs.slice(1)
}
