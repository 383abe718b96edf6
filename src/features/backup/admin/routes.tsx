import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { actsOn } from '#features/audit/queries.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { localTime } from '#lib/dates.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { describe } from '#platform/log.ts'
import { readPart } from '../form.ts'
import { picturesOf } from '../list-pictures.ts'
import { makeArchive } from '../make-archive.ts'
import { shopCounts } from '../queries.ts'
import { BACKUP, partsFor, WHOLE } from '../rules.ts'
import { BackupPage } from './backup-page.tsx'

export const backupDesk = router()
  .get('/', (c) => drawBackup(c))
  .post('/archive', async (c) => {
    const fields = await fieldsOf(c)
    const part = readPart(fields)
    if (!part) return drawBackup(c, true)
    const { tools } = c.var
    const { readable, done } = makeArchive(tools, actorOf(c), part)
    tools.later(done.catch((error) => tools.log('backup failed', { error: describe(error) })))
    const { day } = localTime(tools.now, 'UTC')
    const nth = /^\d{1,3}$/.test(fields['nth'] ?? '') ? `-${fields['nth']}` : ''
    const name = part.rows ? `echoppe-${day}.tar` : `echoppe-${day}-pictures${nth}.tar`
    return c.body(readable, 200, {
      'content-type': 'application/x-tar',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

async function drawBackup(c: Context<App>, isWrong = false) {
  const { db, env } = c.var.tools
  const [settings, [last], [counts]] = await db.batch([
    allSettings(db),
    actsOn(db, BACKUP, 1),
    shopCounts(db),
  ])
  const keys: string[] = []
  let bytes = 0
  for await (const { key, size } of picturesOf(env.PICTURES, WHOLE)) {
    keys.push(key)
    bytes += size
  }
  const page = (
    <BackupPage
      lastAt={last?.at ?? null}
      counts={counts ?? { products: 0, orders: 0, customers: 0 }}
      pictures={{ count: keys.length, bytes }}
      parts={partsFor(keys)}
      isWrong={isWrong}
    />
  )
  return drawDesk(c, openDesk(c, settings), page, isWrong ? 422 : 200)
}
