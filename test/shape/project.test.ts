import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'

const REGISTRY = 'https://registry.npmjs.org/'

const read = (path: string) => readFile(join(ROOT, path), 'utf8')

test('every package is pinned to one version', async () => {
  const manifest: {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  } = JSON.parse(await read('package.json'))
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('the lock file takes packages from the registry only, each with its checksum', async () => {
  const lock: { packages: Record<string, { resolved?: string; integrity?: string }> } = JSON.parse(
    await read('package-lock.json'),
  )
  // Without an address, npm asks the registry.
  const strangers = Object.entries(lock.packages).filter(
    ([path, { resolved = REGISTRY, integrity = '' }]) =>
      path !== '' && !(resolved.startsWith(REGISTRY) && integrity.startsWith('sha512-')),
  )
  expect(strangers).toEqual([])
})

test('the top level holds only what belongs there', () => {
  expect(kept().filter((name) => !TOP_LEVEL.has(name))).toEqual([])
})

test('no secret is written down', async () => {
  const found: string[] = []
  for (const path of await sources()) {
    // oxlint-disable-next-line no-await-in-loop
    if (SECRETS.test(await read(path))) found.push(path)
  }
  expect(found).toEqual([])
})

test('the shop loads nothing from elsewhere and writes no script or style into its pages', async () => {
  const found: string[] = []
  for (const path of await sources('src')) {
    // oxlint-disable-next-line no-await-in-loop
    const source = await read(path)
    if (!path.endsWith('.tsx') || path.includes('/mail/')) continue
    if (/\b(src|href)="https?:/.test(source)) found.push(`${path}: another site`)
    if (/ style=|\bon[a-z]+="|javascript:/.test(source)) found.push(`${path}: inline`)
  }
  expect(found).toEqual([])
})

test('nothing in the product knows the demo shop', async () => {
  const found: string[] = []
  for (const path of await sources('src')) {
    // oxlint-disable-next-line no-await-in-loop
    if (/estran|test\/demo/i.test(await read(path))) found.push(path)
  }
  expect(found).toEqual([])
})

const TOP_LEVEL = new Set(
  `.ci .gitattributes .gitignore .npmrc .oxfmtrc.json .oxlintrc.json LICENSE README.md migrations package-lock.json
  package.json src static test tsconfig.json wrangler.toml`.split(/\s+/),
)

// What a test needs as a key is short; these are not.
const SECRETS =
  /\b(sk|rk)_live_\w|\b(sk|rk)_test_\w{20}|\bwhsec_\w{20}|-----BEGIN [A-Z ]*PRIVATE KEY/

/** What lies at the top level and is the project's, not this machine's. */
function kept(): string[] {
  const git = existsSync(join(ROOT, '.git'))
  const args = ['ls-files', '--cached', '--others', '--exclude-standard']
  const paths = git ? execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n') : []
  return [...new Set(paths.filter(Boolean).map((path) => path.split('/')[0] ?? ''))]
}

async function sources(...folders: string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders.length > 0 ? folders : ['src', 'test', '.ci']) {
    // oxlint-disable-next-line no-await-in-loop
    for (const name of await readdir(join(ROOT, folder), { recursive: true })) {
      if (/\.(ts|tsx|json|css|toml)$/.test(name) || folder === '.ci') found.push(join(folder, name))
    }
  }
  return found
}
