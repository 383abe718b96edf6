import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { inLanguage, prefixOf } from '#links.ts'
import { EVERYWHERE, shows } from '#features/freshness/rules.ts'
import { cleanAddress } from '#platform/address.ts'
import type { App } from '#platform/http.ts'
import { answerPublic } from '#platform/public.ts'
import { NotFoundPage } from '#ui/not-found-page.tsx'
import { makeSite, type Site, SiteProvider } from '#ui/site.tsx'
import { readSettings } from './queries.ts'
import { defaultLang, nextChange } from './rules.ts'

/** What the views of this page may ask about the shop, from the settings that were read with the page's own rows. */
export function openSite(c: Context<App>, rows: { key: string; value: unknown }[]): Site {
  const settings = readSettings(rows)
  const prefix = prefixOf(c.req.path)
  const offered = prefix && settings.shop.languages.includes(prefix)
  return makeSite({
    settings,
    lang: offered ? prefix : defaultLang(settings.shop),
    path: c.req.path,
    query: new URL(cleanAddress(c.req.url, c.env.SHOP_URL)).search,
    origin: new URL(c.env.SHOP_URL).origin,
    now: c.var.tools.now,
  })
}

export type Status = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 502

/**
 * Answers with a page that is the same for everybody, bearing what it shows: caches keep it until that changes, or until
 * the moment from which it says something else by itself.
 */
export async function publish(
  c: Context<App>,
  site: Site,
  view: Child,
  tags: readonly string[],
  until = nextChange(site.settings, site.now),
) {
  const other = elsewhere(c, site)
  if (other) return other
  const page = String(await render(site, view))
  return answerPublic(c, page, {
    type: 'text/html',
    tags: [...EVERYWHERE, ...tags],
    until,
    preloads: preloadsOf(site),
  })
}

/** Answers with a page for one visitor. */
export function draw(c: Context<App>, site: Site, view: Child, status: Status = 200) {
  return elsewhere(c, site) ?? drawHere(c, site, view, status)
}

/** Answers with a page for one visitor at the address that was asked for, though it may lead elsewhere. */
export function drawHere(c: Context<App>, site: Site, view: Child, status: Status) {
  const page = render(site, view)
  return c.html(page, status, { link: preloadsOf(site) })
}

/** Addresses in a language that the shop speaks without a prefix lead there; in one that it does not speak, nowhere. */
function elsewhere(c: Context<App>, site: Site) {
  const { languages } = site.settings.shop
  const prefix = prefixOf(c.req.path)
  if (prefix && prefix === languages[0] && c.req.method === 'GET') {
    // As it was asked: `c.req.path` is decoded, and a decoded address is another one.
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(inLanguage(pathname, prefix, languages) + search, 301)
  }
  return prefix && !languages.includes(prefix) ? drawNotFound(c, site) : null
}

/** Answers with a part of a page that is the same for everybody, for an island. */
export async function publishPart(
  c: Context<App>,
  site: Site,
  view: Child,
  tags: readonly string[],
) {
  const part = await html`${<SiteProvider value={site}>{view}</SiteProvider>}`
  const until = nextChange(site.settings, site.now)
  return answerPublic(c, String(part), {
    type: 'text/html',
    tags: [shows.setting('shop'), shows.setting('pictures'), ...tags],
    until,
  })
}

/** Answers with a part of a page, for an island. */
export function drawPart(c: Context<App>, site: Site, view: Child, status: Status = 200) {
  return c.html(html`${<SiteProvider value={site}>{view}</SiteProvider>}`, status)
}

/** The page that says that there is no such page. */
export function drawNotFound(c: Context<App>, site: Site) {
  return c.html(render(site, <NotFoundPage />), 404)
}

/** What the page that was drawn asks to have before it is read: a value of `Link`. */
const preloadsOf = ({ preloads }: Site) => [...preloads].join(', ')

function render(site: Site, view: Child) {
  return html`<!doctype html>${<SiteProvider value={site}>{view}</SiteProvider>}`
}
