import type { Context } from 'hono'
import { draw, drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { type App, router } from '#platform/http.ts'
import { documentForBuyer } from '../queries.ts'
import { readPdf } from '../read-pdf.ts'
import { NUMBER, pdfHeaders } from '../rules.ts'
import { sheetOf } from '../sheet.ts'
import { SheetPage } from './sheet-page.tsx'

/** Invoices and credit notes for whoever holds the order's address: no other order's, and none of erased buyers. */
export const documentRoutes = router()
  .get(`/orders/:token/documents/:number{${NUMBER}}`, async (c) => {
    const { token, number } = c.req.param()
    const { row, site } = await find(c, token, number)
    if (!row) return drawNotFound(c, site)
    const sheet = sheetOf(row, row.orderNumber, site.settings.shop.timeZone)
    return draw(c, site, <SheetPage sheet={sheet} token={token} />)
  })
  .get(`/orders/:token/documents/:file{${NUMBER}\\.pdf}`, async (c) => {
    const { token, file } = c.req.param()
    const number = file.replace(/\.pdf$/, '')
    const { row, site } = await find(c, token, number)
    if (!row) return drawNotFound(c, site)
    const pdf = await readPdf(c.var.tools, row, site.settings.shop.timeZone)
    return c.body(pdf, 200, pdfHeaders(number))
  })

async function find(c: Context<App>, token: string, number: string) {
  const { db } = c.var.tools
  // As the order's own page: not passed on, kept or listed.
  c.header('referrer-policy', 'no-referrer')
  c.header('x-robots-tag', 'noindex')
  c.header('cache-control', 'private, no-store')
  const [settings, [row]] = await db.batch([allSettings(db), documentForBuyer(db, token, number)])
  return { row, site: openSite(c, settings) }
}
