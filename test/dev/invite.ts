import { INVITATION_MS } from '#features/staff/rules.ts'
import { newId, newToken, sha256 } from '#platform/ids.ts'
import { firstLink } from './first-link.ts'
import { localPorts } from './places.ts'
import { runWrangler } from './wrangler.ts'

const remote = process.argv.includes('--remote')

try {
  const link = remote ? await remoteLink() : await localLink()
  process.stdout.write(`\n  ${link}\n\n  Makes whoever opens it an owner: one use, seven days.\n\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function localLink(): Promise<string> {
  const { port, statePath } = localPorts()
  const link = await firstLink(statePath, `http://localhost:${port}`, true)
  if (!link) throw new Error('There is no local shop yet: npm start makes one.')
  return link
}

/** Only the hash goes to the database; the token is on this screen and nowhere else. */
async function remoteLink(): Promise<string> {
  const { SHOP_URL = '' } = process.env
  if (!/^https:\/\/[^/]+$/.test(SHOP_URL)) {
    throw new Error('Say which shop: SHOP_URL=https://shop.example.com npm run invite -- --remote')
  }
  const token = newToken()
  const hash = await sha256(token)
  const now = Date.now()
  const sql = `insert into invitation (hash, role, created_by, expires_at)
    values ('${hash}', 'owner', 'console', ${now + INVITATION_MS});
    insert into audit (id, at, staff_id, who, act, subject, facts)
    values ('${newId('aud')}', ${now}, null, 'console', 'staff.invited', '${hash.slice(0, 12)}', '{"role":"owner"}')`
  const args = ['d1', 'execute', 'DB', '--remote', '--yes', '--command', sql]
  const { code, output } = await runWrangler(args)
  if (code !== 0) throw new Error(output)
  return `${SHOP_URL}/admin/set-up/${token}`
}
