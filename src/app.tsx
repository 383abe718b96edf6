import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkEnv, type Env } from '#env.ts'
import { stockDesk } from '#features/stock/admin/routes.tsx'
import { collectionDesk, pieceDesk, saleDesk } from '#features/assortment/admin/routes.tsx'
import { auditRoutes } from '#features/audit/admin/routes.tsx'
import { backupDesk } from '#features/backup/admin/routes.tsx'
import { bookDesk } from '#features/books/admin/routes.tsx'
import { ledgerDesk } from '#features/journal/admin/routes.tsx'
import { cartRoutes } from '#features/cart/shop/routes.tsx'
import { productDesk } from '#features/catalogue/admin/routes.tsx'
import { catalogueRoutes, previewRoutes } from '#features/catalogue/shop/routes.tsx'
import { checkoutRoutes } from '#features/checkout/shop/routes.tsx'
import { entryDesk } from '#features/content/admin/routes.tsx'
import { contentRoutes } from '#features/content/shop/routes.tsx'
import { deliveryDesk } from '#features/delivery/admin/routes.tsx'
import { documentDesk, orderDocumentDesk } from '#features/documents/admin/routes.tsx'
import { documentRoutes } from '#features/documents/shop/routes.tsx'
import { forgetStale } from '#features/freshness/forget-stale.ts'
import { customerDesk } from '#features/customers/admin/routes.tsx'
import { peopleDesk } from '#features/people/admin/routes.tsx'
import { feedRoutes, journalFeed } from '#features/feeds/shop/routes.ts'
import { homeDesk } from '#features/home/admin/routes.tsx'
import { homeRoutes } from '#features/home/shop/routes.tsx'
import { pictureDesk } from '#features/images/admin/routes.tsx'
import { imageRoutes } from '#features/images/shop/routes.ts'
import { mailDesk } from '#features/mail/admin/routes.tsx'
import { messageDesk } from '#features/messages/admin/routes.tsx'
import { messageRoutes } from '#features/messages/shop/routes.tsx'
import { refundDesk } from '#features/orders/refund-desk.tsx'
import { lookDesk } from '#features/look/admin/routes.tsx'
import { menuDesk } from '#features/menus/admin/routes.tsx'
import { orderDesk } from '#features/orders/admin/routes.tsx'
import { orderRoutes } from '#features/orders/shop/routes.tsx'
import { paymentsDesk } from '#features/payments/admin/routes.tsx'
import { paymentRoutes, webhookRoutes } from '#features/payments/shop/routes.ts'
import { promotionDesk } from '#features/promotions/admin/routes.tsx'
import { searchRoutes } from '#features/search/shop/routes.tsx'
import { draw, drawNotFound, openSite } from '#features/settings/page.tsx'
import {
  carriersDesk,
  holidayDesk,
  hubDesk,
  identityDesk,
  legalDesk,
  moreDesk,
  workshopDesk,
} from '#features/settings/admin/routes.tsx'
import { drawDeskLost } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { themeRoutes } from '#features/settings/shop/routes.ts'
import { accountRoutes, doorRoutes, staffRoutes } from '#features/staff/admin/routes.tsx'
import { countVisit } from '#features/today/count-visit.ts'
import { todayDesk } from '#features/today/admin/routes.tsx'
import { allow, signedIn } from '#features/staff/guard.ts'
import type { Right } from '#features/staff/rules.ts'
import { taxDesk } from '#features/tax/admin/routes.tsx'
import { cleanAddress } from '#platform/address.ts'
import { type Db, openDb } from '#platform/db.ts'
import { type App, router } from '#platform/http.ts'
import { describe } from '#platform/log.ts'
import { pageCache } from '#platform/page-cache.ts'
import { forVisitor, keptOnlyIfSaid } from '#platform/public.ts'
import { isSameOrigin, isUnsafe, neverKept, securityHeaders } from '#platform/security.ts'
import { makeTools } from '#platform/tools.ts'
import { RefusedPage, TroublePage } from '#ui/trouble-page.tsx'

// In brackets, or each language would end the pattern where it stands: /french, /xen.
const LANGUAGE = '/:lang{(?:fr|en)}'
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

