import type { Fields, Problems } from '#lib/form.ts'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Named } from '../desk-queries.ts'
import { STANDINGS, words } from '../desk-words.ts'
import { draftFrom, markOf } from '../form.ts'
import type { PromotionRow } from '../queries.ts'
import { standingOf } from '../rules.ts'
import { Uses } from './list-page.tsx'
import { GiftFields, HowFields, NameFields } from './offer-fields.tsx'
import { useSentence } from './offer-sentence.ts'
import { ScopeFields } from './scope-fields.tsx'
import { TimeFields } from './time-fields.tsx'

/** Everything that the form of an offer is drawn from. */
export type OfferForm = {
  /** What is being changed; null for a new one. */
  offer: PromotionRow | null
  /** Made with a new form: posted again it is the same offer. */
  newId: string
  typed: Fields
  problems: Problems
  collections: readonly Named[]
  /** The pieces that are ticked, and those that were found. */
  pieces: readonly Named[]
  found: readonly Named[] | null
}

type Props = OfferForm & { done?: string; refused?: boolean; stale?: boolean }

const DONE: Record<string, keyof typeof words> = {
  added: 'added',
  saved: 'saved',
  paused: 'paused',
  resumed: 'resumed',
}

/** One offer: what it gives in a sentence that follows what is typed, then the form. */
export function OfferPage({ done = '', refused = false, stale = false, ...form }: Props) {
  const { say, t } = useSite()
  const { offer, newId, problems } = form
  const title = offer ? t(offer.title) : say(words.add)
  const told = DONE[done]
  return (
    <AdminFrame
      title={title}
      current="promotions"
      back={{ href: deskLink.promotions(), label: say(words.title) }}
    >
      <DeskHead title={title}>{offer && <Rest offer={offer} />}</DeskHead>
      {told && <Done>{say(words[told])}</Done>}
      {refused && <Notice urgent>{say(words.used)}</Notice>}
      {stale && <Notice urgent>{say(words.stale)}</Notice>}
      <ProblemSummary problems={problems} />
      <form
        class="sheet offer"
        method="post"
        action={offer ? deskLink.promotion(offer.id) : deskLink.promotions()}
        novalidate
        data-live=".offer-said"
      >
        <input type="hidden" name="id" value={offer?.id ?? newId} />
        {offer && <input type="hidden" name="mark" value={markOf(offer)} />}
        {/* What the Enter key presses: the first button of a form, whichever field it is in. */}
        <button class="ears" tabindex={-1} aria-hidden="true">
          {say(words.save)}
        </button>
        <div class="sheet-main">
          <NameFields {...form} />
          <GiftFields {...form} />
          <HowFields {...form} />
          <ScopeFields {...form} />
        </div>
        <div class="sheet-side">
          <Said {...form} />
          <TimeFields {...form} />
        </div>
        <SaveBar>
          <button class="btn">{say(words.save)}</button>
        </SaveBar>
      </form>
      {offer?.uses === 0 && (
        <AskOnce
          open={say(words.remove)}
          of={title}
          action={deskLink.promotionPart(offer.id, 'removal')}
          text={say(words.removeText)}
          act={say(words.removeAct)}
        />
      )}
    </AdminFrame>
  )
}

/** The offer as it stands in the form, in a sentence. */
function Said({ offer, typed, collections, pieces, found }: OfferForm) {
  const { say, settings } = useSite()
  const sentence = useSentence()
  const { draft } = draftFrom(typed, settings.shop)
  return (
    <section aria-labelledby="said-title">
      <h2 id="said-title">{say(words.said)}</h2>
      <output class="offer-said">
        {sentence(draft, [...collections, ...pieces, ...(found ?? [])])}
      </output>
      {offer && <StandingLine offer={offer} />}
    </section>
  )
}

function StandingLine({ offer }: { offer: PromotionRow }) {
  const { now, say } = useSite()
  const { tone, says } = STANDINGS[standingOf(offer, now)]
  return (
    <Tag tone={tone} large>
      {say(says)}, <Uses offer={offer} />
    </Tag>
  )
}

/** One press stops an offer, or lets it run again. */
function Rest({ offer }: { offer: PromotionRow }) {
  const { now, say } = useSite()
  if (standingOf(offer, now) === 'over') return null
  return (
    <form method="post" action={deskLink.promotionPart(offer.id, 'rest')}>
      <input type="hidden" name="active" value={offer.active ? 'no' : 'yes'} />
      <button class="btn quiet">{say(offer.active ? words.pause : words.resume)}</button>
    </form>
  )
}
