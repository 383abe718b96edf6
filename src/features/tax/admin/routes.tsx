import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { readTurnover } from '#features/books/read-turnover.ts'
import { drawDesk, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { settingDesk, settingSheet } from '#features/settings/setting-desk.tsx'
import { localTime } from '#lib/dates.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import type { Tools } from '#platform/tools.ts'
import { addRate, fillRates, removeRate } from '../change-rates.ts'
import { fillRates as fillStatement } from '../desk-queries.ts'
import { readRate, readTax, typedTax } from '../form.ts'
import { taxRates } from '../queries.ts'
import { type Standing, TaxPage } from './tax-page.tsx'

const TOLD = ['added', 'filled', 'removed'] as const

const taxForm = {
  keys: ['tax'] as const,
  look: async (tools: Tools, settings: Settings, told?: string): Promise<Standing> => {
    const { db } = tools
    const { day: today } = localTime(tools.now, settings.shop.timeZone)
    const [rates, turnover] = await Promise.all([taxRates(db), readTurnover(db, today.slice(0, 4))])
    return {
      rates,
      turnover,
      today,
      told: TOLD.find((one) => one === told),
    }
  },
}

export const taxDesk = router()
  .route(
    '/',
    settingDesk({
      ...taxForm,
      typed: ({ settings }) => typedTax(settings.tax),
      read: (fields, { settings }) => readTax(fields, settings.tax, settings.shop.languages),
      also: ({ db }, was, next) =>
        next.tax.regime === 'destination' && was.tax.regime !== 'destination'
          ? [fillStatement(db)]
          : [],
      page: (sheet, standing) => <TaxPage sheet={sheet} standing={standing} />,
    }),
  )
  .post('/rates', postRate)
  .post('/rates/standard', async (c) => {
    await fillRates(c.var.tools, actorOf(c))
    return c.redirect('/admin/tax?done=filled', 303)
  })
  .post('/rates/removal', async (c) => {
    const { country = '', class: taxClass = '', from = '' } = await fieldsOf(c)
    const { tools } = c.var
    const { shop } = readSettings(await allSettings(tools.db))
    const { day: today } = localTime(tools.now, shop.timeZone)
    await removeRate(tools, actorOf(c), { country, taxClass, from }, today)
    return c.redirect('/admin/tax?done=removed', 303)
  })

async function postRate(c: Context<App>) {
  const typed = await fieldsOf(c)
  const { tools } = c.var
  const rows = await allSettings(tools.db)
  const settings = readSettings(rows)
  const standing = await taxForm.look(tools, settings)
  const read = readRate(typed, standing.rates, standing.today)
  const added = read.ok && (await addRate(tools, actorOf(c), read.value))
  if (added) return c.redirect('/admin/tax?done=added', 303)
  // A rate of the same day that came meanwhile is found by reading the form once more.
  const again = read.ok
    ? readRate(typed, (await taxForm.look(tools, settings)).rates, standing.today)
    : read
  const rate = { typed, problems: again.ok ? {} : again.problems }
  const sheet = settingSheet(typedTax(settings.tax), settings, taxForm.keys)
  const page = <TaxPage sheet={sheet} standing={{ ...standing, rate }} />
  return drawDesk(c, openDesk(c, rows), page, read.ok ? 409 : 422)
}
