import { checkoutRoutes } from '#features/checkout/shop/routes.tsx'
import { documentRoutes } from '#features/documents/shop/routes.tsx'
import { messageRoutes } from '#features/messages/shop/routes.tsx'
import { orderRoutes } from '#features/orders/shop/routes.tsx'
import { paymentRoutes, webhookRoutes } from '#features/payments/shop/routes.ts'
import { drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { LANGUAGE, router } from '#platform/http.ts'
import { openPart } from '#platform/part.ts'

const inEachLanguage = router()
  .route('/', checkoutRoutes)
  .route('/', orderRoutes)
  .route('/', documentRoutes)
  .route('/', messageRoutes)
  .route('/', paymentRoutes)

/** What is between the shop and somebody who buys: checkout, payment, orders, messages. Never cached. */
export const till = openPart()
  .notFound(async (c) => drawNotFound(c, openSite(c, await allSettings(c.var.tools.db))))
  .route('/', webhookRoutes)
  .route('/', inEachLanguage)
  .route(LANGUAGE, inEachLanguage)
