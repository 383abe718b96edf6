import type { Context } from 'hono'
import { draw, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { localTime } from '#lib/dates.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { readMessage, TRAP } from '../form.ts'
import { contactPage } from '../queries.ts'
import { sendMessage } from '../send-message.ts'
import { MessageDonePage, MessagePage } from './message-page.tsx'

export const messageRoutes = router()
  // Where a form was shown again: asking for it anew leads to the page that it belongs to.
  .get('/messages', async (c) => {
    const { db } = c.var.tools
    const [settings, [page]] = await db.batch([allSettings(db), contactPage(db)])
    const { link } = openSite(c, settings)
    return c.redirect(page ? link.page(page.slug) : link.home(), 303)
  })
  .post('/messages', postMessage)

async function postMessage(c: Context<App>) {
  const { tools } = c.var
  const site = openSite(c, await allSettings(tools.db))
  const typed = await fieldsOf(c)
  const read = readMessage(typed)
  if (!read.ok) {
    const page = <MessagePage typed={typed} problems={read.problems} />
    return draw(c, site, page, 422)
  }
  const done = <MessageDonePage written={read.value} />
  // Who fills in what nobody sees is no person, and learns nothing from the answer.
  if (typed[TRAP]) return draw(c, site, done)
  const sent = await sendMessage(tools, {
    ...read.value,
    lang: site.lang,
    place: c.req.header('cf-connecting-ip') ?? '',
    day: localTime(tools.now, site.settings.shop.timeZone).day,
  })
  return sent ? draw(c, site, done) : draw(c, site, <MessagePage typed={typed} tooMany />, 429)
}
