import type { RefundRow } from '#features/mail/queries.ts'
import { formatMoment } from '#lib/dates.ts'
import { makeLinks } from '#links.ts'
import { noteWords as words } from '../note-words.ts'
import { destination, type Facts, openingPicture, pictureUrl, voiceOf } from './content.ts'
import type { Note } from './note.tsx'
import { ownWords } from './own-words.ts'

type OrderTemplate = 'received' | 'payment_failed' | 'ready' | 'refunded' | 'cancelled' | 'pay_link'

/** The short mails about an order, to its buyer. */
export function orderNote(
  template: OrderTemplate,
  facts: Facts & { refund: RefundRow | null },
): Note {
  const { view, settings, origin, refund } = facts
  const { order } = view
  const { shop } = settings
  const voice = voiceOf(facts)
  const { say, lang } = voice
  const link = makeLinks(lang, shop.languages)
  const url = origin + link.order(order.token)
  const values = {
    number: order.number ?? '',
    shop: shop.name,
    name: order.firstName,
    total: voice.money(order.total),
    amount: refund ? voice.money(refund.amount) : '',
    until: formatMoment(order.holdUntil, shop.timeZone, lang),
  }
  const told = words[template]
  return {
    lang,
    subject: say(order.number === null ? words.unnumbered[template] : told.subject, values),
    shop: { name: shop.name, url: origin + link.home(), logo: pictureUrl(origin, shop.logo, 480) },
    picture: openingPicture(facts) || null,
    title: say(told.title, values),
    paragraphs: [...ownWords(settings, template, lang, values), say(told.text, values)],
    button:
      template === 'pay_link'
        ? { url: `${url}/pay`, label: say(words.pay) }
        : { url, label: say(words.see) },
    panels: [
      ...(template === 'ready' ? [destination(facts, voice)] : []),
      { title: say(words.question), lines: [say(words.reply), shop.phone].filter(Boolean) },
    ],
  }
}
