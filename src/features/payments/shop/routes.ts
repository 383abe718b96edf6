import { orderById } from '#features/orders/queries.ts'
import { allSettings } from '#features/settings/queries.ts'
import { drawNotFound, openSite } from '#features/settings/page.tsx'
import { router } from '#platform/http.ts'
import { describe } from '#platform/log.ts'
import { readSession } from '../close-payment.ts'
import { hearStripe } from '../hear-stripe.ts'
import { paymentBySession } from '../queries.ts'
import { settle } from '../settle.ts'
import { payCounter } from '../pay-counter.tsx'

/** Stripe's events, for every language. */
export const webhookRoutes = router().post('/stripe/webhook', async (c) => {
  const status = await hearStripe(
    c.var.tools,
    await c.req.text(),
    c.req.header('stripe-signature') ?? '',
  )
  return c.body(null, status)
})

const SESSION_ID = /^cs_\w{10,200}$/

/** Back from the payment page: settles at once when the webhook has not been faster, and shows the order. */
export const paymentRoutes = router()
  .route('/', payCounter)
  .get('/checkout/return', async (c) => {
    const { tools } = c.var
    const sessionId = c.req.query('session_id') ?? ''
    const [[payment], settings] = await tools.db.batch([
      paymentBySession(tools.db, sessionId),
      allSettings(tools.db),
    ])
    const site = openSite(c, settings)
    const fact =
      payment?.state === 'paid' || !SESSION_ID.test(sessionId)
        ? null
        : await readSession(tools, sessionId).catch((error: unknown) => {
            tools.log('return without news', { error: describe(error) })
            return null
          })
    if (fact) await settle(tools, fact)
    const [order] = await orderById(tools.db, payment?.orderId ?? fact?.orderId ?? '')
    return order ? c.redirect(site.link.order(order.token), 303) : drawNotFound(c, site)
  })
