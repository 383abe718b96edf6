import { createWriteStream } from 'node:fs'
import { devNull } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { Sentence } from './ports.ts'
import { end, spawnWrangler } from './wrangler.ts'

type Options = {
  port: number
  statePath: string
  logPath: string
  /** What wrangler is told on its command line. */
  vars: Record<string, string>
  /** Whether wrangler reads .dev.vars. */
  devVars: boolean
}

export type LocalWorker = {
  /** Resolves when the shop and its home page answer. */
  ready(): Promise<void>
  /** Runs the jobs of a cron: wrangler keeps no time on a developer's machine. */
  tick(cron: string): Promise<void>
  stop(): Promise<void>
}

const START_MS = 60_000
const ANSWER_MS = 20_000
const PAUSE_MS = 100

/** What of wrangler's words is worth reading at once; everything is in the log. */
const TROUBLE = /"event":"bug"|\[ERROR\]/

/** Runs the Worker in `wrangler dev`. */
export function runWorker({ port, statePath, logPath, vars, devVars }: Options): LocalWorker {
  const url = `http://localhost:${port}`
  const places = ['--port', String(port), '--inspector-port', '0', '--persist-to', statePath]
  const told = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`])
  // An empty file in the place of .dev.vars.
  const files = devVars ? [] : ['--env-file', devNull]
  const calm = ['--show-interactive-dev-session', 'false']
  const child = spawnWrangler(['dev', ...places, ...calm, ...files, ...told])
  const log = createWriteStream(logPath)
  let isBroken = false
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      const text = stripVTControlCharacters(chunk.toString())
      log.write(text)
      if (TROUBLE.test(text)) process.stderr.write(text)
      isBroken ||= text.includes('Build failed')
    })
  }

  async function ready() {
    const deadline = Date.now() + START_MS
    while (Date.now() < deadline) {
      if (isBroken) throw new Sentence('The shop cannot be built: see above.')
      if (child.exitCode !== null) throw new Sentence(`wrangler has stopped. See ${logPath}`)
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      if ((await isFine(`${url}/healthz`)) && (await isFine(`${url}/`))) return
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    throw new Sentence(`The shop does not answer at ${url}. See ${logPath}`)
  }

  async function tick(cron: string) {
    await isFine(`${url}/cdn-cgi/local/scheduled?${new URLSearchParams({ cron }).toString()}`)
  }

  return { ready, tick, stop: () => end(child) }
}

async function isFine(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
