import { formatDay, localTime } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { FILE_LINK_HOURS } from '../rules.ts'
import { words } from '../words.ts'

/** A file that was refunded has no address. */
export type File = { name: string; href: string | null }

/** What an order hands over on this very page: files and gift cards. */
export function Handed({ files, cards }: { files: readonly File[]; cards: OrderView['cards'] }) {
  const { say } = useSite()
  return (
    <>
      {files.length > 0 && (
        <section class="handed" aria-labelledby="files">
          <h2 id="files">{say(words.files)}</h2>
          <ul>
            {files.map(({ name, href }) => (
              <li>
                {href === null ? (
                  say(words.fileRepaid, { file: name })
                ) : (
                  <a class="btn" href={href}>
                    {say(words.download, { file: name })}
                  </a>
                )}
              </li>
            ))}
          </ul>
          {files.some(({ href }) => href !== null) && (
            <p class="s soft">{say(words.filesText, { hours: FILE_LINK_HOURS })}</p>
          )}
        </section>
      )}
      {cards.length > 0 && (
        <section class="handed" aria-labelledby="cards">
          <h2 id="cards">{say(words.cards)}</h2>
          <ul>
            {cards.map((card) => (
              <GiftCard card={card} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function GiftCard({ card }: { card: OrderView['cards'][number] }) {
  const { settings, lang, say } = useSite()
  const { day } = localTime(card.expiresAt, settings.shop.timeZone)
  return (
    <li class="clay">
      <p class="d2 num">{card.code}</p>
      <p class="s">
        {card.balance === 0
          ? say(words.cardRepaid)
          : say(words.card, {
              amount: formatMoney(card.amount, card.currency, lang),
              day: formatDay(day, lang, { weekday: false, year: true }),
            })}
      </p>
    </li>
  )
}
