import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Named } from '../desk-queries.ts'
import { STANDINGS, words } from '../desk-words.ts'
import type { PromotionRow } from '../queries.ts'
import { standingOf } from '../rules.ts'
import { useSentence } from './offer-sentence.ts'

type Props = {
  offers: readonly PromotionRow[]
  /** What the offers are for. */
  names: readonly Named[]
  before: string
  /** Where the next page begins, when there is one. */
  next: string | null
  removed: boolean
}

/** The offers, the newest first: each with what it gives, in a sentence. */
export function ListPage({ offers, names, before, next, removed }: Props) {
  const { say } = useSite()
  const none = offers.length === 0
  return (
    <AdminFrame title={say(words.title)} current="promotions">
      <DeskHead title={say(words.title)}>
        {!none && <ButtonLink href={deskLink.promotion('new')}>{say(words.add)}</ButtonLink>}
      </DeskHead>
      {removed && <Done>{say(words.removed)}</Done>}
      {none ? (
        <Nothing text={say(words.none)}>
          <ButtonLink href={deskLink.promotion('new')}>{say(words.addFirst)}</ButtonLink>
        </Nothing>
      ) : (
        <ul class="offer-rows">
          {offers.map((offer) => (
            <Row offer={offer} names={names} />
          ))}
        </ul>
      )}
      <Turning
        first={before ? deskLink.promotions() : null}
        next={next && deskLink.promotions({ before: next })}
      />
    </AdminFrame>
  )
}

function Row({ offer, names }: { offer: PromotionRow; names: readonly Named[] }) {
  const { now, say, t } = useSite()
  const sentence = useSentence()
  const { tone, says } = STANDINGS[standingOf(offer, now)]
  return (
    <li>
      <a href={deskLink.promotion(offer.id)}>
        <b>{t(offer.title)}</b>
        <span class="offer-code">
          {offer.code === null ? (
            <span class="xs soft">{say(words.automatic)}</span>
          ) : (
            <code>{offer.code}</code>
          )}
        </span>
        <span class="xs soft offer-says">{sentence(offer, names)}</span>
        <div class="offer-standing">
          <Tag tone={tone}>
            {say(says)}, <Uses offer={offer} />
          </Tag>
        </div>
      </a>
    </li>
  )
}

/** How often an offer was used. */
export function Uses({ offer: { uses, usesMost } }: { offer: PromotionRow }) {
  const { count, say } = useSite()
  if (uses === 0) return say(words.neverUsed)
  if (usesMost !== null) return say(words.usedOf, { count: uses, most: usesMost })
  return count(uses, words.usedOnce, words.usedTimes)
}
