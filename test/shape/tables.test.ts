import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'

const MIGRATIONS = join(ROOT, 'migrations')

test('the migrations make the tables of table.ts: drizzle-kit has nothing to add', async () => {
  await mkdir(join(ROOT, '.wrangler'), { recursive: true })
  const folder = await mkdtemp(join(ROOT, '.wrangler', 'migrations-'))
  try {
    await cp(MIGRATIONS, folder, { recursive: true })
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(ROOT, 'node_modules', 'drizzle-kit', 'bin.cjs'),
        'generate',
        '--dialect',
        'sqlite',
        '--casing',
        'snake_case',
        '--schema',
        'src/features/*/table.ts',
        '--out',
        relative(ROOT, folder),
      ],
      { cwd: ROOT },
    )
    expect(stdout).toContain('No schema changes')
    expect(await readdir(folder, { recursive: true })).toEqual(
      await readdir(MIGRATIONS, { recursive: true }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 30_000)

test('every migration is known to drizzle-kit, in order', async () => {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
  const journal: { entries: { idx: number; tag: string }[] } = JSON.parse(
    await readFile(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8'),
  )
  expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files)
  expect(journal.entries.map(({ idx }) => idx)).toEqual(files.map((_, i) => i))
})
