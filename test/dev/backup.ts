import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { makeArchive } from '#features/backup/make-archive.ts'
import { WHOLE } from '#features/backup/rules.ts'
import { CONSOLE } from '#features/staff/invite.ts'
import { openDb } from '#platform/db.ts'
import { given, openStore } from './store.ts'

const { files, remote } = given()
const path = files[0] ?? `echoppe-${new Date().toISOString().slice(0, 10)}.tar`

try {
  await save()
  const { size } = await stat(path)
  process.stdout.write(
    `${path}: ${(size / 1e6).toFixed(1)} MB. It names customers: keep it safe.\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** The file has its name once it is whole. */
async function save(): Promise<void> {
  const store = await openStore(remote)
  const { env } = store
  const unfinished = `${path}.part`
  try {
    const bench = { db: openDb(env.DB), env, now: Date.now() }
    const { readable, done } = makeArchive(bench, CONSOLE, WHOLE)
    await Promise.all([
      pipeline(Readable.from(readable), createWriteStream(unfinished, { mode: 0o600 })),
      done,
    ])
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
    await store.dispose()
  }
}
