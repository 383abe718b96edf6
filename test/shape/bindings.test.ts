import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'
import { ROOT } from '../dev/wrangler.ts'

/** What these tests read of a configuration. */
type Config = {
  name?: string | undefined
  images?: { binding: string } | undefined
  assets?: { binding?: string } | undefined
  d1_databases: { binding: string; database_id?: string }[]
  r2_buckets: { binding: string; bucket_name?: string }[]
  durable_objects: { bindings: { name: string; class_name: string }[] }
  send_email: { name: string }[]
  triggers: { crons?: string[] | undefined }
}

const config: Config = readConfig({ config: join(ROOT, 'wrangler.toml') })

test('env.ts and wrangler.toml name the same bindings', async () => {
  const source = await readFile(join(ROOT, 'src/env.ts'), 'utf8')
  const [, body = ''] = /interface Env \{([\s\S]*?)\n\}/.exec(source) ?? []
  const members = [...body.matchAll(/^ {2}([A-Z_]+)(\??): (.+)$/gm)]
  const bound = members.filter(([, , optional, type]) => !optional && type !== 'string')
  expect(bound.map(([, name = '']) => name).toSorted()).toEqual(bindings().toSorted())
})

test('the clock runs the jobs of every cron that wrangler.toml names, and no other', async () => {
  const source = await readFile(join(ROOT, 'src/jobs.ts'), 'utf8')
  const jobs = [...source.matchAll(/^ {2}'([^']+)':/gm)].map(([, cron = '']) => cron)
  expect(jobs.toSorted()).toEqual(config.triggers.crons?.toSorted())
})

test('the state that the demo is loaded through is that of the shop', () => {
  const state: Config = readConfig({ config: join(ROOT, 'test/dev/state.toml') })
  const places = ({ name, d1_databases, r2_buckets, images }: Config) => ({
    name,
    images,
    databases: d1_databases.map(({ binding, database_id }) => [binding, database_id]),
    buckets: r2_buckets.map(({ binding, bucket_name }) => [binding, bucket_name]),
  })
  expect(places(state)).toEqual(places(config))
})

test('the Worker exports every class and entrypoint that wrangler.toml names', async () => {
  const source = await readFile(join(ROOT, 'src/index.ts'), 'utf8')
  for (const { class_name: name } of config.durable_objects.bindings) {
    expect(source).toMatch(new RegExp(`export (class|\\{) ${name}\\b`))
  }
  expect(source).toContain('export class Pages')
})

function bindings(): string[] {
  return [
    ...config.d1_databases.map(({ binding }) => binding),
    ...config.r2_buckets.map(({ binding }) => binding),
    ...config.durable_objects.bindings.map(({ name }) => name),
    ...config.send_email.map(({ name }) => name),
    config.images?.binding,
    config.assets?.binding,
  ].filter((name) => name !== undefined)
}
