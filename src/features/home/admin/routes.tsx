import type { Context } from 'hono'
import { actorOf } from '#features/audit/actor-of.ts'
import { newestOptions } from '#features/catalogue/queries.ts'
import { everyCollection, latestEntries, latestPieces } from '#features/content/desk-queries.ts'
import { findPieces } from '#features/content/find-pieces.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { drawDesk, drawDeskLost, openDesk } from '#features/settings/desk-page.tsx'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Block, Settings } from '#features/settings/rules.ts'
import type { Fields } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { readBlock, says, typedBlock } from '../form.ts'
import { BLOCK_TYPES, BLOCKS_MOST, markOf, moved, withPieces } from '../rules.ts'
import { saveBlocks } from '../save-blocks.ts'
import type { BlockForm } from './block-field.tsx'
import { BlockPage } from './block-page.tsx'
import { HomeDeskPage } from './home-desk-page.tsx'
import { NewBlockPage } from './new-block-page.tsx'

const BLOCK = '/blocks/:mark{[0-9a-z]+}'

export const homeDesk = router()
  .get('/', (c) => drawHome(c, c.req.query('done') === 'saved' ? 'saved' : undefined))
  .get('/new', async (c) => {
    const site = openDesk(c, await allSettings(c.var.tools.db))
    return drawDesk(c, site, <NewBlockPage />)
  })
  .get('/new/:type', async (c) => {
    const { rows, shop } = await open(c)
    const type = BLOCK_TYPES.find((known) => known === c.req.param('type'))
    if (!type) return drawDeskLost(c, rows)
    const page = <BlockPage type={type} mark={null} typed={{}} image={null} shop={shop} />
    return drawDesk(c, openDesk(c, rows), page)
  })
  .post('/new/:type', async (c) => {
    const type = BLOCK_TYPES.find((known) => known === c.req.param('type'))
    return type ? postBlock(c, type, null) : drawDeskLost(c, await allSettings(c.var.tools.db))
  })
  .get(BLOCK, async (c) => {
    const { rows, shop, blocks } = await open(c)
    const block = blocks.find((known) => markOf(known) === c.req.param('mark'))
    if (!block) return drawDeskLost(c, rows)
    const hash = 'image' in block ? block.image : ''
    const [image = null] = hash ? await imagesByHash(c.var.tools.db, [hash]) : []
    const form = { type: block.type, mark: markOf(block), typed: typedBlock(block), image, shop }
    return drawDesk(c, openDesk(c, rows), <BlockPage {...form} />)
  })
  .post(BLOCK, async (c) => {
    const settings = readSettings(await allSettings(c.var.tools.db))
    const mark = c.req.param('mark')
    const block = settings.home.blocks.find((known) => markOf(known) === mark)
    // Changed or taken away since: there is nothing left to put this in the place of.
    return block ? postBlock(c, block.type, mark) : drawHome(c, 'stale', 409)
  })
  .post(`${BLOCK}/moves`, async (c) => {
    const { to } = await fieldsOf(c)
    return rearrange(c, (blocks, at) => moved(blocks, at, to === 'up' ? -1 : 1))
  })
  .post(`${BLOCK}/removal`, (c) => rearrange(c, (blocks, at) => blocks.toSpliced(at, 1)))

async function drawHome(c: Context<App>, told?: 'saved' | 'stale', status: 200 | 409 = 200) {
  const { db } = c.var.tools
  const rows = await allSettings(db)
  const { blocks } = readSettings(rows).home
  const hashes = blocks.flatMap((block) => ('image' in block ? [block.image] : []))
  const pictures = await imagesByHash(db, hashes)
  const page = <HomeDeskPage blocks={blocks} pictures={pictures} told={told} />
  return drawDesk(c, openDesk(c, rows), page, status)
}

/** The settings, and what fields of this shop can choose from. */
async function open(c: Context<App>) {
  const { db } = c.var.tools
  const [rows, collections, pages, posts, pieces, newest] = await db.batch([
    allSettings(db),
    everyCollection(db),
    latestEntries(db, 'page'),
    latestEntries(db, 'post'),
    latestPieces(db),
    newestOptions(db),
  ])
  const coloured = newest
    .flatMap(({ options }) => options)
    .filter(({ values }) => values.some(({ swatch }) => swatch))
  const options = [...new Map(coloured.map((option) => [option.name, option])).values()]
  const settings = readSettings(rows)
  return {
    rows,
    settings,
    blocks: settings.home.blocks,
    shop: { collections, pages, posts, pieces, options },
  }
}

async function postBlock(c: Context<App>, type: Block['type'], mark: string | null) {
  const { tools } = c.var
  const { rows, settings, shop } = await open(c)
  const typed = await fieldsOf(c)
  const { origin } = new URL(c.env.SHOP_URL)
  const read = readBlock(typed, type, { languages: settings.shop.languages, origin })
  const hash = typed['image'] ?? ''
  const [image = null] = hash ? await imagesByHash(tools.db, [hash]) : []
  const draw = (form: Pick<BlockForm, 'problems'> & { stale?: boolean }, status: 409 | 422) =>
    drawDesk(
      c,
      openDesk(c, rows),
      <BlockPage {...{ type, mark, typed, image, shop, ...form }} />,
      status,
    )
  if (!read.ok) return draw({ problems: read.problems }, 422)
  const { block, problems } = await named(c, read.value, typed, image !== null)
  if (Object.keys(problems).length > 0) return draw({ problems }, 422)
  const blocks = placed(settings, block, mark)
  if (!blocks) return drawHome(c, undefined, 409)
  const saved = await saveBlocks(tools, actorOf(c), settings, blocks)
  return saved ? c.redirect(`${deskLink.content()}?done=saved`, 303) : draw({ stale: true }, 409)
}

/** The block with the pieces that were found, or what was not. */
async function named(
  c: Context<App>,
  { block, named: { pieces, image } }: Extract<ReturnType<typeof readBlock>, { ok: true }>['value'],
  typed: Fields,
  hasImage: boolean,
) {
  const found = await findPieces(
    c.var.tools.db,
    pieces.map(({ name }) => name),
  )
  const unknown = pieces.filter((_, at) => found[at] === null)
  const problems = {
    ...Object.fromEntries(unknown.map(({ field }) => [field, says.unknown])),
    ...((image || typed['image']) && !hasImage ? { image: says.picture } : {}),
  }
  return {
    block: withPieces(
      block,
      found.flatMap((piece) => piece?.slug ?? []),
    ),
    problems,
  }
}

/** The blocks with one in its place, or at the end; null when there is no room. The same block twice is one. */
function placed({ home }: Settings, block: Block, mark: string | null): Block[] | null {
  const { blocks } = home
  if (mark) return blocks.map((known) => (markOf(known) === mark ? block : known))
  if (blocks.some((known) => markOf(known) === markOf(block))) return blocks
  return blocks.length < BLOCKS_MOST ? [...blocks, block] : null
}

async function rearrange(c: Context<App>, change: (blocks: Block[], at: number) => Block[]) {
  const settings = readSettings(await allSettings(c.var.tools.db))
  const { blocks } = settings.home
  const at = blocks.findIndex((block) => markOf(block) === c.req.param('mark'))
  if (at < 0) return drawHome(c, 'stale', 409)
  const saved = await saveBlocks(c.var.tools, actorOf(c), settings, change(blocks, at))
  return saved ? c.redirect(deskLink.content(), 303) : drawHome(c, 'stale', 409)
}
