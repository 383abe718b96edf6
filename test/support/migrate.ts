import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { empty } from './empty.ts'

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
// What the test file before has written: files share a Worker, which starts once and not ninety times.
await empty()
