import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'

/** Files of each kind: what they may import values from, and what they may not. */
const FILES: Record<string, { may: string[]; mayNot: string[] }> = {
  'src/lib/x.ts': {
    may: ['./money.ts', '#lib/text.ts', 'micromark'],
    mayNot: ['hono', '#platform/db.ts', '#features/cart/rules.ts', 'drizzle-orm', '../env.ts'],
  },
  'src/platform/x.ts': {
    may: ['#lib/text.ts', 'drizzle-orm', 'hono'],
    mayNot: ['#features/cart/rules.ts', '#ui/site.tsx', '#islands/shop.tsx'],
  },
  'src/ui/x.tsx': {
    may: ['#lib/text.ts', 'hono/jsx', './site.tsx'],
    mayNot: ['#features/cart/rules.ts', '#platform/db.ts', 'drizzle-orm', 'stripe'],
  },
  'src/islands/x.tsx': {
    may: ['jsx-dom/min', '#lib/text.ts', '#features/cart/rules.ts', './y.tsx'],
    mayNot: ['hono/jsx', '#platform/db.ts', '#features/cart/queries.ts', '#ui/site.tsx'],
  },
  'src/features/x/table.ts': {
    may: ['drizzle-orm/sqlite-core', '#platform/columns.ts', '#features/cart/table.ts'],
    mayNot: ['#platform/db.ts', './rules.ts', '#lib/text.ts', 'hono'],
  },
  'src/features/x/rules.ts': {
    may: ['#lib/text.ts', '#features/cart/rules.ts', 'valibot'],
    mayNot: ['./table.ts', './queries.ts', 'drizzle-orm', '#platform/ids.ts', 'hono', 'stripe'],
  },
  'src/features/x/form.ts': {
    may: ['#lib/text.ts', './rules.ts', 'valibot'],
    mayNot: ['./queries.ts', 'drizzle-orm', '#platform/ids.ts'],
  },
  'src/features/x/words.ts': {
    may: ['#lib/i18n.ts'],
    mayNot: ['#platform/ids.ts', '#ui/site.tsx', 'hono'],
  },
  'src/features/x/queries.ts': {
    may: ['drizzle-orm', './table.ts', '#features/cart/table.ts', '#features/cart/queries.ts'],
    mayNot: ['hono', 'stripe', '#ui/site.tsx', './place-order.ts', '#platform/stripe.ts'],
  },
  'src/features/x/place-order.ts': {
    may: ['./queries.ts', './table.ts', '#platform/ids.ts', '#features/cart/price-cart.ts'],
    mayNot: ['hono', 'hono/jsx', '#ui/site.tsx', './shop/routes.tsx', '#features/y/guard.ts'],
  },
  'src/features/x/shop/order-page.tsx': {
    may: ['../rules.ts', '../words.ts', '#ui/site.tsx', '#features/cart/shop/line.tsx'],
    mayNot: ['../queries.ts', '../table.ts', 'drizzle-orm', '#platform/db.ts', './routes.tsx'],
  },
  'src/features/x/shop/routes.tsx': {
    may: ['../queries.ts', '../place-order.ts', '#platform/http.ts', './order-page.tsx'],
    mayNot: ['../table.ts', 'drizzle-orm', 'stripe', '#features/cart/shop/routes.tsx'],
  },
  'src/features/x/mail/sent.tsx': {
    may: ['../rules.ts', '#ui/site.tsx'],
    mayNot: ['../queries.ts', 'drizzle-orm', '#platform/db.ts'],
  },
}

test('values flow down only: the linter refuses every import that goes up', async () => {
  const files = Object.entries(FILES)
  const refused = await lint(
    Object.fromEntries(files.map(([path, { may, mayNot }]) => [path, importing(may, mayNot)])),
    'no-restricted-imports',
  )
  for (const [path, { may, mayNot }] of files) {
    const lines = refused.filter((found) => found.path === path).map(({ line }) => line)
    const names = lines.map((line) => [...may, ...mayNot][line - 1] ?? '')
    expect(names.toSorted(), path).toEqual(mayNot.toSorted())
  }
})

test('types may come from anywhere', async () => {
  const source = "import type { Env } from '#env.ts'\nexport type Mine = Env\n"
  expect(await lint({ 'src/features/x/rules.ts': source }, 'no-restricted-imports')).toEqual([])
})

test('a rule asks neither the clock, nor chance, nor the network', async () => {
  const source = 'export const wrong = [Date.now(), Math.random(), fetch, crypto]\n'
  const files = { 'src/features/x/rules.ts': source }
  expect(await lint(files, 'no-restricted-properties')).toHaveLength(2)
  expect(await lint(files, 'no-restricted-globals')).toHaveLength(2)
})

function importing(may: string[], mayNot: string[]): string {
  return [...may, ...mayNot].map((name, i) => `import { a${i} } from '${name}'`).join('\n')
}

type Found = { path: string; line: number }

/** What one rule of the linter says of some files, laid out as in the project. */
async function lint(files: Record<string, string>, rule: string): Promise<Found[]> {
  const folder = await mkdtemp(join(tmpdir(), 'echoppe-lint-'))
  try {
    const config = JSON.parse(await readFile(join(ROOT, '.oxlintrc.json'), 'utf8'))
    const plain = { ...config, options: {} }
    await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify(plain))
    for (const [path, source] of Object.entries(files)) {
      // oxlint-disable-next-line no-await-in-loop
      await mkdir(dirname(join(folder, path)), { recursive: true })
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(join(folder, path), source)
    }
    return (await report(folder)).filter((found) => found.rule === `eslint(${rule})`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function report(folder: string): Promise<(Found & { rule: string })[]> {
  const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const stdout = await promisify(execFile)(
    process.execPath,
    [oxlint, '-c', '.oxlintrc.json', '-f', 'json', 'src'],
    { cwd: folder },
  ).then(
    (ran) => ran.stdout,
    // It found something: that is a failure to a shell.
    (error: { stdout: string }) => error.stdout,
  )
  const { diagnostics }: Report = JSON.parse(stdout)
  return diagnostics.map(({ filename, code, labels }) => ({
    path: filename,
    rule: code,
    line: labels[0]?.span.line ?? 0,
  }))
}

type Report = {
  diagnostics: { filename: string; code: string; labels: { span: { line: number } }[] }[]
}
