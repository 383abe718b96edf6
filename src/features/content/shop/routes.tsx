import { allSettings } from '#features/settings/queries.ts'
import { draw, openSite } from '#features/settings/page.tsx'
import { router } from '#platform/http.ts'
import { HomePage } from './home-page.tsx'

export const contentRoutes = router().get('/', async (c) => {
  const { db } = c.var.tools
  const [settings] = await db.batch([allSettings(db)])
  return draw(c, openSite(c, settings), <HomePage />)
})
