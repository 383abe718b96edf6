import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { router } from '#platform/http.ts'
import { latestActs } from '../queries.ts'
import { AuditPage } from './audit-page.tsx'

const LINES = 100

export const auditRoutes = router().get('/', async (c) => {
  const { db } = c.var.tools
  const [settings, acts] = await db.batch([allSettings(db), latestActs(db, LINES)])
  return drawDesk(c, openDesk(c, settings), <AuditPage acts={acts} />)
})
