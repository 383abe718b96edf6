import type { Context } from 'hono'
import { firstLine, receipts } from '#features/journal/queries.ts'
import { addUp } from '#features/journal/tally-rules.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { csv, csvLines } from '#lib/csv.ts'
import { localTime } from '#lib/dates.ts'
import type { Lang } from '#lib/i18n.ts'
import { type App, router, sendFile } from '#platform/http.ts'
import type { Tools } from '#platform/tools.ts'
import { readDays } from '../read-turnover.ts'
import { byPeriod, isLength, monthIn, yearIn } from '../turnover-rules.ts'
import { receiptHeads, receiptRows, turnoverRows } from './export-rows.ts'
import { ReceiptsPage } from './receipts-page.tsx'
import { TurnoverPage } from './turnover-page.tsx'

/** A month of most shops: its book is one page, and one print. */
const PER_PAGE = 300
/** Rows of a file that are read at once. */
const AT_ONCE = 1000

export const bookDesk = router()
  .get('/', drawReceipts)
  .get('/receipts.csv', async (c) => {
    const { today } = await opened(c)
    const month = monthIn(c.req.query('month'), today)
    const { lang } = c.var.desk.staff
    const name = `receipts-${month}.csv`
    return sendFile(c, { name, type: 'text/csv' }, receiptParts(c.var.tools, month, lang))
  })
  .get('/turnover', drawTurnover)
  .get('/turnover.csv', async (c) => {
    const { rows, today } = await opened(c)
    const { year, by, periods } = await turnover(c, today)
    const { shop } = readSettings(rows)
    const text = csv(turnoverRows(periods, shop.currency, c.var.desk.staff.lang))
    const name = `turnover-${year}-${by}.csv`
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
  })

/** The settings, today, and the day that the books begin. */
async function opened(c: Context<App>) {
  const { db, now } = c.var.tools
  const [rows, [first]] = await db.batch([allSettings(db), firstLine(db)])
  const { day: today } = localTime(now, readSettings(rows).shop.timeZone)
  return { rows, today, begun: first?.day ?? today }
}

async function drawReceipts(c: Context<App>) {
  const { db } = c.var.tools
  const { rows: settings, today, begun } = await opened(c)
  const month = monthIn(c.req.query('month'), today)
  const after = Math.max(0, Math.trunc(Number(c.req.query('after') ?? 0))) || 0
  const [from, to] = [`${month}-01`, `${month}-31`]
  const [found, days] = await Promise.all([
    receipts(db, { from, to, after }, PER_PAGE + 1),
    readDays(db, from, to),
  ])
  const rows = found.slice(0, PER_PAGE)
  const next = rows.length < found.length ? (rows.at(-1)?.line.seq ?? null) : null
  const span = { month, first: begun.slice(0, 7), last: today.slice(0, 7) }
  const tally = addUp(days.map((day) => day.tally))
  const page = <ReceiptsPage {...span} rows={rows} tally={tally} after={after} next={next} />
  return drawDesk(c, openDesk(c, settings), page)
}

async function drawTurnover(c: Context<App>) {
  const { rows, today, begun } = await opened(c)
  const span = { first: begun.slice(0, 4), last: today.slice(0, 4) }
  const page = <TurnoverPage {...span} {...await turnover(c, today)} />
  return drawDesk(c, openDesk(c, rows), page)
}

async function turnover(c: Context<App>, today: string) {
  const year = yearIn(c.req.query('year'), today)
  const asked = c.req.query('by')
  const by = isLength(asked) ? asked : 'month'
  const days = await readDays(c.var.tools.db, `${year}-01-01`, `${year}-12-31`)
  return { year, by, periods: byPeriod(days, by) }
}

/** The book of receipts of a month as a file, part by part. */
async function* receiptParts({ db }: Tools, month: string, lang: Lang) {
  yield csv([receiptHeads(lang)])
  const span = { from: `${month}-01`, to: `${month}-31` }
  for (let after = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a part says where the next one begins
    const rows = await receipts(db, { ...span, after }, AT_ONCE)
    yield csvLines(receiptRows(rows, lang))
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)?.line.seq ?? after
  }
}
