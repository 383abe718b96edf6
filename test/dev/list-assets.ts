import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ROOT } from './wrangler.ts'

type Built = { outputs: Record<string, { entryPoint?: string }> }

// Of all that esbuild tells of the styles and islands, the shop asks for the address of each: `asset` in src/ui.
const { outputs }: Built = JSON.parse(await readFile(join(ROOT, '.wrangler/assets.json'), 'utf8'))
const addresses = Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
  entryPoint ? [[basename(entryPoint), file.replace(/^static/, '')]] : [],
)
await writeFile(join(ROOT, 'src/ui/built.json'), JSON.stringify(Object.fromEntries(addresses)))