/** What is between the shop and one visitor: cart, checkout, orders. Never cached. */
const counter = router()
  .route('/', cartRoutes)
  .route('/', previewRoutes)
  .route('/', checkoutRoutes)
  .route('/', orderRoutes)
  .route('/', documentRoutes)
  .route('/', messageRoutes)
  .route('/', paymentRoutes)

/** The back office: each part under its address, and the right that it asks for. What is not listed is not there. */
export const DESK: { at: string; right: Right; routes: ReturnType<typeof router> }[] = [
  { at: '/admin', right: 'today', routes: todayDesk },
  { at: '/admin/orders', right: 'orders', routes: orderDesk },
  { at: '/admin/orders', right: 'orders', routes: orderDocumentDesk },
  { at: '/admin/documents', right: 'documents', routes: documentDesk },
  { at: '/admin/refunds', right: 'refunds', routes: refundDesk },
  { at: '/admin/stock', right: 'stock', routes: stockDesk },
  { at: '/admin/products', right: 'products', routes: pieceDesk },
  { at: '/admin/collections', right: 'products', routes: collectionDesk },
  { at: '/admin/sales', right: 'products', routes: saleDesk },
  { at: '/admin/payments', right: 'settings', routes: paymentsDesk },
  { at: '/admin/mail', right: 'mail', routes: mailDesk },
  { at: '/admin/products', right: 'products', routes: productDesk },
  { at: '/admin/pictures', right: 'products', routes: pictureDesk },
  { at: '/admin/messages', right: 'messages', routes: messageDesk },
  { at: '/admin/customers', right: 'customers', routes: customerDesk },
  { at: '/admin/people', right: 'customers', routes: peopleDesk },
  { at: '/admin/promotions', right: 'promotions', routes: promotionDesk },
  { at: '/admin/settings', right: 'account', routes: hubDesk },
  { at: '/admin/more', right: 'account', routes: moreDesk },
  { at: '/admin/identity', right: 'settings', routes: identityDesk },
  { at: '/admin/legal', right: 'settings', routes: legalDesk },
  { at: '/admin/workshop', right: 'settings', routes: workshopDesk },
  { at: '/admin/carriers', right: 'settings', routes: carriersDesk },
  { at: '/admin/delivery', right: 'settings', routes: deliveryDesk },
  { at: '/admin/tax', right: 'settings', routes: taxDesk },
  { at: '/admin/holiday', right: 'settings', routes: holidayDesk },
  { at: '/admin/content', right: 'content', routes: homeDesk },
  { at: '/admin/content', right: 'content', routes: entryDesk },
  { at: '/admin/content/menus', right: 'content', routes: menuDesk },
  { at: '/admin/content/look', right: 'content', routes: lookDesk },
  { at: '/admin/account', right: 'account', routes: accountRoutes },
  { at: '/admin/staff', right: 'staff', routes: staffRoutes },
  { at: '/admin/backup', right: 'settings', routes: backupDesk },
  { at: '/admin/audit', right: 'audit', routes: auditRoutes },
  { at: '/admin/books', right: 'books', routes: bookDesk },
  { at: '/admin/journal', right: 'books', routes: ledgerDesk },
]

/** What is open before anybody has signed in; everything that is mounted after it is behind the guard. */
const desk = router().route('/admin', doorRoutes).use('/admin/*', signedIn)
for (const { at, right, routes } of DESK) desk.use(`${at}/*`, allow(right)).route(at, routes)
desk.all('/admin/*', (c) => c.notFound())

export const gateway = withTools(new Hono<App>())
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
  .on(
    'POST',
    ['/checkout/*', '/stripe/*', '/orders/*', `${LANGUAGE}/checkout/*`],
    async (c, next) => {
      await next()
      c.var.tools.later(forgetNow(c))
    },
  )
  .get('/healthz', (c) => c.text('ok'))
  .route('/', webhookRoutes)
  .route('/', desk)
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
  .notFound(async (c) => {
    const rows = await allSettings(c.var.tools.db)
    return c.get('desk') ? drawDeskLost(c, rows) : drawNotFound(c, openSite(c, rows))
  })

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
      return draw(c, openSite(c, rows), <TroublePage id={id} />, 500)
    })
}

async function drawRefusal(c: Parameters<typeof openSite>[0], status: 403 | 413) {
  const rows = await allSettings(c.var.tools.db)
  return draw(c, openSite(c, rows), <RefusedPage status={status} />, status)
}
