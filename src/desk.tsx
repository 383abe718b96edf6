import { stockDesk } from '#features/stock/admin/routes.tsx'
import { collectionDesk, pieceDesk, saleDesk } from '#features/assortment/admin/routes.tsx'
import { auditRoutes } from '#features/audit/admin/routes.tsx'
import { backupDesk } from '#features/backup/admin/routes.tsx'
import { bookDesk } from '#features/books/admin/routes.tsx'
import { ledgerDesk } from '#features/journal/admin/routes.tsx'
import { productDesk } from '#features/catalogue/admin/routes.tsx'
import { entryDesk } from '#features/content/admin/routes.tsx'
import { deliveryDesk } from '#features/delivery/admin/routes.tsx'
import { documentDesk, orderDocumentDesk } from '#features/documents/admin/routes.tsx'
import { customerDesk } from '#features/customers/admin/routes.tsx'
import { peopleDesk } from '#features/people/admin/routes.tsx'
import { homeDesk } from '#features/home/admin/routes.tsx'
import { pictureDesk } from '#features/images/admin/routes.tsx'
import { mailDesk } from '#features/mail/admin/routes.tsx'
import { messageDesk } from '#features/messages/admin/routes.tsx'
import { refundDesk } from '#features/orders/refund-desk.tsx'
import { lookDesk } from '#features/look/admin/routes.tsx'
import { menuDesk } from '#features/menus/admin/routes.tsx'
import { orderDesk } from '#features/orders/admin/routes.tsx'
import { paymentsDesk } from '#features/payments/admin/routes.tsx'
import { promotionDesk } from '#features/promotions/admin/routes.tsx'
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
import { accountRoutes, doorRoutes, staffRoutes } from '#features/staff/admin/routes.tsx'
import { todayDesk } from '#features/today/admin/routes.tsx'
import { allow, signedIn } from '#features/staff/guard.ts'
import type { Right } from '#features/staff/rules.ts'
import { taxDesk } from '#features/tax/admin/routes.tsx'
import { drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import type { router } from '#platform/http.ts'
import { openPart } from '#platform/part.ts'

/** Each place under its address, and the right that it asks for. What is not listed is not there. */
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

/** The back office: what is open before anybody has signed in, then everything that is behind the guard. */
export const desk = openPart()
  .notFound(async (c) => {
    const rows = await allSettings(c.var.tools.db)
    return c.get('desk') ? drawDeskLost(c, rows) : drawNotFound(c, openSite(c, rows))
  })
  .route('/admin', doorRoutes)
  .use('/admin/*', signedIn)
for (const { at, right, routes } of DESK) desk.use(`${at}/*`, allow(right)).route(at, routes)
