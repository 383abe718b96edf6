import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, SearchBox, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Asked, Named } from '../desk-queries.ts'
import { LIST_WORDS, STANDINGS, words } from '../desk-words.ts'
import type { PromotionRow } from '../queries.ts'
import { LISTS, standingOf } from '../rules.ts'
import { useSentence } from './offer-sentence.ts'

type Props = {
  offers: readonly PromotionRow[]
  /** What the offers are for. */
  names: readonly Named[]
  asked: Asked
  /** Where the next page begins, when there is one. */
  next: string | null
  removed: boolean
}

/** The offers, the newest first: each with what it gives, in a sentence. */
export function ListPage({ offers, names, asked, next, removed }: Props) {
  const { say } = useSite()
  const { list, q, before } = asked
  const here = q ? { q } : list ? { list } : {}
  const none = offers.length === 0 && !q && !list
  return (
    <AdminFrame title={say(words.title)} current="promotions">
      <DeskHead title={say(words.title)}>
        {!none && <ButtonLink href={deskLink.promotion('new')}>{say(words.add)}</ButtonLink>}
      </DeskHead>
      {removed && <Done>{say(words.removed)}</Done>}
      {!none && <ListTools asked={asked} />}
      {none ? (
        <Nothing text={say(words.none)}>
          <ButtonLink href={deskLink.promotion('new')}>{say(words.addFirst)}</ButtonLink>
        </Nothing>
      ) : offers.length === 0 ? (
        <Nothing text={list && !q ? say(LIST_WORDS[list].empty) : say(words.notFound, { q })}>
          <p>
            <a href={deskLink.promotions()}>{say(words.everyOffer)}</a>
          </p>
        </Nothing>
      ) : (
        <ul class="offer-rows">
          {offers.map((offer) => (
            <Row offer={offer} names={names} />
          ))}
        </ul>
      )}
      <Turning
        first={before ? deskLink.promotions(here) : null}
        next={next && deskLink.promotions({ ...here, before: next })}
      />
    </AdminFrame>
  )
}

function ListTools({ asked: { list, q } }: { asked: Asked }) {
  const { say } = useSite()
  const tabs = [null, ...LISTS].map((key) => ({
    href: deskLink.promotions(key ? { list: key } : {}),
    label: say(key ? LIST_WORDS[key].name : words.allOffers),
    current: !q && key === list,
  }))
  return (
    <div class="order-tools">
      <Tabs label={say(words.lists)} tabs={tabs} />
      <SearchBox action={deskLink.promotions()} q={q} label={say(words.search)} />
    </div>
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
