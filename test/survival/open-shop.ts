import { dirname, join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { Miniflare, type MiniflareOptions } from 'miniflare'
import { buildWorker } from '../dev/bundle.ts'
import { ROOT } from '../dev/wrangler.ts'

export type ShopPlace = {
  /** The built Worker. */
  bundle: string
  /** Where database, pictures and carts stay when everything is killed. */
  statePath: string
  port: number
  vars: Record<string, string>
}

type WorkerOptions = MiniflareOptions['workers'][number]

const COMPATIBILITY_DATE = '2026-10-23'
export const WORKER = 'echoppe'

/** Builds the Worker of a checkout into one file, and says where. */
export async function bundleWorker(root: string, outfile: string): Promise<string> {
  await buildWorker(root, outfile)
  return outfile
}

/** Runs one or several Workers of the shop in workerd, over one state on this disk. */
export function openMiniflare(
  place: Pick<ShopPlace, 'statePath' | 'port'>,
  workers: WorkerOptions[],
): Miniflare {
  return new Miniflare({
    host: '127.0.0.1',
    port: place.port,
    resourcePersistencePath: place.statePath,
    logRequests: false,
    handleStructuredLogs: ({ level, message }) => {
      if (level === 'error' || /"event":"(bug|job failed)"/.test(message)) {
        process.stderr.write(`${message}\n`)
      }
    },
    workers,
  })
}

/**
 * Where two deployments beside each other are not the same. `files`: whether the platform's router stands before the
 * Worker and answers for the files of static/ itself.
 */
type Differences = { name?: string; cartsOf?: string; root?: string; files?: boolean }

/** What wrangler.toml says of the Worker, for miniflare. Carts live with the Worker `cartsOf`. */
export async function workerOptions(
  { bundle, vars }: Pick<ShopPlace, 'bundle' | 'vars'>,
  { name = WORKER, cartsOf = name, root = ROOT, files = true }: Differences = {},
): Promise<WorkerOptions> {
  const texts = Object.entries(vars).map(([key, value]) => [key, { type: 'text', value }] as const)
  return {
    config: {
      name,
      compatibilityDate: COMPATIBILITY_DATE,
      manifest: {
        mainModule: 'index.js',
        modulesRoot: dirname(bundle),
        modules: { 'index.js': { type: 'esm', contents: await readFile(bundle, 'utf8') } },
      },
      env: {
        ...Object.fromEntries(texts),
        DB: { type: 'd1', id: 'DB' },
        PICTURES: { type: 'r2', name: 'PICTURES' },
        RENDITIONS: { type: 'r2', name: 'RENDITIONS' },
        IMAGES: { type: 'images' },
        ...(files && { ASSETS: { type: 'assets' } as const }),
        CART: { type: 'durable-object', worker: cartsOf, exportName: 'Cart' },
      },
      exports: { Cart: { type: 'durable-object', storage: 'sqlite' } },
      ...(files && { assets: { directory: join(root, 'static'), hasUserWorker: true } }),
    },
    dev: { rootPath: root, unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
  }
}

/** A Worker that does nothing, with the database of the shop. */
export function databaseOnly(): WorkerOptions {
  return databaseWorker(WORKER, 'export default { fetch: () => new Response() }')
}

/** A Worker of another code, with the database of the shop. */
export function databaseWorker(name: string, contents: string): WorkerOptions {
  return {
    config: {
      name,
      compatibilityDate: COMPATIBILITY_DATE,
      manifest: {
        mainModule: 'index.js',
        modulesRoot: ROOT,
        modules: { 'index.js': { type: 'esm', contents } },
      },
      env: { DB: { type: 'd1', id: 'DB' } },
    },
    dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
  }
}
