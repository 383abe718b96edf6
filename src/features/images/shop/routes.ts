import { router } from '#platform/http.ts'
import { FOR_EVER } from '#platform/public.ts'
import { readImage } from '../read-image.ts'
import { FORMATS, renditionFrom } from '../rules.ts'

/** Pictures, the same for every language: an address holds the hash of what it shows, so it never changes. */
export const imageRoutes = router().get('/images/:hash{[0-9a-f]{24}}/:rendition', async (c) => {
  const rendition = renditionFrom(c.req.param('rendition'))
  const image = rendition && (await readImage(c.var.tools, c.req.param('hash'), rendition))
  if (!rendition || !image) return c.text('Not found', 404)
  return c.body(image.body, 200, {
    'content-type': FORMATS[rendition.format].type,
    'cache-control': FOR_EVER,
    etag: image.etag,
  })
})
