import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'

/**
 * Builds the Worker of a checkout into one file, as deploy does. Its assets must have been built. Where white space
 * stays, a comment names the source of what follows it.
 */
export async function buildWorker(
  root: string,
  outfile: string,
  { minifyWhitespace = true } = {},
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src', 'index.ts')],
    outfile,
    bundle: true,
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace,
    keepNames: true,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'error',
  })
  return metafile
}

export type Weight = { path: string; bytes: number; atStart: boolean }

/**
 * What each source weighs in the bundle, and whether it is evaluated when an isolate starts: what the entry reaches
 * without a dynamic import is. The rest waits in the same file until it is imported.
 */
export function weigh({ inputs, outputs }: Metafile): Weight[] {
  const [output] = Object.values(outputs)
  const reached = new Set<string>()
  const next = [output?.entryPoint ?? '']
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    for (const found of inputs[path]?.imports ?? []) {
      if (found.kind !== 'dynamic-import') next.push(found.path)
    }
  }
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path, { bytesInOutput }]) => ({
      path: nameOf(path),
      bytes: bytesInOutput,
      atStart: reached.has(path),
    }))
}

/** A path in the project, or in the package that it is of. */
export const nameOf = (path: string) => path.replace(/^.*node_modules\//, 'npm ')

export const bytesOf = (weights: Weight[]) => weights.reduce((sum, { bytes }) => sum + bytes, 0)
