import { sealedLine } from '#features/journal/queries.ts'
import { readOrder } from '#features/orders/queries.ts'
import { defaultLang, type Settings } from '#features/settings/rules.ts'
import type { Tools } from '#platform/tools.ts'
import type { Letter } from './letter.ts'
import { drawConfirmation } from './mail/confirmation.tsx'
import { drawNote } from './mail/note.tsx'
import { alertNote } from './mail/alert-note.ts'
import { orderNote } from './mail/order-note.ts'
import { drawShipped } from './mail/shipped.tsx'
import {
  answerNote,
  type Around,
  closingNote,
  codeNote,
  differencesNote,
  lowNote,
  messageNote,
  testNote,
} from './mail/shop-note.ts'
import * as q from './queries.ts'
import { isAboutOrder, type OrderTemplate, safeSubject, type Template } from './rules.ts'

type Mail = Pick<q.OutboxRow, 'id' | 'template' | 'orderId' | 'shipmentId' | 'to' | 'facts'>
type Bench = Pick<Tools, 'db' | 'env'>
type Drawn = { subject: string; html: string; text: string; to: string }

/**
 * Writes a mail from what the shop knows now: in the buyer's language to the buyer, in the shop's own to the workshop.
 * Throws when what it tells of is gone.
 */
export async function compose(bench: Bench, mail: Mail, settings: Settings): Promise<Letter> {
  const { template, facts } = mail
  const { subject, html, text, to } = isAboutOrder(template)
    ? await aboutOrder(bench, { ...mail, template }, settings)
    : await aboutShop(bench, { template, facts }, settings)
  return {
    id: mail.id,
    subject: safeSubject(subject),
    html,
    text,
    from: { name: safeSubject(settings.shop.name), email: settings.mail.from },
    to: mail.to ?? to,
    replyTo: settings.shop.email,
  }
}

type OrderMail = Mail & { template: OrderTemplate }

async function aboutOrder({ db, env }: Bench, mail: OrderMail, settings: Settings): Promise<Drawn> {
  const { template, shipmentId } = mail
  const [view, [refund = null]] = await Promise.all([
    readOrder(db, mail.orderId ?? ''),
    q.refundById(db, idIn(mail.facts, 'refund')),
  ])
  if (!view) throw new Error('No such order')
  const [terms] = await q.acceptedTerms(db, view.order.termsHash)
  const facts = { view, terms: terms?.body ?? '', settings, origin: new URL(env.SHOP_URL).origin }
  const to = view.order.email
  switch (template) {
    case 'confirmation':
      return { ...(await drawConfirmation(facts)), to }
    case 'shipped':
      return { ...(await drawShipped({ ...facts, shipmentId: shipmentId ?? '' })), to }
    case 'received':
    case 'payment_failed':
    case 'ready':
    case 'refunded':
    case 'cancelled':
    case 'pay_link':
      return { ...(await drawNote(orderNote(template, { ...facts, refund }), settings.theme)), to }
    default:
      return template satisfies never
  }
}

type OtherMail = { template: Exclude<Template, OrderTemplate>; facts: Mail['facts'] }

async function aboutShop({ db, env }: Bench, mail: OtherMail, settings: Settings): Promise<Drawn> {
  const origin = new URL(env.SHOP_URL).origin
  const note = await noteOf(db, mail, { settings, origin, lang: defaultLang(settings.shop) })
  return { ...(await drawNote(note, settings.theme)), to: settings.shop.email }
}

async function noteOf(db: Bench['db'], { template, facts }: OtherMail, around: Around) {
  switch (template) {
    case 'alert': {
      const view = await readOrder(db, idIn(facts, 'order'))
      if (!view) throw new Error('No such order')
      return alertNote(around, view, { about: idIn(facts, 'about'), ref: idIn(facts, 'ref') })
    }
    case 'message': {
      const [message] = await q.messageById(db, idIn(facts, 'message'))
      if (!message) throw new Error('No such message')
      return messageNote(around, message)
    }
    case 'answer': {
      const [answered] = await q.answeredById(db, idIn(facts, 'answer'))
      if (!answered) throw new Error('No such answer')
      return answerNote(around, answered)
    }
    case 'low_stock':
      return lowNote(around, await q.lowVariants(db, idsIn(facts, 'variants')))
    case 'closing': {
      const [closed] = await sealedLine(db, Number(facts['seq']))
      if (!closed?.hash) throw new Error('No such closing')
      return closingNote(around, closed.line, closed.hash)
    }
    case 'code_used':
      return codeNote(around, idIn(facts, 'who'))
    case 'differences':
      return differencesNote(around)
    case 'test':
      return testNote(around)
    default:
      return template satisfies never
  }
}

function idIn(facts: Record<string, unknown>, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? value : ''
}

function idsIn(facts: Record<string, unknown>, name: string): string[] {
  const value = facts[name]
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}
