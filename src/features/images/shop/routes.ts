import { router } from '#platform/http.ts'
import { readImage } from '../read-image.ts'
import { FORMATS, renditionFrom } from '../rules.ts'

/** Pictures, the same for every language: an address holds the hash of what it shows, so it never changes. */
export const imageRoutes = router().get('/images/:hash{[0-9a-f]{24}}/:rendition', async (c) => {
  const rendition = renditionFrom(c.req.param('rendition'))
  const body =
    rendition && (await readImage(c.env, c.req.param('hash'), rendition.width, rendition.format))
  if (!rendition || !body) return c.text('Not found', 404)
  return c.body(body, 200, {
    'content-type': FORMATS[rendition.format].type,
    'cache-control': 'public, max-age=31536000, immutable',
  })
})
