import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPlatformProxy, unstable_readConfig } from 'wrangler'
import type { Env } from '#env.ts'
import { openUpToDate } from './demo.ts'
import { localPorts } from './places.ts'
import { Sentence } from './ports.ts'
import { ROOT, runWrangler } from './wrangler.ts'

/** What a command was given: files, and whether it is about the shop at Cloudflare rather than the one on this machine. */
export function given(): { files: string[]; remote: boolean } {
  const words = process.argv.slice(2)
  return {
    files: words.filter((word) => !word.startsWith('--')),
    remote: words.includes('--remote'),
  }
}

/** The database and the pictures of the shop, without its Worker. Close with `dispose`. */
export async function openStore(remote: boolean) {
  if (remote) return openFar()
  return openUpToDate(localPorts().statePath)
}

/** What is read of the shop's own configuration. */
type Names = {
  name?: string | undefined
  r2_buckets: readonly { binding: string; bucket_name?: string }[]
}

/** A configuration of its own: the shop's says nothing of where things are, and its own `npm start` must stay here. */
async function openFar() {
  const { name = 'echoppe', r2_buckets: buckets }: Names = unstable_readConfig({
    config: join(ROOT, 'wrangler.toml'),
  })
  // Renditions are made again from the originals.
  const bucket = buckets.find(({ binding }) => binding === 'PICTURES')
  const { code, output } = await runWrangler(['d1', 'info', 'DB', '--json'])
  const [, id] = /"(?:uuid|database_id)":\s*"([0-9a-f-]{36})"/.exec(output) ?? []
  if (code !== 0 || !id) throw new Sentence(`The database at Cloudflare is not found.\n${output}`)
  const folder = join(ROOT, '.wrangler', 'far')
  const configPath = join(folder, 'wrangler.json')
  await mkdir(folder, { recursive: true })
  const config = {
    name,
    compatibility_date: '2026-10-23',
    d1_databases: [{ binding: 'DB', database_name: 'shop', database_id: id, remote: true }],
    r2_buckets: [
      {
        binding: 'PICTURES',
        // As Cloudflare calls what it made for a binding without a name.
        bucket_name: bucket?.bucket_name ?? `${name}-pictures`,
        remote: true,
      },
    ],
  }
  await writeFile(configPath, JSON.stringify(config))
  const { env, dispose } = await getPlatformProxy<Pick<Env, 'DB' | 'PICTURES'>>({
    configPath,
    persist: false,
  })
  return {
    env,
    async dispose() {
      await dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
