import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { may } from '#features/staff/rules.ts'
import { isLang, type Lang } from '#lib/i18n.ts'
import type { App } from '#platform/http.ts'
import { DeskLostPage } from '#ui/admin-frame.tsx'
import { DESK_ENTRIES } from '#ui/desk-entries.ts'
import { makeSite, type Site, SiteProvider } from '#ui/site.tsx'
import type { Status } from './page.tsx'
import { allSettings, readSettings } from './queries.ts'
import { defaultLang } from './rules.ts'

type Rows = { key: string; value: unknown }[]

/** What the pages of the back office may ask, in the language of whoever is signed in. */
export function openDesk(c: Context<App>, rows: Rows): Site {
  const { counts } = c.var.desk
  const { name, role, lang } = c.var.desk.staff
  const entries = DESK_ENTRIES.filter(({ right }) => may(role, right))
  return { ...siteIn(c, rows, lang), desk: { name, role, entries, counts } }
}

/** What the pages before the door may ask, in the language that the browser asks for. */
export function openDoor(c: Context<App>, rows: Rows): Site {
  const wanted = c.req.header('accept-language')?.slice(0, 2).toLowerCase()
  return siteIn(c, rows, isLang(wanted) ? wanted : defaultLang(readSettings(rows).shop))
}

function siteIn(c: Context<App>, rows: Rows, lang: Lang): Site {
  return makeSite({
    settings: readSettings(rows),
    lang,
    path: c.req.path,
    query: '',
    origin: new URL(c.env.SHOP_URL).origin,
    now: c.var.tools.now,
  })
}

/** Answers with a page that nobody but this visitor ever sees. */
export function drawDesk(
  c: Context<App>,
  site: Site,
  view: Child,
  status: Status | 401 = 200,
  headers: Record<string, string> = {},
) {
  return c.html(html`<!doctype html>${<SiteProvider value={site}>{view}</SiteProvider>}`, status, {
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'same-origin',
    ...headers,
  })
}

/** The page that says that there is no such page in the back office, or none for this role. */
export function drawDeskLost(c: Context<App>, rows: Rows) {
  return drawDesk(c, openDesk(c, rows), <DeskLostPage />, 404)
}

/** The same, for who has not read the settings yet. */
export async function lost(c: Context<App>) {
  return drawDeskLost(c, await allSettings(c.var.tools.db))
}
