import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { searchTerm } from '#features/search/rules.ts'
import { drawDesk, drawDeskLost, openDesk, lost } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { answerMessage } from '../answer-message.ts'
import { ANSWER_KEY, readAnswer } from '../form.ts'
import { cursorOf, messageById, messageLines, PER_PAGE } from '../queries.ts'
import { readDeskMessage } from '../read-desk-message.ts'
import { FILTERS } from '../rules.ts'
import { deleteMessage, markMessage } from '../sort-messages.ts'
import { MessageListPage } from './list-page.tsx'
import { DeskMessagePage, type MessageNews } from './message-page.tsx'

const MESSAGE = '/:id{msg_[0-9a-f]{32}}'
const NEWS: readonly MessageNews[] = ['answered', 'read', 'unread']

export const messageDesk = router()
  .get('/', drawList)
  .get(MESSAGE, (c) => drawMessage(c, c.req.param('id')))
  .post(`${MESSAGE}/answers`, postAnswer)
  .post(`${MESSAGE}/reading`, async (c) => {
    const [message] = await messageById(c.var.tools.db, c.req.param('id'))
    if (!message) return lost(c)
    const read = (await fieldsOf(c))['read'] === 'yes'
    await markMessage(c.var.tools, actorOf(c), message.id, read)
    return c.redirect(deskLink.message(message.id, read ? 'read' : 'unread'), 303)
  })
  .post(`${MESSAGE}/removal`, async (c) => {
    const [message] = await messageById(c.var.tools.db, c.req.param('id'))
    // Asked for twice: it is gone, and that is what was wanted.
    if (message) await deleteMessage(c.var.tools, actorOf(c), message.id)
    return c.redirect(deskLink.messages({ done: 'deleted' }), 303)
  })

async function drawList(c: Context<App>) {
  const { db } = c.var.tools
  const { list, before = '', done } = c.req.query()
  const filter = FILTERS.find((name) => name === list) ?? 'unread'
  const asked = { filter, q: searchTerm(c.req.query('q')), before }
  const [settings, found] = await db.batch([allSettings(db), messageLines(db, asked)])
  const rows = found.slice(0, PER_PAGE)
  const last = rows.at(-1)
  const next = found.length > PER_PAGE && last ? cursorOf(last) : null
  const page = { asked, rows, next, deleted: done === 'deleted' }
  return drawDesk(c, openDesk(c, settings), <MessageListPage {...page} />)
}

async function drawMessage(
  c: Context<App>,
  id: string,
  form: Pick<Parameters<typeof DeskMessagePage>[0], 'typed' | 'problems'> = {},
) {
  const { db } = c.var.tools
  const [settings, view] = await Promise.all([allSettings(db), readDeskMessage(db, id)])
  if (!view) return drawDeskLost(c, settings)
  const news = NEWS.find((name) => name === c.req.query('done'))
  const posted = form.typed?.['key'] ?? ''
  const answerKey = ANSWER_KEY.test(posted) ? posted : newId('ans')
  const page = <DeskMessagePage view={view} answerKey={answerKey} news={news} {...form} />
  return drawDesk(c, openDesk(c, settings), page, form.problems ? 422 : 200)
}

async function postAnswer(c: Context<App>) {
  const [message] = await messageById(c.var.tools.db, c.req.param('id') ?? '')
  if (!message) return lost(c)
  const typed = await fieldsOf(c)
  const read = readAnswer(typed)
  if (!read.ok) return drawMessage(c, message.id, { typed, problems: read.problems })
  const answered = await answerMessage(c.var.tools, actorOf(c), message, read.value)
  return answered ? c.redirect(deskLink.message(message.id, 'answered'), 303) : lost(c)
}
