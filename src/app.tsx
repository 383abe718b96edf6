import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkEnv, type Env } from '#env.ts'
import { cartRoutes } from '#features/cart/shop/routes.tsx'
import { catalogueRoutes, previewRoutes } from '#features/catalogue/shop/routes.tsx'
import { contentRoutes } from '#features/content/shop/routes.tsx'
import { forgetStale } from '#features/freshness/forget-stale.ts'
import { feedRoutes, journalFeed } from '#features/feeds/shop/routes.ts'
import { homeRoutes } from '#features/home/shop/routes.tsx'
import { imageRoutes } from '#features/images/shop/routes.ts'
import { searchRoutes } from '#features/search/shop/routes.tsx'
import { draw, drawHere, drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { themeRoutes } from '#features/settings/shop/routes.ts'
import { countVisit } from '#features/today/count-visit.ts'
import { cleanAddress } from '#platform/address.ts'
import { type Db, openDb } from '#platform/db.ts'
import { type App, LANGUAGE, router } from '#platform/http.ts'
import { describe } from '#platform/log.ts'
import { pageCache } from '#platform/page-cache.ts'
import { onFirstUse } from '#platform/part.ts'
import { forVisitor, keptOnlyIfSaid } from '#platform/public.ts'
import { isSameOrigin, isUnsafe, neverKept, securityHeaders } from '#platform/security.ts'
import { offerNextPages } from '#platform/speculation.ts'
import { makeTools } from '#platform/tools.ts'
import { RefusedPage, TroublePage } from '#ui/trouble-page.tsx'

/** Where the till answers. Like the back office it is read on its first use: who looks around waits for neither. */
const TILL = ['checkout', 'orders', 'downloads', 'messages', 'stripe'].flatMap((place) => [
  `/${place}/*`,
  `${LANGUAGE}/${place}/*`,
])
const MAX_BODY_BYTES = 512 * 1024
/** Where pictures are sent: the heaviest one, and its form around it. */
const MAX_PICTURE_BODY_BYTES = 10.5 * 1024 * 1024
/** Where the files of digital pieces are sent. */
const MAX_FILE_BODY_BYTES = 20.5 * 1024 * 1024

/** Public pages: the same bytes for everybody. They see an address and nothing else of the visitor. */
const shopWindow = router()
  .route('/', homeRoutes)
  .route('/', contentRoutes)
  .route('/', catalogueRoutes)
  .route('/', searchRoutes)
  .route('/', journalFeed)

export const pages = withTools(new Hono<App>(), nearest)
  .use(keptOnlyIfSaid)
  .route('/', imageRoutes)
  .route('/', feedRoutes)
  .route('/', themeRoutes)
  .route('/', shopWindow)
  .route(LANGUAGE, shopWindow)
  .get(`${LANGUAGE}/`, (c) => c.redirect(c.req.path.slice(0, -1), 301))
  .notFound(async (c) => drawNotFound(c, openSite(c, await allSettings(c.var.tools.db))))

/** What the shop shows one visitor only. Never cached. */
const counter = router().route('/', cartRoutes).route('/', previewRoutes)

export const gateway = withTools(new Hono<App>())
  .use(offerNextPages)
  .use(securityHeaders)
  .use('/admin/*', neverKept)
  .use(async (c, next) => {
    checkEnv(c.env)
    const exempt = c.req.path === '/stripe/webhook'
    if (!isUnsafe(c.req.method)) return next()
    if (!exempt && !isSameOrigin(c.req.raw, c.env.SHOP_URL)) return drawRefusal(c, 403)
    const heavy = /^\/admin\/pictures(\/|$)/.test(c.req.path)
    const file = /^\/admin\/products\/\w+\/file$/.test(c.req.path)
    const maxSize = file ? MAX_FILE_BODY_BYTES : heavy ? MAX_PICTURE_BODY_BYTES : MAX_BODY_BYTES
    return bodyLimit({ maxSize, onError: (c) => drawRefusal(c, 413) })(c, next)
  })
  .use(async (c, next) => {
    await next()
    countVisit(c.var.tools, c.req.raw, c.res.status)
  })
  .use('/admin/*', async (c, next) => {
    await next()
    // The maker's next look at the shop shows what was saved.
    if (isUnsafe(c.req.method)) await forgetNow(c)
  })
  .on('POST', TILL, async (c, next) => {
    await next()
    if (c.res.status < 400) c.var.tools.later(forgetNow(c))
  })
  .get('/healthz', (c) => c.text('ok'))
  .all(
    '/admin/*',
    onFirstUse(async () => (await import('#desk.tsx')).desk),
  )
  .on(
    'ALL',
    TILL,
    onFirstUse(async () => (await import('#till.ts')).till),
  )
  .route('/', counter)
  .route(LANGUAGE, counter)
  .get('*', async (c) => {
    const address = cleanAddress(c.req.url, c.env.SHOP_URL)
    const answer = await pageCache.answer({
      address,
      // A redirect is for the browser to follow.
      make: () => c.executionCtx.exports.Pages.fetch(new Request(address, { redirect: 'manual' })),
      later: c.var.tools.later,
    })
    return forVisitor(c.req.raw, answer)
  })
  .notFound(async (c) => drawNotFound(c, openSite(c, await allSettings(c.var.tools.db))))

/** Makes caches forget what this request has changed. */
function forgetNow(c: Context<App>): Promise<void> {
  return forgetStale(c.var.tools, (tags) => c.executionCtx.exports.Pages.forget(tags), 'atOnce')
}

/** The copy of the database that is nearest to whoever asks: public pages may be a moment behind. */
function nearest({ DB }: Env): Db {
  return openDb(DB.withSession('first-unconstrained'))
}

/** Every request gets its tools, and a bug gets a log line with an id that the page shows. */
function withTools(app: Hono<App>, read?: (env: Env) => Db): Hono<App> {
  return app
    .use(async (c, next) => {
      const later = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
      c.set('tools', makeTools(c.env, later, read ? { db: read(c.env) } : {}))
      await next()
    })
    .onError(async (error, c) => {
      const { id } = c.var.tools
      c.var.tools.log('bug', { path: c.req.path, error: describe(error) })
      const rows = await allSettings(c.var.tools.db).catch(() => [])
      return drawHere(c, openSite(c, rows), <TroublePage id={id} />, 500)
    })
}

async function drawRefusal(c: Parameters<typeof openSite>[0], status: 403 | 413) {
  const rows = await allSettings(c.var.tools.db)
  return draw(c, openSite(c, rows), <RefusedPage status={status} />, status)
}
