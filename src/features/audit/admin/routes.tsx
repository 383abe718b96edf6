import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { router } from '#platform/http.ts'
import { actors, listActs, PER_PAGE } from '../queries.ts'
import { AuditPage } from './audit-page.tsx'

export const auditRoutes = router().get('/', async (c) => {
  const { db } = c.var.tools
  const { about = '', who = '', before = '' } = c.req.query()
  const asked = { about, who, before }
  const [settings, found, named] = await db.batch([
    allSettings(db),
    listActs(db, asked),
    actors(db),
  ])
  const acts = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? acts.at(-1) : undefined
  const next = last ? `${last.at}-${last.id}` : null
  const page = { asked, acts, next, names: named.map(({ who: name }) => name) }
  return drawDesk(c, openDesk(c, settings), <AuditPage {...page} />)
})
