import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'

/** What a document may add to the Worker that every visitor's page is served from. */
const MOST_BYTES = 25_000

test('drawing a PDF costs the Worker a few kilobytes, and no library', async () => {
  const { metafile } = await build({
    entryPoints: [join(ROOT, 'src/features/documents/read-pdf.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'silent',
  })
  const [made] = Object.values(metafile.outputs)
  const strangers = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))
  expect(strangers).toEqual([])
  expect(made?.bytes).toBeLessThan(MOST_BYTES)
})
