import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { note } from '#features/audit/note.ts'
import { searchTerm } from '#features/search/rules.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings, writeSetting } from '#features/settings/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { runBatch } from '#platform/db.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import { compose } from '../compose.ts'
import { readTest, readTexts, readTransport } from '../form.ts'
import { failedMails, listMails, MAIL_STATES, mailById, PER_PAGE } from '../list-mails.ts'
import { ORDER_TEMPLATES } from '../rules.ts'
import { sendAgain } from '../send-again.ts'
import { sendTest } from '../send-test.ts'
import { MailListPage } from './list-page.tsx'
import { MailPage } from './mail-page.tsx'
import { TextsPage } from './texts-page.tsx'
import { TransportPage } from './transport-page.tsx'

const MAIL = '/:id{out_[0-9a-z]{16}}'
/** A mail has its styles inside: it is shown alone, and may do nothing else. */
const PREVIEW_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox"

export const mailDesk = router()
  .get('/', async (c) => {
    const { db } = c.var.tools
    const { list, before = '' } = c.req.query()
    const state = MAIL_STATES.find((name) => name === list) ?? null
    const asked = { state, q: searchTerm(c.req.query('q')), before }
    const [settings, found, [counted]] = await db.batch([
      allSettings(db),
      listMails(db, asked),
      failedMails(db),
    ])
    const rows = found.slice(0, PER_PAGE)
    const last = found.length > PER_PAGE ? rows.at(-1) : undefined
    const next = last ? `${last.createdAt}-${last.id}` : null
    const page = { asked, rows, next, failed: counted?.failed ?? 0 }
    return drawDesk(c, openDesk(c, settings), <MailListPage {...page} />)
  })
  .get('/transport', (c) => drawTransport(c, null, { done: c.req.query('done') !== undefined }))
  .post('/transport', async (c) => {
    const typed = await fieldsOf(c)
    const read = readTransport(typed)
    if (!read.ok) return drawTransport(c, typed, read, 422)
    await save(c, 'mail', read.value)
    return c.redirect('/admin/mail/transport?done', 303)
  })
  .post('/test', async (c) => {
    const typed = await fieldsOf(c)
    const read = readTest(typed)
    if (!read.ok) return drawTransport(c, null, { ...read, to: typed['to'] ?? '' }, 422)
    const { to, id } = read.value
    await sendTest(c.var.tools, actorOf(c), to, id)
    return c.redirect(deskLink.mail(id), 303)
  })
  .get('/texts', (c) => drawTexts(c, null, { done: c.req.query('done') !== undefined }))
  .post('/texts', async (c) => {
    const typed = await fieldsOf(c)
    const { languages } = readSettings(await allSettings(c.var.tools.db)).shop
    const read = readTexts(typed, languages)
    if (!read.ok) return drawTexts(c, typed, read, 422)
    await save(c, 'mails', read.value)
    return c.redirect('/admin/mail/texts?done', 303)
  })
  .get(MAIL, async (c) => {
    const { mail, letter, rows } = await readMail(c)
    if (!mail) return drawDeskLost(c, rows)
    const page = <MailPage mail={mail} letter={letter} newKey={newId('out')} />
    return drawDesk(c, openDesk(c, rows), page)
  })
  .get(`${MAIL}/preview`, async (c) => {
    const { letter, rows } = await readMail(c)
    if (!letter) return drawDeskLost(c, rows)
    return c.html(letter.html, 200, { 'content-security-policy': PREVIEW_CSP })
  })
  .post(`${MAIL}/again`, async (c) => {
    const { mail, rows } = await readMail(c)
    const { key = '' } = await fieldsOf(c)
    if (!mail || !/^out_[0-9a-z]{16}$/.test(key)) return drawDeskLost(c, rows)
    await sendAgain(c.var.tools, actorOf(c), mail, key)
    return c.redirect(deskLink.mail(mail.state === 'sent' ? key : mail.id), 303)
  })

/** A mail with what it would say now. */
async function readMail(c: Context<App>) {
  const { tools } = c.var
  const [rows, [mail]] = await Promise.all([
    allSettings(tools.db),
    mailById(tools.db, c.req.param('id') ?? ''),
  ])
  if (!mail) return { rows, mail: null, letter: null }
  const letter = await compose(tools, mail, readSettings(rows)).catch((error: unknown) => {
    tools.log('mail cannot be shown', { mail: mail.id, error: describe(error) })
    return null
  })
  return { rows, mail, letter }
}

type Form = { problems?: Problems; done?: boolean; to?: string }

async function drawTransport(
  c: Context<App>,
  typed: Fields | null,
  { to, ...form }: Form,
  status: 200 | 422 = 200,
) {
  const rows = await allSettings(c.var.tools.db)
  const { mail, shop } = readSettings(rows)
  const page = (
    <TransportPage
      {...form}
      typed={{ to: to ?? shop.email, ...(typed ?? typedTransport(mail)) }}
      hasPassword={Boolean(c.env.SMTP_PASSWORD)}
      newKey={newId('out')}
    />
  )
  return drawDesk(c, openDesk(c, rows), page, status)
}

function typedTransport({ transport, from, smtp }: Settings['mail']): Fields {
  return {
    transport,
    from,
    host: smtp?.host ?? '',
    port: String(smtp?.port ?? 465),
    secure: smtp?.secure === false ? '' : 'yes',
    username: smtp?.username ?? '',
  }
}

async function drawTexts(
  c: Context<App>,
  typed: Fields | null,
  form: Form,
  status: 200 | 422 = 200,
) {
  const rows = await allSettings(c.var.tools.db)
  const { mails, shop } = readSettings(rows)
  const saved = ORDER_TEMPLATES.flatMap((template) =>
    shop.languages.map((lang) => [`${template}.${lang}`, mails[template]?.[lang] ?? '']),
  )
  const page = <TextsPage {...form} typed={typed ?? Object.fromEntries(saved)} />
  return drawDesk(c, openDesk(c, rows), page, status)
}

async function save(c: Context<App>, key: 'mail' | 'mails', value: unknown) {
  const { db, now } = c.var.tools
  await runBatch(db, [
    writeSetting(db, key, value),
    note(db, actorOf(c), {
      act: 'settings.changed',
      subject: key,
      facts: { setting: key },
      at: now,
    }),
  ])
}
