import type { Context } from 'hono'
import { termsPage } from '#features/content/queries.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { orderByToken, type OrderView, readOrder } from '#features/orders/queries.ts'
import { staysOpen } from '#features/orders/rules.ts'
import { draw, drawNotFound, openSite, type Status } from '#features/settings/page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { payOrder } from './pay-order.ts'
import { PayPage } from './shop/pay-page.tsx'

/** Where an order that the maker wrote is paid, for as long as it waits. */
export const payCounter = router()
  .get('/orders/:token/pay', async (c) => {
    const view = await viewOf(c)
    if (!view) return notFound(c)
    return isPayable(c, view) ? show(c, view) : toOrder(c, view)
  })
  .post('/orders/:token/pay', async (c) => {
    const view = await viewOf(c)
    if (!view) return notFound(c)
    const typed = await fieldsOf(c)
    const problems = problemsOf(view, typed)
    if (Object.keys(problems).length > 0 && isPayable(c, view)) {
      return show(c, view, { typed, problems }, 422)
    }
    const paying = await payOrder(c.var.tools, view.order)
    if (paying.ok) return c.redirect(paying.url, 303)
    return paying.because === 'down' ? show(c, view, { typed, down: true }, 502) : toOrder(c, view)
  })

async function viewOf(c: Context<App>): Promise<OrderView | null> {
  const { db } = c.var.tools
  const [order] = await orderByToken(db, c.req.param('token') ?? '')
  return order && order.channel !== 'shop' ? readOrder(db, order.id) : null
}

function isPayable(c: Context<App>, { order }: OrderView): boolean {
  return order.state === 'pending' && staysOpen(order, c.var.tools.now)
}

function problemsOf({ lines }: OrderView, typed: Fields): Problems {
  const file = lines.some(({ kind }) => kind === 'digital')
  return {
    ...(typed['terms'] !== 'yes' && { terms: says.terms }),
    ...(file && typed['digital'] !== 'yes' && { digital: says.digital }),
  }
}

type Said = { typed?: Fields; problems?: Problems; down?: boolean }

async function show(c: Context<App>, view: OrderView, said: Said = {}, status: Status = 200) {
  const { db } = c.var.tools
  const hashes = view.lines.flatMap((line) => line.imageHash ?? [])
  const [images, settings, [terms]] = await Promise.all([
    imagesByHash(db, hashes),
    allSettings(db),
    termsPage(db),
  ])
  // Not `no-referrer`: with it browsers post forms with `Origin: null`, which the shop refuses.
  c.header('referrer-policy', 'same-origin')
  c.header('x-robots-tag', 'noindex')
  c.header('cache-control', 'private, no-store')
  const page = <PayPage view={view} images={images} terms={terms?.slug ?? null} {...said} />
  return draw(c, openSite(c, settings), page, status)
}

async function toOrder(c: Context<App>, { order }: OrderView) {
  const { link } = openSite(c, await allSettings(c.var.tools.db))
  return c.redirect(link.order(order.token), 303)
}

async function notFound(c: Context<App>) {
  return drawNotFound(c, openSite(c, await allSettings(c.var.tools.db)))
}

const says = {
  terms: {
    fr: 'Cochez la case pour accepter les conditions de vente.',
    en: 'Tick the box to accept the terms of sale.',
  },
  digital: {
    fr: 'Sans cet accord, la loi nous fait attendre 14 jours avant d’envoyer le fichier\u00a0: cochez la case pour le recevoir.',
    en: 'Without this, the law makes us wait 14 days before sending the file: tick the box to receive it.',
  },
}
