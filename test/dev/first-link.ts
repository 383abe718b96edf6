import { CONSOLE, invite } from '#features/staff/invite.ts'
import { staffCount } from '#features/staff/queries.ts'
import { openDb } from '#platform/db.ts'
import { openState } from './demo.ts'

/** A link that makes somebody an owner of the local shop; null when it has one, unless `always`. */
export async function firstLink(statePath: string, url: string, always = false) {
  const { env, dispose } = await openState(statePath)
  try {
    const db = openDb(env.DB)
    const [staff] = await staffCount(db)
    if (staff?.count && !always) return null
    const token = await invite({ db, now: Date.now() }, CONSOLE, 'owner')
    return `${url}/admin/set-up/${token}`
  } finally {
    await dispose()
  }
}
