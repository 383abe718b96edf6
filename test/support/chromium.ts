import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import { ROOT } from '../dev/wrangler.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

// A container's root has no sandbox, and little shared memory.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']

/**
 * Starts the browser of the journeys: the one that CHROME_PATH names, else an installed Chrome or Chromium, else the
 * one that comes with the npm packages (Linux on x64).
 */
export async function launchBrowser(): Promise<BrowserServer> {
  const installed = process.env.CHROME_PATH ?? installedBrowser()
  if (installed) return chromium.launchServer({ executablePath: installed, args: ARGS })
  const troubles: unknown[] = []
  try {
    const folder = await unpackBrowser()
    for (const env of [{}, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }]) {
      // oxlint-disable-next-line no-await-in-loop -- with the libraries of the machine, else with its own
      const server = await launchPacked(folder, env).catch((error: unknown) => {
        troubles.push(error)
      })
      if (server) return server
    }
  } catch (error) {
    troubles.push(error)
  }
  throw new Error(
    'No browser for the journeys. Install Chrome or Chromium, or name one: CHROME_PATH=/path/to/chrome npm test',
    { cause: troubles.at(-1) },
  )
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...USUAL_PLACES].find((path) => existsSync(path))
}

function launchPacked(folder: string, env: Record<string, string>): Promise<BrowserServer> {
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return chromium.launchServer({
    executablePath: join(folder, 'chromium'),
    args: [...ARGS, '--no-zygote'],
    env: { ...process.env, ...fonts, ...env },
  })
}

/** Unpacks the browser of the npm package, once; its package unpacks into the folder for temporary files. */
async function unpackBrowser(): Promise<string> {
  const folder = join(ROOT, 'node_modules', '.cache', 'chromium')
  if (existsSync(folder)) return folder
  const { inflate } = await import('@sparticuz/chromium')
  const packed = join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'bin')
  const draft = `${folder}.${process.pid}`
  await mkdir(draft, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = draft
  try {
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'].map((name) =>
        inflate(join(packed, name)),
      ),
    )
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  return folder
}
