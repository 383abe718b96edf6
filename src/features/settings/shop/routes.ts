import { router } from '#platform/http.ts'
import { FOR_EVER } from '#platform/public.ts'
import { asset } from '#ui/assets.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { allSettings, readSettings } from '../queries.ts'

/** The style sheet of a shop with a look of its own: the built one, and the maker's variables after it. */
export const themeRoutes = router().get('/theme/:version{[a-z0-9]+\\.css}', async (c) => {
  const { theme } = readSettings(await allSettings(c.var.tools.db))
  const isNow = c.req.path === stylesheet(theme)
  const built = await c.env.ASSETS.fetch(new URL(asset('shop.css'), c.req.url))
  const own = Object.entries(theme).map(([name, value]) => `${name}:${value}`)
  return c.body(`${await built.text()}:root{${own.join(';')}}`, 200, {
    'content-type': 'text/css; charset=utf-8',
    // Under the address of another look it is right for now, and for nobody to keep.
    'cache-control': isNow ? FOR_EVER : 'private, no-store',
  })
})
