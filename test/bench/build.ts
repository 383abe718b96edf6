import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { runWrangler } from '../dev/wrangler.ts'

export type Built = { shop: string; metered: string; floor: string }

/** Builds the shop as `npm run deploy` builds it, the same with meters in it, and the Worker it is compared with. */
export async function buildWorkers(folder: string): Promise<Built> {
  const shop = await wrangler([], join(folder, 'shop'), 'index.js')
  const entry = join('test', 'bench', 'metered-worker.ts')
  const metered = await wrangler([entry], join(folder, 'metered'), 'metered-worker.js')
  return { shop, metered, floor: await bundleFloor() }
}

async function wrangler(entry: string[], outdir: string, file: string): Promise<string> {
  const args = ['deploy', ...entry, '--dry-run', '--outdir', outdir]
  const { code, output } = await runWrangler(args)
  if (code !== 0) throw new Error(output)
  return join(outdir, file)
}

async function bundleFloor(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'floor-worker.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** The bytes of a built Worker. */
export async function sizeOf(bundle: string): Promise<number> {
  return (await readFile(bundle)).byteLength
}
