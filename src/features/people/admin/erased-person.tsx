import { type Day, formatDay, localTime } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { lastDay } from '../rules.ts'

type Props = { proof: { orderId: string; at: number; until: number } }

/** In the place of a buyer who was erased: until when the proof is kept, and for an owner the way to it. */
export function ErasedPerson({ proof }: Props) {
  const { settings, lang, say, desk } = useSite()
  const { timeZone } = settings.shop
  const said = (day: Day) => formatDay(day, lang, { weekday: false, year: true })
  const theirs = desk?.entries.some(({ key }) => key === 'customers')
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{say(words.proofTitle)}</h2>
      <p class="s soft">
        {say(words.proofText, {
          day: said(localTime(proof.at, timeZone).day),
          until: said(lastDay(proof.until, timeZone)),
        })}
      </p>
      {theirs && (
        <form class="s" method="post" action={deskLink.proof(proof.orderId)}>
          <button class="link">{say(words.proofGet)}</button>
        </form>
      )}
    </section>
  )
}
