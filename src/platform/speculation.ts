import { createMiddleware } from 'hono/factory'
import type { App } from './http.ts'

/**
 * Names the rules by which a browser may draw the next public page before it is opened: when a pointer rests on its
 * link, or a finger touches it. It is said by the gateway, to each visitor, so that kept pages are the same for all:
 * nothing with Save-Data, and another file to phones, where Chromium's `moderate` means every link in sight.
 */
export const offerNextPages = createMiddleware<App>(async (c, next) => {
  await next()
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html')
  if (!isPage || c.req.path.startsWith('/admin') || c.req.header('save-data') === 'on') return
  const pointer = c.req.header('sec-ch-ua-mobile') === '?1' ? 'touch' : 'hover'
  c.res.headers.set('speculation-rules', `"/speculation/${pointer}.json"`)
})
