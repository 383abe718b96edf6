import { formatDay, localTime } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import { sentence as words } from '../desk-words.ts'
import { percentOf, type Draft } from '../form.ts'
import type { Named } from '../desk-queries.ts'
import { dayAndHour } from '../rules.ts'

/** Names that a sentence holds; beyond these it counts. */
const NAMES = 3

/** An offer as one sentence: what it gives, on what, from when until when, to whom. */
export function useSentence(): (offer: Draft, names: readonly Named[]) => string {
  const { say } = useSite()
  const gift = useGift()
  const place = useScope()
  const time = useTime()
  const limits = useLimits()
  return (offer, names) => {
    const code = offer.code ? say(words.withCode, { code: offer.code }) : say(words.withSomeCode)
    const how = offer.code === null ? say(words.alone) : code
    const first = [gift(offer), place(offer, names)].join(' ')
    const text = [first, ...time(offer), how, ...limits(offer)].join(', ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
}

function useGift(): (offer: Draft) => string {
  const { lang, price, say } = useSite()
  return ({ kind, basisPoints, amount, take, pay }) => {
    const unknown = say(words.unknown)
    switch (kind) {
      case 'percent':
        return say(words.percent, { percent: percentOf(basisPoints, lang) || unknown })
      case 'amount':
        return say(words.amount, { amount: amount === null ? unknown : price(amount) })
      case 'n_for_m':
        return say(words.n_for_m, { take: take ?? unknown, pay: pay ?? unknown })
      case 'free_delivery':
        return say(words.free_delivery)
      default:
        return kind satisfies never
    }
  }
}

function useScope(): (offer: Draft, names: readonly Named[]) => string {
  const { price, say, t } = useSite()
  return ({ scope, minimum }, known) => {
    const ids = [...scope.collections, ...scope.products]
    const titles = ids.flatMap((id) =>
      known.filter((one) => one.id === id).map((one) => t(one.title)),
    )
    const shown = titles.slice(0, NAMES).join(', ')
    const rest = titles.length - NAMES
    const names = rest > 0 ? say(words.andMore, { names: shown, count: rest }) : shown
    const on = ids.length === 0 ? say(words.onAll) : say(words.on, { names })
    return minimum > 0 ? `${on}, ${say(words.minimum, { amount: price(minimum) })}` : on
  }
}

function useTime(): (offer: Draft) => string[] {
  const { lang, now, say, settings } = useSite()
  const { timeZone } = settings.shop
  const thisYear = localTime(now, timeZone).day.slice(0, 4)
  /** A day alone when its hour says nothing more; with its year when that is another one. */
  const at = (moment: number, ends: boolean) => {
    const { day, hour } = dayAndHour(moment, timeZone, ends)
    const written = formatDay(day, lang, { weekday: false, year: !day.startsWith(thisYear) })
    return hour % 24 === 0 ? written : say(words.at, { day: written, hour })
  }
  return ({ startsAt, endsAt }) => [
    ...(startsAt !== null && startsAt > now
      ? [say(words.from, { moment: at(startsAt, false) })]
      : []),
    ...(endsAt === null ? [] : [say(words.until, { moment: at(endsAt, true) })]),
  ]
}

function useLimits(): (offer: Draft) => string[] {
  const { say } = useSite()
  return ({ usesMost, usesPerBuyer, combines }) => [
    ...(usesMost === null ? [] : [say(words.times, { count: usesMost })]),
    ...(usesPerBuyer === null
      ? []
      : [usesPerBuyer === 1 ? say(words.oncePer) : say(words.timesPer, { count: usesPerBuyer })]),
    ...(combines ? [say(words.combines)] : []),
  ]
}
