import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { router } from '#platform/http.ts'
import { MorePage } from '#ui/admin-frame.tsx'
import { HubPage } from './hub-page.tsx'

export const hubDesk = router().get('/', async (c) =>
  drawDesk(c, openDesk(c, await allSettings(c.var.tools.db)), <HubPage />),
)

export const moreDesk = router().get('/', async (c) =>
  drawDesk(c, openDesk(c, await allSettings(c.var.tools.db)), <MorePage />),
)
