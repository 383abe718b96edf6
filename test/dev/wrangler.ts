import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

const CLI = join(ROOT, 'node_modules', 'wrangler', 'wrangler-dist', 'cli.js')
const PATIENCE_MS = 5000

/** Starts the wrangler of node_modules, in the project's folder. */
export function spawnWrangler(args: string[]): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', CLI, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // Twice as fast without the local traces; and nobody is there to answer a question.
      X_LOCAL_OBSERVABILITY: 'false',
      WRANGLER_SEND_METRICS: 'false',
      CI: 'true',
      NO_COLOR: '1',
      WRANGLER_LOG_PATH: join(ROOT, '.wrangler', 'logs'),
    },
  })
}

/** Runs a wrangler command to its end. */
export async function runWrangler(args: string[]): Promise<{ code: number; output: string }> {
  const child = spawnWrangler(args)
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number>((resolve) => {
    child.once('close', (status) => resolve(status ?? 1))
  })
  return { code, output }
}

/** Ends a child and waits for it; one that does not listen is ended by force. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await gone
  clearTimeout(force)
}
