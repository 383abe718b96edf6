import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import type { Env } from '#env.ts'
import { importShop, type ReadFile } from '#features/transfer/import-shop.ts'
import { openDb } from '#platform/db.ts'
import { demoDocument } from '../demo/document.ts'
import { Sentence } from './ports.ts'
import { ROOT, runWrangler } from './wrangler.ts'

type Options = {
  statePath: string
  mailPort: number
  say: (line: string) => void
  readFile: ReadFile
}

/** Reads a file of the demo shop. */
export const readDemoFile: ReadFile = async (name) =>
  new Uint8Array(await readFile(join(ROOT, 'test', 'demo', name)))

/** Brings the local database up to date and, when it is empty, loads the demo shop into it. */
export async function prepare(options: Options): Promise<void> {
  const { statePath, say } = options
  if ((await lookAt(statePath)) === 'old') await migrate(statePath)
  if ((await lookAt(statePath)) === 'filled') return
  say('Loading the demo shop …')
  await loadDemo(options)
}

/** Brings the local database up to date and loads nothing into it. */
export async function prepareEmpty(statePath: string): Promise<void> {
  if ((await lookAt(statePath)) === 'old') await migrate(statePath)
}

/** `old`: a migration is missing. `empty`: there is no shop, or loading one stopped half-way. */
async function lookAt(statePath: string): Promise<'old' | 'empty' | 'filled'> {
  if (!existsSync(join(statePath, 'v3', 'd1'))) return 'old'
  const { env, dispose } = await openState(statePath)
  try {
    const files = (await readdir(join(ROOT, 'migrations'))).filter((name) => name.endsWith('.sql'))
    const done = await env.DB.prepare('select name from d1_migrations')
      .all<{ name: string }>()
      .then(({ results }) => results.map((row) => row.name))
      .catch((): string[] => [])
    if (files.some((name) => !done.includes(name))) return 'old'
    if (existsSync(loadingMark(statePath))) return 'empty'
    return (await env.DB.prepare('select 1 from setting limit 1').first()) ? 'filled' : 'empty'
  } finally {
    await dispose()
  }
}

async function migrate(statePath: string): Promise<void> {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', statePath]
  const { code, output } = await runWrangler(args)
  if (code !== 0) throw new Sentence(`The database could not be brought up to date.\n${output}`)
}

async function loadDemo(options: Options): Promise<void> {
  const { statePath, mailPort, say } = options
  const { env, dispose } = await openState(statePath)
  await writeFile(loadingMark(statePath), '')
  const document = demoDocument()
  if (document.settings.mail.smtp) document.settings.mail.smtp.port = mailPort
  const bench = { db: openDb(env.DB), env, now: Date.now() }
  try {
    await importShop(bench, document, options.readFile, (done, of) => {
      if (done % 10 === 0 || done === of) say(`  ${done} of ${of} pictures`)
    })
    await rm(loadingMark(statePath))
  } finally {
    await dispose()
  }
}

const loadingMark = (statePath: string) => join(statePath, 'demo-is-loading')

/** The local database and pictures, without the shop. */
export function openState(statePath: string) {
  return getPlatformProxy<Pick<Env, 'DB' | 'PICTURES' | 'IMAGES'>>({
    configPath: join(ROOT, 'test', 'dev', 'state.toml'),
    persist: { path: join(statePath, 'v3') },
  })
}
