import type { Context } from 'hono'
import { linesOf } from '#features/cart/read-cart.ts'
import { unitsIn } from '#features/cart/rules.ts'
import { downloadsOf } from '#features/catalogue/queries.ts'
import { documentsForBuyer } from '#features/documents/queries.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { draw, drawNotFound, openSite } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import { cartIdOf, keepCount } from '#platform/cookies.ts'
import { type App, router } from '#platform/http.ts'
import type { Links } from '#links.ts'
import { fetchFile, signFile } from '../fetch-file.ts'
import { orderByToken, type OrderView, readOrder } from '../queries.ts'
import { isLineRepaid, isPaid } from '../rules.ts'
import { OrderPage } from './order-page.tsx'
import { NoFilePage } from './no-file-page.tsx'

export const orderRoutes = router()
  .get('/orders/:token', async (c) => {
    const { db } = c.var.tools
    const [settings, [row]] = await db.batch([
      allSettings(db),
      orderByToken(db, c.req.param('token')),
    ])
    const site = openSite(c, settings)
    const view = row ? await readOrder(db, row.id) : null
    keepToItself(c)
    if (!view) return drawNotFound(c, site)
    const [images, documents, files] = await Promise.all([
      imagesByHash(
        db,
        view.lines.flatMap((line) => line.imageHash ?? []),
      ),
      documentsForBuyer(db, view.order.id),
      filesOf(c, view, site.link),
      refreshCount(c),
    ])
    const page = <OrderPage view={view} images={images} files={files} documents={documents} />
    return draw(c, site, page)
  })
  .get('/downloads/:line', async (c) => {
    const { tools } = c.var
    keepToItself(c)
    const fetched = await fetchFile(tools, {
      lineId: c.req.param('line'),
      until: c.req.query('until') ?? '',
      signature: c.req.query('signature') ?? '',
      counts: c.req.method === 'GET',
    })
    if (fetched.ok) {
      return c.body(fetched.body, 200, {
        'content-type': 'application/octet-stream',
        'content-length': String(fetched.size),
        'content-disposition': disposition(fetched.filename),
      })
    }
    const site = openSite(c, await allSettings(tools.db))
    const { because } = fetched
    if (because === 'unknown') return drawNotFound(c, site)
    return draw(c, site, <NoFilePage because={because} />, because === 'spent' ? 429 : 410)
  })

/** Such an address lets in whoever knows it: it is not passed on, kept or listed. */
function keepToItself(c: Context<App>): void {
  c.header('referrer-policy', 'no-referrer')
  c.header('x-robots-tag', 'noindex')
  c.header('cache-control', 'private, no-store')
}

/** The files of a paid order, each with a link that works for a day; without one when it was refunded. */
async function filesOf(c: Context<App>, view: OrderView, link: Links) {
  const { order, lines } = view
  const digital = lines.filter((line) => line.kind === 'digital')
  if (!isPaid(order.state) || digital.length === 0) return []
  const { db, now } = c.var.tools
  const downloads = await downloadsOf(
    db,
    digital.map((line) => line.productId),
  )
  return Promise.all(
    digital.map(async (line) => {
      const product = downloads.find((row) => row.productId === line.productId)
      const name = product?.download?.filename ?? line.title
      if (isLineRepaid(line, view)) return { name, href: null }
      const { until, signature } = await signFile(order.token, line.id, now)
      return { name, href: link.download(line.id, until, signature) }
    }),
  )
}

/** Paying empties the cart: the number in the header follows. */
async function refreshCount(c: Context<App>): Promise<void> {
  const cartId = cartIdOf(c)
  if (cartId) keepCount(c, unitsIn(await linesOf(c.var.tools, cartId)))
}

/** RFC 6266: a plain name for old browsers, the real one for the others. */
function disposition(filename: string): string {
  const plain = filename.replace(/[^\w.-]+/g, '-')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`
}
