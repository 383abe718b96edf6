import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { everyCollection, latestEntries, latestPieces } from '#features/content/desk-queries.ts'
import { findPieces } from '#features/content/find-pieces.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { saveSettings } from '#features/settings/save-settings.ts'
import type { Link, Settings } from '#features/settings/rules.ts'
import type { Problems } from '#lib/form.ts'
import { shortHash } from '#lib/hash.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { readMenu, typedMenu } from '../form.ts'
import { type MenuName, menuOf, MENUS, rearranged, says, TYPED, withMenu } from '../rules.ts'
import { MenuPage } from './menu-page.tsx'
import { MenusPage } from './menus-page.tsx'

export const menuDesk = router()
  .get('/', async (c) => {
    const rows = await allSettings(c.var.tools.db)
    const { menus } = readSettings(rows)
    const page = <MenusPage menus={menus} saved={c.req.query('done') === 'saved'} />
    return drawDesk(c, openDesk(c, rows), page)
  })
  .get('/:name', async (c) => {
    const { name, rows, menus, shop } = await open(c)
    if (!name) return drawDeskLost(c, rows)
    const typed = typedMenu(menuOf(menus, name))
    const page = <MenuPage name={name} mark={markOf(menus)} typed={typed} shop={shop} />
    return drawDesk(c, openDesk(c, rows), page)
  })
  .post('/:name', postMenu)

function markOf(menus: Settings['menus']): string {
  return shortHash(JSON.stringify(menus))
}

async function open(c: Context<App>) {
  const { db } = c.var.tools
  const [rows, collections, pages, posts, pieces] = await db.batch([
    allSettings(db),
    everyCollection(db),
    latestEntries(db, 'page'),
    latestEntries(db, 'post'),
    latestPieces(db),
  ])
  const name: MenuName | undefined = MENUS.find((known) => known === c.req.param('name'))
  const settings = readSettings(rows)
  return {
    name,
    rows,
    settings,
    menus: settings.menus,
    shop: { collections, pages, posts, pieces },
  }
}

async function postMenu(c: Context<App>) {
  const { tools } = c.var
  const { name, rows, settings, menus, shop } = await open(c)
  if (!name) return drawDeskLost(c, rows)
  const typed = await fieldsOf(c)
  const mark = markOf(menus)
  type Form = Pick<Parameters<typeof MenuPage>[0], 'problems' | 'told'> & { typed?: typeof typed }
  const draw = (form: Form, status: 200 | 409 | 422) =>
    drawDesk(c, openDesk(c, rows), <MenuPage {...{ name, mark, typed, shop, ...form }} />, status)
  if (typed['act']) {
    return draw({ typed: rearranged(typed, typed['act']), told: 'unsaved' }, 200)
  }
  const { languages } = settings.shop
  const read = readMenu(typed, { languages, origin: new URL(c.env.SHOP_URL).origin })
  if (!read.ok) return draw({ problems: read.problems }, 422)
  const problems = await lostPieces(c, read.value)
  if (Object.keys(problems).length > 0) return draw({ problems }, 422)
  const links = read.value.map(({ link }) => link)
  if (typed['mark'] !== mark && !same(menuOf(menus, name), links))
    return draw({ told: 'stale' }, 409)
  const next = { menus: withMenu(menus, name, links) }
  const saved = await saveSettings(tools, actorOf(c), { was: settings, next })
  if (!saved) return draw({ told: 'stale' }, 409)
  return c.redirect(`${deskLink.content('menus')}?done=saved`, 303)
}

/** Entries that lead to a piece that is not there. */
async function lostPieces(
  c: Context<App>,
  entries: readonly { row: string; link: Link }[],
): Promise<Problems> {
  const pieces = entries.filter(({ link }) => link.link.type === 'product')
  const found = await findPieces(
    c.var.tools.db,
    pieces.map(({ link }) => link.link.slug),
  )
  const lost = pieces.filter((_, at) => found[at] === null)
  return Object.fromEntries(lost.map(({ row }) => [`${row}.${TYPED}`, says.piece]))
}

function same(one: Link[], other: Link[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
