import { trackingLink } from '#features/delivery/rules.ts'
import type { OrderView } from '#features/orders/queries.ts'
import { leftToSend } from '#features/orders/rules.ts'
import { makeLinks } from '#links.ts'
import { words } from '../words.ts'
import {
  destination,
  type Facts,
  openingPicture,
  pictureUrl,
  type Voice,
  voiceOf,
} from './content.ts'
import { writtenOn } from './written.ts'
import { ownWords } from './own-words.ts'

export type ShippedFacts = Facts & { shipmentId: string }

/** What the mail of a parcel tells: what is in it, who carries it, where to follow it. */
export type ShippedContent = ReturnType<typeof shippedContent>

export function shippedContent(facts: ShippedFacts) {
  const { view, settings, origin } = facts
  const { order } = view
  const parcel = view.shipments.find(({ id }) => id === facts.shipmentId)
  if (!parcel || order.number === null) throw new Error('No such parcel')
  const { shop, carriers } = settings
  const voice = voiceOf(facts)
  const { say, lang } = voice
  const link = makeLinks(lang, shop.languages)
  const tracking = trackingLink(carriers, parcel, order.address?.postalCode ?? '')
  return {
    lang,
    subject: say(words.shippedSubject, { number: order.number, shop: shop.name }),
    shop: { name: shop.name, url: origin + link.home(), logo: pictureUrl(origin, shop.logo, 480) },
    picture: openingPicture(facts),
    title: say(words.shippedTitle, { name: order.firstName }),
    lead: [
      journey(parcel, voice),
      rest(view, voice),
      ...ownWords(settings, 'shipped', lang, {
        number: order.number,
        name: order.firstName,
        shop: shop.name,
      }),
    ]
      .filter(Boolean)
      .join(' '),
    button: {
      label: say(tracking ? words.track : words.follow),
      url: tracking ?? origin + link.order(order.token),
    },
    inside: say(words.inside),
    lines: view.lines.flatMap((line) => {
      const sent = view.sent.find((one) => one.shipmentId === parcel.id && one.lineId === line.id)
      if (!sent) return []
      const picture = pictureUrl(origin, line.imageHash, 160)
      return [{ title: line.title, choice: choiceOf(line, lang), quantity: sent.quantity, picture }]
    }),
    panels: [
      destination(facts, voice),
      { title: say(words.question), lines: [say(words.answer), shop.phone].filter(Boolean) },
    ],
  }
}

/** What was chosen, and what is written on it. */
function choiceOf(line: OrderView['lines'][number], lang: OrderView['order']['lang']): string {
  return [line.choice, ...writtenOn(line, lang)].filter(Boolean).join(', ')
}

function journey({ carrier, number }: OrderView['shipments'][number], { say }: Voice): string {
  if (carrier && number) return say(words.shippedWith, { carrier, number })
  if (carrier) return say(words.shippedBy, { carrier })
  return number ? say(words.shippedUnder, { number }) : ''
}

/** Whether more was to come when this parcel left is told by what is left now: it is sent at once. */
function rest(view: OrderView, { say }: Voice): string {
  return leftToSend(view).size > 0 ? say(words.restFollows) : ''
}
