import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { ROOT } from '../dev/wrangler.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

// A container's root has no sandbox, and little shared memory.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']

export type BrowserProgram = {
  executablePath: string
  args: string[]
  env?: Record<string, string | undefined>
}

type Start<T> = (program: BrowserProgram) => Promise<T>

/** Starts a browser for the journeys, driven by Playwright. */
export const launchBrowser = (args: string[] = []): Promise<Browser> =>
  startBrowser((program) => chromium.launch({ ...program, args: [...program.args, ...args] }))

/**
 * Finds a browser and starts it: the one that CHROME_PATH names, else the one that comes with the npm packages
 * (Linux on x64; it has no windows to draw, and so takes a third less of the processor), else an installed one.
 */
export async function startBrowser<T>(start: Start<T>): Promise<T> {
  const named = process.env.CHROME_PATH
  if (named) return start({ executablePath: named, args: ARGS })
  const troubles: unknown[] = []
  for (const launch of [launchPacked, launchInstalled]) {
    // oxlint-disable-next-line no-await-in-loop -- the second when there is no first
    const found = await launch(start).then(
      (started) => ({ started }),
      (error: unknown) => void troubles.push(error),
    )
    if (found) return found.started
  }
  throw new Error(
    'No browser for the journeys. Install Chrome or Chromium, or name one: CHROME_PATH=/path/to/chrome npm test',
    { cause: troubles.at(-1) },
  )
}

async function launchInstalled<T>(start: Start<T>): Promise<T> {
  const executablePath = installedBrowser()
  if (!executablePath) throw new Error('No browser is installed.')
  return start({ executablePath, args: ARGS })
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...USUAL_PLACES].find((path) => existsSync(path))
}

/** With the libraries of the machine, else with its own. */
async function launchPacked<T>(start: Start<T>): Promise<T> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No packed browser.')
  const folder = await unpackBrowser()
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const startWith = (env: Record<string, string>) =>
    start({
      executablePath: join(folder, 'chromium'),
      args: [...ARGS, '--no-zygote'],
      env: { ...process.env, ...fonts, ...env },
    })
  return startWith({}).catch(() => startWith({ LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }))
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
