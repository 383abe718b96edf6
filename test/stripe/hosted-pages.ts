import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import type { Connection } from './bridge.ts'
import { layout, type Html } from './layout.ts'
import { readPayForm, type Means, type Typed, type Wrongs } from './pay-form.ts'
import { bankPage, overPage, payPage } from './pay-page.ts'
import {
  askToAuthenticate,
  confirmFree,
  decline,
  payByCard,
  payByDebit,
  payerToAuthenticate,
} from './payments.ts'
import { linesOf, sessionById, successUrl } from './sessions.ts'
import type { Session } from './shapes.ts'
import { TEST_CARDS } from './test-numbers.ts'
import { languageOf, WORDS, type Language } from './words.ts'
import type { World } from './world.ts'

// As Stripe does, the buyer waits a little for the shop to have heard of the payment.
const WEBHOOK_PATIENCE_MILLISECONDS = 10_000

type Visit = Context<Connection>

/** The payment pages, which work without scripts. */
export function hostedPages(world: World): Hono<Connection> {
  const pages = new Hono<Connection>()
  pages.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    )
  })
  pages.use('/:id/*', async (c, next) => {
    const id = c.req.param('id')
    if (world.state.sessions.has(id)) return next()
    return unknownPage(c)
  })
  pages.get('/:id', (c) => show(world, c, visited(world, c)))
  pages.post('/:id', (c) => pay(world, c, visited(world, c)))
  pages.get('/:id/authentication', (c) => {
    const session = visited(world, c)
    if (!payerToAuthenticate(world, session)) return c.redirect(`/c/pay/${session.id}`, 303)
    return c.html(bankPage(languageFor(c, session), session))
  })
  pages.post('/:id/authentication', (c) => authenticate(world, c, visited(world, c)))
  return pages
}

function visited(world: World, c: Visit): Session {
  return sessionById(world, c.req.param('id') ?? '')
}

function languageFor(c: Visit, session: Session): Language {
  return languageOf(session.locale, c.req.header('accept-language'))
}

function show(world: World, c: Visit, session: Session) {
  const language = languageFor(c, session)
  if (session.status !== 'open') return c.html(overPage(language, session))
  return c.html(payPage(language, session, linesOf(world, session.id)))
}

async function pay(world: World, c: Visit, session: Session) {
  // The form is read first: what follows must not be interrupted by a second click.
  const typed = (await c.req.parseBody()) as Typed
  if (session.status === 'complete') return c.redirect(successUrl(session), 303)
  if (session.status === 'expired') return show(world, c, session)
  const { amount_total: total, customer_email: email } = session
  const read = readPayForm(typed, { email, free: total === 0, now: world.now() })
  if (!read.ok) return showWrong(world, c, session, typed, read.wrongs)
  return act(world, c, session, typed, read.means)
}

async function act(world: World, c: Visit, session: Session, typed: Typed, means: Means) {
  if (means.by === 'nothing') confirmFree(world, session, { name: null, email: null })
  else if (means.by === 'iban') payByDebit(world, session, means.payer, means.iban)
  else if (means.card.outcome === 'declined') {
    decline(world, session, means.payer, 'card_declined')
    return showWrong(world, c, session, typed, { number: 'cardDeclined' })
  } else if (means.card.outcome === 'authenticates') {
    askToAuthenticate(world, session, means.payer)
    return c.redirect(`/c/pay/${session.id}/authentication`, 303)
  } else payByCard(world, session, means.payer, means.card)
  return toTheShop(world, c, session)
}

async function authenticate(world: World, c: Visit, session: Session) {
  const { outcome } = await c.req.parseBody()
  if (session.status === 'complete') return c.redirect(successUrl(session), 303)
  const payer = payerToAuthenticate(world, session)
  if (session.status === 'expired' || !payer) return c.redirect(`/c/pay/${session.id}`, 303)
  const card = TEST_CARDS.find((known) => known.outcome === 'authenticates')
  if (outcome === 'succeed' && card) {
    payByCard(world, session, payer, card)
    return toTheShop(world, c, session)
  }
  decline(world, session, payer, 'payment_intent_authentication_failure')
  return showWrong(world, c, session, { method: 'card' }, { number: 'notAuthenticated' })
}

function showWrong(world: World, c: Visit, session: Session, typed: Typed, wrongs: Wrongs) {
  const lines = linesOf(world, session.id)
  return c.html(payPage(languageFor(c, session), session, lines, { typed, wrongs }), 422)
}

async function toTheShop(world: World, c: Visit, session: Session) {
  await Promise.race([world.quiet, pause(WEBHOOK_PATIENCE_MILLISECONDS)])
  return c.redirect(successUrl(session), 303)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

function unknownPage(c: Visit) {
  const language = languageOf(null, c.req.header('accept-language'))
  const nothing: Html = html``
  return c.html(layout(language, WORDS.unknownTitle[language], nothing), 404)
}
