import type { Context } from 'hono'
import { monthIn } from '#features/books/turnover-rules.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import type { Status } from '#features/settings/page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { localTime } from '#lib/dates.ts'
import { type App, fieldsOf, router, sendFile } from '#platform/http.ts'
import { words } from '../desk-words.ts'
import { firstLine, latestLines } from '../queries.ts'
import { isLedgerList, KINDS_OF, readSeal } from '../rules.ts'
import { verifyJournal } from '../verify.ts'
import { journalLines, journalTable } from '../write-export.ts'
import type { Checked } from './check.tsx'
import { LedgerPage } from './ledger-page.tsx'

const PER_PAGE = 100

export const ledgerDesk = router()
  .get('/', (c) => drawLedger(c))
  .post('/verification', async (c) => {
    const { kept: typed = '' } = await fieldsOf(c)
    const seal = readSeal(typed)
    if (seal === null) {
      const problems = { kept: words.notSeal }
      return drawLedger(c, { typed, problems, verified: null }, 422)
    }
    const verified = await verifyJournal(c.var.tools, seal)
    return drawLedger(c, { typed, problems: {}, verified })
  })
  .get('/export.jsonl', (c) =>
    sendFile(c, { name: 'journal.jsonl', type: 'application/x-ndjson' }, journalLines(c.var.tools)),
  )
  .get('/export.csv', (c) =>
    sendFile(
      c,
      { name: 'journal.csv', type: 'text/csv' },
      journalTable(c.var.tools, c.var.desk.staff.lang),
    ),
  )

const UNCHECKED: Checked = { typed: '', problems: {}, verified: null }

async function drawLedger(c: Context<App>, checked = UNCHECKED, status: Status = 200) {
  const { db, now } = c.var.tools
  const [settings, [first]] = await db.batch([allSettings(db), firstLine(db)])
  const { day: today } = localTime(now, readSettings(settings).shop.timeZone)
  const asked = c.req.query()
  const month = monthIn(asked['month'], today)
  const list = isLedgerList(asked['list']) ? asked['list'] : 'all'
  const before = Number.isSafeInteger(Number(asked['before'])) ? Number(asked['before']) : null
  const found = await latestLines(
    db,
    { kinds: KINDS_OF[list], from: `${month}-01`, to: `${month}-31`, before: before ?? 9e15 },
    PER_PAGE + 1,
  )
  const rows = found.slice(0, PER_PAGE)
  const next = rows.length < found.length ? (rows.at(-1)?.seq ?? null) : null
  const span = { month, first: (first?.day ?? today).slice(0, 7), last: today.slice(0, 7) }
  const at = { list, before, next, begun: first !== undefined, checked }
  return drawDesk(c, openDesk(c, settings), <LedgerPage {...span} {...at} rows={rows} />, status)
}
