import type { Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { ProblemSummary } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { DOUBT_WORDS, FAULT_WORDS, words } from '../desk-words.ts'
import type { Verified } from '../verify.ts'

export type Checked = {
  /** The seal that was kept elsewhere, as it was typed. */
  typed: string
  problems: Problems
  verified: Verified | null
}

/** The button that verifies the journal, and what it found. */
export function Check({ typed, problems, verified }: Checked) {
  const { say } = useSite()
  const f = useFields({ typed: { kept: typed }, problems })
  return (
    <form class="ledger-check" method="post" action={deskLink.ledger('verification')} novalidate>
      <h2>{say(words.check)}</h2>
      <p class="s soft">{say(words.checkText)}</p>
      <ProblemSummary problems={problems} />
      {verified && <Found verified={verified} kept={typed !== ''} />}
      {f.line({ name: 'kept', label: say(words.kept), hint: say(words.keptHint), maxlength: 100 })}
      <Button quiet>{say(words.check)}</Button>
    </form>
  )
}

function Found({ verified, kept }: { verified: Verified; kept: boolean }) {
  const { say, count } = useSite()
  const { verdict, number, doubts } = verified
  if (verdict.ok && doubts.length === 0) {
    const lines = count(verdict.lines, words.oneLine, words.manyLines)
    return (
      <Notice>
        <p>
          <b>{say(words.right, { lines })}</b> {kept && say(words.keptRight)}
        </p>
        <p class="xs">
          {say(words.head)} <code>{verdict.head}</code>
        </p>
      </Notice>
    )
  }
  const { lines } = verdict
  return (
    <Notice urgent>
      <p>
        <b>{say(words.wrong)}</b>
      </p>
      <ul>
        {!verdict.ok && (
          <li>
            {say(FAULT_WORDS[verdict.fault.because], {
              seq: verdict.fault.seq,
              number: number ? `(${number})` : '',
              lines,
            })}
          </li>
        )}
        {doubts.map((doubt) => (
          <li>{say(DOUBT_WORDS[doubt.about], { number: doubt.number })}</li>
        ))}
      </ul>
    </Notice>
  )
}
