import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkEnv } from '#env.ts'
import { cartRoutes } from '#features/cart/shop/routes.tsx'
import { catalogueRoutes } from '#features/catalogue/shop/routes.tsx'
import { checkoutRoutes } from '#features/checkout/shop/routes.tsx'
import { contentRoutes } from '#features/content/shop/routes.tsx'
import { feedRoutes, journalFeed } from '#features/feeds/shop/routes.ts'
import { imageRoutes } from '#features/images/shop/routes.ts'
import { orderRoutes } from '#features/orders/shop/routes.tsx'
import { paymentRoutes, webhookRoutes } from '#features/payments/shop/routes.ts'
import { searchRoutes } from '#features/search/shop/routes.tsx'
import { draw, drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { themeRoutes } from '#features/settings/shop/routes.ts'
import { cleanAddress } from '#platform/address.ts'
import { type App, router } from '#platform/http.ts'
import { describe } from '#platform/log.ts'
import { isSameOrigin, isUnsafe, securityHeaders } from '#platform/security.ts'
import { makeTools } from '#platform/tools.ts'
import { RefusedPage, TroublePage } from '#ui/trouble-page.tsx'

const LANGUAGE = '/:lang{fr|en}'
const MAX_BODY_BYTES = 512 * 1024

/** Public pages: the same bytes for everybody. They see an address and nothing else of the visitor. */
const shopWindow = router()
  .route('/', contentRoutes)
  .route('/', catalogueRoutes)
  .route('/', searchRoutes)
  .route('/', journalFeed)

export const pages = withTools(new Hono<App>())
  .route('/', imageRoutes)
  .route('/', feedRoutes)
  .route('/', themeRoutes)
  .route('/', shopWindow)
  .route(LANGUAGE, shopWindow)
  .notFound(async (c) => drawNotFound(c, openSite(c, await allSettings(c.var.tools.db))))

/** What is between the shop and one visitor: cart, checkout, orders. Never cached. */
const counter = router()
  .route('/', cartRoutes)
  .route('/', checkoutRoutes)
  .route('/', orderRoutes)
  .route('/', paymentRoutes)

export const gateway = withTools(new Hono<App>())
  .use(securityHeaders)
  .use(async (c, next) => {
    checkEnv(c.env)
    const exempt = c.req.path === '/stripe/webhook'
    if (isUnsafe(c.req.method) && !exempt && !isSameOrigin(c.req.raw, c.env.SHOP_URL)) {
      return drawRefusal(c, 403)
    }
    return next()
  })
  .use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => drawRefusal(c, 413) }))
  .get('/healthz', (c) => c.text('ok'))
  .route('/', webhookRoutes)
  .route('/', counter)
  .route(LANGUAGE, counter)
  .get('*', (c) => {
    // A redirect is for the browser to follow.
    const request = new Request(cleanAddress(c.req.url), { redirect: 'manual' })
    return c.executionCtx.exports.Pages.fetch(request)
  })
  .notFound(async (c) => drawNotFound(c, openSite(c, await allSettings(c.var.tools.db))))

/** Every request gets its tools, and a bug gets a log line with an id that the page shows. */
function withTools(app: Hono<App>): Hono<App> {
  return app
    .use(async (c, next) => {
      c.set(
        'tools',
        makeTools(c.env, (work) => c.executionCtx.waitUntil(work)),
      )
      await next()
    })
    .onError(async (error, c) => {
      const { id } = c.var.tools
      c.var.tools.log('bug', { path: c.req.path, error: describe(error) })
      const rows = await allSettings(c.var.tools.db).catch(() => [])
      return draw(c, openSite(c, rows), <TroublePage id={id} />, 500)
    })
}

async function drawRefusal(c: Parameters<typeof openSite>[0], status: 403 | 413) {
  const rows = await allSettings(c.var.tools.db)
  return draw(c, openSite(c, rows), <RefusedPage status={status} />, status)
}
