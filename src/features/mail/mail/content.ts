import type { OrderLineRow, OrderView } from '#features/orders/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { addressLines } from '#lib/address.ts'
import { addDays, formatDay, localTime } from '#lib/dates.ts'
import { type Lang, type Phrase, pick, say as sayIn } from '#lib/i18n.ts'
import { formatMoney } from '#lib/money.ts'
import { imagePath, makeLinks } from '#links.ts'
import { words } from '../words.ts'
import { ownWords } from './own-words.ts'
import { withdrawalForm } from './withdrawal-form.ts'
import { noWithdrawal, writtenOn } from './written.ts'

const WITHDRAWAL_DAYS = 14

/** An order with what is around it: the terms it accepted, the shop, and the shop's address. */
export type Facts = { view: OrderView; terms: string; settings: Settings; origin: string }

/** What the confirmation tells, in the order it tells it: drawn as HTML and written as text from this alone. */
export type Content = ReturnType<typeof confirmationContent>

export function confirmationContent(facts: Facts) {
  const { view, settings, origin } = facts
  const { order } = view
  if (order.number === null) throw new Error('The order has no number yet')
  const { lang } = order
  const { shop } = settings
  const link = makeLinks(lang, shop.languages)
  const url = origin + link.order(order.token)
  const voice = voiceOf(facts)
  const { say, money, day } = voice
  const number = order.number
  return {
    lang,
    subject: say(words.subject, { number, shop: shop.name }),
    shop: { name: shop.name, url: origin + link.home(), logo: pictureUrl(origin, shop.logo, 480) },
    picture: openingPicture(facts),
    title: say(words.thanks, { name: order.firstName }),
    lead: leadOf(facts, voice, number),
    button: { label: say(words.follow), url },
    lines: view.lines.map((line) => ({
      title: line.title,
      choice: line.choice,
      quantity: line.quantity,
      sum: money(line.total),
      picture: pictureUrl(origin, line.imageHash, 160),
      notes: [...writtenOn(line, lang), ...lineNotes(facts, line, voice)],
    })),
    offers: view.adjustments
      .filter(({ kind }) => kind === 'discount')
      .map(({ label, amount }) => ({ label, sum: money(amount) })),
    delivery: order.delivery && {
      label: say(words.delivery, { method: order.delivery.title }),
      sum: money(deliveryOf(view)),
    },
    total: { label: say(words.total), sum: money(order.total), vat: vatLine(facts, voice) },
    panels: [
      destination(facts, voice),
      { title: say(words.question), lines: [say(words.answer), shop.phone].filter(Boolean) },
      ...(order.note ? [{ title: say(words.note), lines: order.note.split(/\r?\n/) }] : []),
    ],
    withdrawal: {
      title: say(words.changeOfMind),
      text: withdrawalText(facts, voice),
      link: { label: say(words.withdraw), url },
    },
    guarantee: { title: say(words.guarantee), text: say(words.guaranteeText) },
    form: withdrawalForm({
      lang,
      seller: [...sellerLines(settings), shop.email].join(', '),
      number,
      placed: day(localTime(order.placedAt, shop.timeZone).day, { weekday: false, year: true }),
    }),
    terms: { title: say(words.terms), markdown: facts.terms, base: origin + link.page('terms') },
    seller: [...sellerLines(settings), shop.phone, shop.email].filter(Boolean),
  }
}

function leadOf(facts: Facts, voice: Voice, number: number): string {
  const { order } = facts.view
  const { shop } = facts.settings
  const values = { number, name: order.firstName, shop: shop.name }
  const own = ownWords(facts.settings, 'confirmation', voice.lang, values)
  return [voice.say(words.paid, { number }), arrival(facts, voice), ...own]
    .filter(Boolean)
    .join(' ')
}

export type Voice = ReturnType<typeof voiceOf>

/** How a mail speaks: in the order's language. */
export function voiceOf({ view: { order } }: Facts) {
  const lang: Lang = order.lang
  return {
    lang,
    say: (phrase: Phrase, values?: Record<string, string | number>) => sayIn(phrase, lang, values),
    money: (amount: number) => formatMoney(amount, order.currency, lang),
    day: (day: string, options?: Parameters<typeof formatDay>[2]) => formatDay(day, lang, options),
  }
}

