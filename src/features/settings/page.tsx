import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { isLang } from '#lib/i18n.ts'
import { inLanguage } from '#links.ts'
import { cleanAddress } from '#platform/address.ts'
import type { App } from '#platform/http.ts'
import { NotFoundPage } from '#ui/not-found-page.tsx'
import { makeSite, type Site, SiteProvider } from '#ui/site.tsx'
import { readSettings } from './queries.ts'
import { defaultLang } from './rules.ts'

/** The language an address begins with, when it does. */
function prefixOf(path: string) {
  const first = path.split('/')[1]
  return isLang(first) ? first : null
}

/** What the views of this page may ask about the shop, from the settings that were read with the page's own rows. */
export function openSite(c: Context<App>, rows: { key: string; value: unknown }[]): Site {
  const settings = readSettings(rows)
  const prefix = prefixOf(c.req.path)
  const offered = prefix && settings.shop.languages.includes(prefix)
  return makeSite({
    settings,
    lang: offered ? prefix : defaultLang(settings.shop),
    path: c.req.path,
    query: new URL(cleanAddress(c.req.url)).search,
    origin: new URL(c.env.SHOP_URL).origin,
    now: c.var.tools.now,
  })
}

export type Status = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 502

/** Answers with a page. Addresses in a language that the shop does not speak, or speaks without a prefix, lead there. */
export function draw(c: Context<App>, site: Site, view: Child, status: Status = 200) {
  const { languages } = site.settings.shop
  const prefix = prefixOf(c.req.path)
  if (prefix && prefix === languages[0] && c.req.method === 'GET') {
    // As it was asked: `c.req.path` is decoded, and a decoded address is another one.
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(inLanguage(pathname, prefix, languages) + search, 301)
  }
  if (prefix && !languages.includes(prefix)) return drawNotFound(c, site)
  return c.html(render(site, view), status)
}

/** Answers with a part of a page, for an island. */
export function drawPart(c: Context<App>, site: Site, view: Child, status: Status = 200) {
  return c.html(html`${<SiteProvider value={site}>{view}</SiteProvider>}`, status)
}

/** The page that says that there is no such page. */
export function drawNotFound(c: Context<App>, site: Site) {
  return c.html(render(site, <NotFoundPage />), 404)
}

function render(site: Site, view: Child) {
  return html`<!doctype html>${<SiteProvider value={site}>{view}</SiteProvider>}`
}
