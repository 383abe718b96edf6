import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { note } from '#features/audit/note.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { deskLink } from '#links.ts'
import { type App, router } from '#platform/http.ts'
import { describe } from '#platform/log.ts'
import { DIFFERENCES_PER_PAGE, lastComparison, listDifferences } from '../check-queries.ts'
import { EVENT_DAYS } from '../check-rules.ts'
import { compare } from '../compare.ts'
import { isStripeError } from '../errors.ts'
import { reconcile } from '../reconcile.ts'
import { PaymentsPage } from './payments-page.tsx'

const DAY_MS = 86_400_000

/** `/admin/payments`: whether Stripe and the shop count the same. */
export const paymentsDesk = router()
  .get('/', async (c) => {
    const { db } = c.var.tools
    const open = c.req.query('list') !== 'all'
    const before = c.req.query('before') ?? ''
    const [settings, found, [waiting], [day]] = await db.batch([
      allSettings(db),
      listDifferences(db, open, before),
      lastComparison(db, 'sessions'),
      lastComparison(db, 'day'),
    ])
    const rows = found.slice(0, DIFFERENCES_PER_PAGE)
    const last = rows.at(-1)
    const more = found.length > DIFFERENCES_PER_PAGE && last
    return drawDesk(
      c,
      openDesk(c, settings),
      <PaymentsPage
        rows={rows}
        open={open}
        waiting={waiting ?? null}
        day={day ?? null}
        before={before}
        next={more ? `${last.at}-${last.id}` : null}
        done={c.req.query('done') ?? ''}
      />,
    )
  })
  .post('/waiting', (c) => asked(c, 'asked', async () => reconcile(c.var.tools)))
  .post('/compare', (c) =>
    asked(c, 'compared', async () => compare(c.var.tools, c.var.tools.now - EVENT_DAYS * DAY_MS)),
  )

/** Asks Stripe for the maker, and tells her when it does not answer. */
async function asked(c: Context<App>, done: 'asked' | 'compared', work: () => Promise<object>) {
  const { tools } = c.var
  try {
    await work()
  } catch (error) {
    if (!isStripeError(error)) throw error
    tools.log('not compared', { error: describe(error) })
    return c.redirect(deskLink.payments({ done: 'down' }), 303)
  }
  const act = { act: `payments.${done}`, subject: 'payments', at: tools.now }
  await note(tools.db, actorOf(c), act)
  return c.redirect(deskLink.payments({ done }), 303)
}
