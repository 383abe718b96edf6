import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { type Fields, type Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { DeskHead, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import type { MethodRow } from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { CountryTicks } from './country-ticks.tsx'

export type MethodSheet = {
  typed: Fields
  problems?: Problems
  /** Of a new one: its id, made with the page. Of one that is there: how it stood. */
  mark: string
  /** Rows of weights. */
  rows: number
  told?: 'stale' | 'full'
}

/** The form of a way to deliver; without `method` it makes one. */
export function MethodPage({ method, sheet }: { method: MethodRow | null; sheet: MethodSheet }) {
  const { say, t } = useSite()
  const { problems = {}, told } = sheet
  const title = method ? t(method.title) : say(words.newTitle)
  return (
    <AdminFrame
      title={title}
      current="settings"
      back={{ href: deskLink.deliveries(), label: say(words.title) }}
    >
      <DeskHead title={title} />
      {told && <Notice urgent>{say(words[told])}</Notice>}
      <ProblemSummary problems={problems} />
      <form
        class="sheet"
        method="post"
        action={method ? deskLink.delivery(method.id) : deskLink.deliveries()}
        novalidate
      >
        <input type="hidden" name="mark" value={sheet.mark} />
        {/* The first button of a form is what the Enter key presses: it saves. */}
        <button class="ears" tabindex={-1} aria-hidden="true"></button>
        <Kind sheet={sheet} />
        <Costs sheet={sheet} />
        <Times sheet={sheet} />
        <section class="of-parcel">
          <h2>{say(words.where)}</h2>
          <p class="s soft">{say(words.whereText)}</p>
          <CountryTicks {...sheet} />
        </section>
        <SaveBar />
      </form>
      {method && (
        <AskOnce
          open={say(words.remove)}
          action={deskLink.delivery(method.id, 'removal')}
          text={say(words.removeText)}
          act={say(words.removeAct)}
        />
      )}
    </AdminFrame>
  )
}

function Kind({ sheet }: { sheet: MethodSheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <section>
      <h2>{say(words.what)}</h2>
      {f.choice({
        name: 'kind',
        label: say(words.kind),
        choices: [
          { value: 'parcel', label: say(words.parcel) },
          { value: 'pickup', label: say(words.collect) },
        ],
      })}
      {f.texts({
        name: 'title',
        label: say(words.name),
        hint: say(words.nameHint),
        optional: false,
      })}
      {f.texts({ name: 'promise', label: say(words.promise), hint: say(words.promiseHint) })}
      <div class="of-pickup">
        {f.texts({ name: 'hours', label: say(words.hours), hint: say(words.hoursHint) })}
      </div>
      {f.flag({ name: 'offered', label: say(words.offered) })}
    </section>
  )
}

function Costs({ sheet }: { sheet: MethodSheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <section>
      <h2>{say(words.cost)}</h2>
      <p class="s soft">{say(words.costText)}</p>
      {Array.from({ length: sheet.rows }, (_, at) => (
        <fieldset class="setting-row band">
          <legend class="ears">{say(words.row, { n: at + 1 })}</legend>
          {f.whole({ name: `up_to.${at}`, label: say(words.upTo) })}
          {f.money({ name: `price.${at}`, label: say(words.price) })}
        </fieldset>
      ))}
      <div>
        <Button quiet name="step" value="row">
          {say(words.moreRows)}
        </Button>
      </div>
      {f.money({
        name: 'free_above',
        label: say(words.freeAbove),
        hint: say(words.freeAboveHint),
      })}
    </section>
  )
}

function Times({ sheet }: { sheet: MethodSheet }) {
  const { say } = useSite()
  const f = useFields(sheet)
  return (
    <section>
      <h2>{say(words.time)}</h2>
      <p class="s soft">{say(words.timeText)}</p>
      <div class="setting-row band">
        {f.whole({ name: 'min_days', label: say(words.minDays), optional: false })}
        {f.whole({ name: 'max_days', label: say(words.maxDays), optional: false })}
      </div>
      {f.choice({
        name: 'speed',
        label: say(words.speed),
        choices: [
          { value: 'standard', label: say(words.standard) },
          { value: 'express', label: say(words.express) },
        ],
      })}
    </section>
  )
}