function arrival({ view }: Facts, { say, day }: Voice): string {
  const { delivery } = view.order
  if (!delivery) return ''
  const { from, to } = delivery
  if (delivery.kind === 'pickup') return say(words.pickup, { day: day(from) })
  const month = from.slice(0, 7) !== to.slice(0, 7)
  const when =
    from === to
      ? say(words.onDay, { day: day(to) })
      : say(words.between, { from: day(from, { month }), to: day(to) })
  return say(words.parcel, { when })
}

/** Codes of gift cards, and where files are: never a link to a file, which would end in other people's mails. */
function lineNotes({ view, settings }: Facts, line: OrderLineRow, { say, money, day }: Voice) {
  const { timeZone } = settings.shop
  if (line.kind === 'digital') return [say(words.file)]
  return view.cards
    .filter((card) => card.lineId === line.id && card.balance > 0)
    .map(({ code, amount, expiresAt }) =>
      say(words.card, {
        code,
        amount: money(amount),
        day: day(localTime(expiresAt, timeZone).day, { weekday: false, year: true }),
      }),
    )
}

function vatLine({ view, settings }: Facts, { lang, say, money }: Voice): string {
  const { vatTotal } = view.order
  if (vatTotal > 0) return say(words.vat, { amount: money(vatTotal) })
  return settings.tax.regime === 'exempt'
    ? pick(settings.tax.mention, lang) || say(words.noVat)
    : ''
}

/** What delivery costs before any offer; what an offer takes off it is a line of its own. */
function deliveryOf({ order, adjustments }: OrderView): number {
  return adjustments.find(({ kind }) => kind === 'delivery')?.amount ?? order.deliveryTotal
}

/** Until when the buyer may withdraw, unless everything was made with their own words. */
function withdrawalText(facts: Facts, voice: Voice): string {
  const { lines } = facts.view
  const all = lines.every(({ personal }) => personal.length > 0)
  return [
    ...(all ? [] : [lastDay(facts, voice)]),
    noWithdrawal(lines, voice.lang),
    voice.say(words.exceptions),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Where the order goes, or is fetched. */
export function destination({ view: { order }, settings }: Facts, { lang, say }: Voice) {
  const name = `${order.firstName} ${order.lastName}`.trim()
  if (order.delivery?.kind === 'pickup') {
    const hours = pick(settings.shop.hours, lang)
    return {
      title: say(words.collectedAt),
      lines: [...sellerLines(settings), hours].filter(Boolean),
    }
  }
  const address = order.address && addressLines(order.address, lang, settings.shop.address.country)
  return {
    title: say(order.delivery ? words.deliveredTo : words.boughtBy),
    lines: [name, ...(address ?? [])],
  }
}

/** Until when the buyer may withdraw: counted from the promised day, or from the sale when nothing is delivered. */
function lastDay({ view: { order }, settings }: Facts, { say, day }: Voice): string {
  const sold = localTime(order.paidAt ?? order.placedAt, settings.shop.timeZone).day
  const start = order.delivery?.to ?? sold
  return say(order.delivery ? words.withdrawal : words.withdrawalNow, {
    day: day(addDays(start, WITHDRAWAL_DAYS), { weekday: false }),
    delivered: day(start, { weekday: false }),
  })
}

function sellerLines({ shop }: Settings): string[] {
  const { line1, postalCode, city } = shop.address
  return [shop.name, line1, `${postalCode} ${city}`.trim()].filter(Boolean)
}

/** The shop's opening picture, on top of every mail. */
export function openingPicture({ view, settings, origin }: Facts) {
  const hero = settings.home.blocks.find((block) => block.type === 'hero')
  const src = pictureUrl(origin, hero?.image, 1200)
  return src && { src, alt: pick(hero?.alt, view.order.lang) }
}

/** At the shop itself, wherever pages show pictures from: a mail is kept for years, and a domain goes sooner. */
export function pictureUrl(
  origin: string,
  hash: string | null | undefined,
  width: number,
): string | null {
  return hash ? origin + imagePath(hash, width, 'jpg') : null
}
