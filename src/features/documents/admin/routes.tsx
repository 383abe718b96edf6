import type { Context } from 'hono'
import { drawDesk, lost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { localTime, monthSpan } from '#lib/dates.ts'
import { type App, router } from '#platform/http.ts'
import { cursorOf, documentsIn, documentsNamed, PER_PAGE, sumsIn } from '../list-documents.ts'
import { documentForDesk } from '../queries.ts'
import { readPdf } from '../read-pdf.ts'
import { NUMBER, pdfHeaders } from '../rules.ts'
import { DocumentListPage } from './list-page.tsx'

/** The documents of every order: the accounts, which are the owner's. */
export const documentDesk = router().get('/', drawList)

/** The documents of one order, for whoever works on it. */
export const orderDocumentDesk = router().get(
  `/:id{ord_[0-9a-z]{16}}/documents/:file{${NUMBER}\\.pdf}`,
  async (c) => {
    const { db } = c.var.tools
    const number = c.req.param('file').replace(/\.pdf$/, '')
    const [settings, [row]] = await db.batch([
      allSettings(db),
      documentForDesk(db, c.req.param('id'), number),
    ])
    if (!row) return lost(c)
    const pdf = await readPdf(c.var.tools, row, readSettings(settings).shop.timeZone)
    return c.body(pdf, 200, pdfHeaders(number))
  },
)

async function drawList(c: Context<App>) {
  const { db, now } = c.var.tools
  const settings = await allSettings(db)
  const { timeZone } = readSettings(settings).shop
  const today = localTime(now, timeZone).day.slice(0, 7)
  const { month = today, q = '', before = '' } = c.req.query()
  const span = monthSpan(month, timeZone)
  if (!span) return lost(c)
  const asked = { month, q: q.trim().slice(0, 40), before }
  const [found, sums] = asked.q
    ? [await documentsNamed(db, asked.q), []]
    : await db.batch([documentsIn(db, span, before), sumsIn(db, span)])
  const rows = found.slice(0, PER_PAGE)
  const last = rows.at(-1)
  const next = found.length > PER_PAGE && last ? cursorOf(last) : null
  const page = <DocumentListPage asked={asked} rows={rows} sums={sums} next={next} today={today} />
  return drawDesk(c, openDesk(c, settings), page)
}
