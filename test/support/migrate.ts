import { applyD1Migrations } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
// What the Worker reads on its first use is read before any request: here that asks the test runner, and of two requests
// that wait for one reading the second may wait for ever.
// oxlint-disable no-unassigned-import
import '#desk.tsx'
import '#jobs.ts'
import '#till.ts'
// oxlint-enable no-unassigned-import
import { empty } from './empty.ts'

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
// What the test file before has written: files share a Worker, which starts once and not ninety times.
await empty()
await exports.Pages.forget(null)
// Tests do in a minute what a shop does in a week: the purges that a minute may have are not counted. What counts them
// (test/freshness) takes this away.
await env.DB.exec(
  `create trigger if not exists purges_are_free after insert on purge begin delete from purge where id <> new.id; end`,
)
