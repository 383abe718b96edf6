import { lowStock } from '#features/stock/list-stock.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { addDays, localTime } from '#lib/dates.ts'
import { router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { isLive } from '#platform/stripe.ts'
import { daysSince } from '../day-queries.ts'
import * as q from '../queries.ts'
import { figures, missing, spanFrom } from '../rules.ts'
import { NOTHING_STUCK } from './to-do.tsx'
import { TodayPage } from './today-page.tsx'

const LOW_SHOWN = 5
const TWO_YEARS = 731

export const todayDesk = router().get('/', async (c) => {
  const { db, now } = c.var.tools
  const span = spanFrom(c.req.query('days'))
  // The shop's own day is known once its settings are: one day more than needed is read instead of asking twice.
  const since = addDays(new Date(now).toISOString().slice(0, 10), -TWO_YEARS)
  const [rows, packing, low, unread, [stuck], refunds, [ready], roles, days] = await db.batch([
    allSettings(db),
    q.ordersToPack(db),
    lowStock(db, LOW_SHOWN),
    q.unreadMessages(db),
    q.stuck(db, now),
    q.refundNews(db, now),
    q.readiness(db, c.var.desk.staff.id),
    q.pageRoles(db),
    daysSince(db, since),
  ])
  const settings = readSettings(rows)
  const { day } = localTime(now, settings.shop.timeZone)
  const needs = missing({
    settings,
    saved: rows.map(({ key }) => key),
    live: isLive(c.env),
    roles: roles.map(({ role }) => role),
    products: Boolean(ready?.products),
    travels: Boolean(ready?.travels),
    delivery: Boolean(ready?.delivery),
    keys: ready?.keys ?? 0,
  })
  const page = {
    packing,
    low,
    keys: low.map(() => newId('mov')),
    unread,
    stuck: { ...(stuck ?? NOTHING_STUCK), refundNews: refunds },
    needs,
    figures: figures(days, day, span),
    span,
  }
  return drawDesk(c, openDesk(c, rows), <TodayPage {...page} />)
})
