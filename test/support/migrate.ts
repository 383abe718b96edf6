import { applyD1Migrations } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { openStripe } from '#platform/stripe.ts'
import { empty } from './empty.ts'

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
// What the test file before has written: files share a Worker, which starts once and not ninety times.
await empty()
await exports.Pages.forget(null)
// What is read on its first use is read now: the test runner reads them for one request, and of two that ask at
// once the second would wait for ever.
for (const part of ['/admin', '/checkout']) await exports.default.fetch(env.SHOP_URL + part)
await openStripe(env)
// Tests do in a minute what a shop does in a week: the purges that a minute may have are not counted. What counts them
// (test/freshness) takes this away.
await env.DB.exec(
  `create trigger if not exists purges_are_free after insert on purge begin delete from purge where id <> new.id; end`,
)
