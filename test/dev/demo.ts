import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'
import type { Env } from '#env.ts'
import { importShop, type ReadFile } from '#features/transfer/import-shop.ts'
import { openDb } from '#platform/db.ts'
import { demoDocument } from '../demo/document.ts'
import { Sentence } from './ports.ts'
import { ROOT } from './wrangler.ts'

type State = Pick<Env, 'DB' | 'PICTURES' | 'IMAGES'>

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
  const { env, dispose } = await openUpToDate(options.statePath)
  try {
    const isFilled = (await env.DB.prepare('select 1 from setting limit 1').first()) !== null
    // The mark says that loading one stopped half-way.
    if (isFilled && !existsSync(loadingMark(options.statePath))) return
    options.say('Loading the demo shop …')
    await loadDemo(options, env)
  } finally {
    await dispose()
  }
}

/** The local database, brought up to date, and pictures; nothing is loaded into them. */
export async function openUpToDate(statePath: string) {
  const state = await openState(statePath)
  await migrate(state.env.DB).catch(async (error: unknown) => {
    await state.dispose()
    throw error
  })
  return state
}

/** What `wrangler d1 migrations apply` does, in a quarter of its time; each file is applied whole or not at all. */
async function migrate(database: D1Database): Promise<void> {
  await database.exec(
    'create table if not exists d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)',
  )
  const { results } = await database
    .prepare('select name from d1_migrations')
    .all<{ name: string }>()
  const done = new Set(results.map((row) => row.name))
  const files = (await readdir(join(ROOT, 'migrations'))).filter((name) => name.endsWith('.sql'))
  for (const name of files.toSorted()) {
    if (done.has(name)) continue
    // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
    const sql = await readFile(join(ROOT, 'migrations', name), 'utf8')
    const statements = unstable_splitSqlQuery(sql).map((part) => database.prepare(part))
    const note = database.prepare('insert into d1_migrations (name) values (?)').bind(name)
    // oxlint-disable-next-line no-await-in-loop
    await database.batch([...statements, note]).catch((error: unknown) => {
      throw new Sentence(`The database could not be brought up to date: ${name}. ${String(error)}`)
    })
  }
}

async function loadDemo(options: Options, env: State): Promise<void> {
  const { statePath, mailPort, say } = options
  await writeFile(loadingMark(statePath), '')
  const document = demoDocument()
  if (document.settings.mail.smtp) document.settings.mail.smtp.port = mailPort
  const bench = { db: openDb(env.DB), env, now: Date.now() }
  await importShop(bench, document, options.readFile, (done, of) => {
    if (done % 10 === 0 || done === of) say(`  ${done} of ${of} pictures`)
  })
  await rm(loadingMark(statePath))
}

const loadingMark = (statePath: string) => join(statePath, 'demo-is-loading')

/** The local database and pictures, without the shop. */
export function openState(statePath: string) {
  return getPlatformProxy<State>({
    configPath: join(ROOT, 'test', 'dev', 'state.toml'),
    persist: { path: join(statePath, 'v3') },
  })
}
