import type { QuoteCode } from '#features/pricing/add-up.ts'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Refused } from '../rules.ts'
import { words } from '../words.ts'
import { useRefusal } from './code-words.ts'

/** A code that was typed and not taken. */
type Typed = Pick<Refused, 'missing'> & { typed: string; because: Refused['because'] | 'tooMany' }

type Props = {
  /** The code that the cart keeps. */
  code: QuoteCode | null
  refused: Typed | null
  /** What the buttons are called where they stand in a form with others. */
  step?: boolean
}

/** A code: typed, kept or refused. The field is behind a summary until there is something to say. */
export function CodeField({ code, refused, step = false }: Props) {
  const { say } = useSite()
  return (
    <details class="code" id="code-part" open={code !== null || refused !== null}>
      <summary>{say(words.haveCode)}</summary>
      {code && !refused ? (
        <KeptCode code={code} step={step} />
      ) : (
        <TypedCode refused={refused} step={step} />
      )}
    </details>
  )
}

function TypedCode({ refused, step }: { refused: Typed | null; step: boolean }) {
  const { say } = useSite()
  const why = useRefusal()
  return (
    <div class="field">
      <label class="label" for="code">
        {say(words.code)}
      </label>
      <div class="ask">
        <input
          type="text"
          id="code"
          name="code"
          value={refused?.typed}
          maxlength={60}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby={refused ? 'code-problem' : undefined}
          aria-invalid={refused ? 'true' : undefined}
        />
        <button
          class="btn quiet"
          name={step ? 'step' : undefined}
          value={step ? 'code' : undefined}
        >
          {say(words.apply)}
        </button>
      </div>
      {refused && (
        <div id="code-problem" role="alert">
          <Tag tone="bad" large>
            {why(refused)}
          </Tag>
        </div>
      )}
    </div>
  )
}

function KeptCode({ code, step }: { code: QuoteCode; step: boolean }) {
  const { say } = useSite()
  const why = useRefusal()
  return (
    <div class="field">
      <div class="sides s">
        <Tag tone={code.ok ? 'good' : 'warm'} large>
          {say(words.kept, { code: code.code })}
        </Tag>
        <button class="link" name={step ? 'step' : 'remove'} value={step ? 'uncode' : 'yes'}>
          {say(words.remove)}
          <span class="ears"> {say(words.theCode)}</span>
        </button>
      </div>
      {!code.ok && <p class="s">{why(code)}</p>}
    </div>
  )
}
