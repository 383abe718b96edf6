import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../desk-words.ts'

/** A small shop in a look: its style sheet is the one of this address. */
export function LookSample({ sheet }: { sheet: string }) {
  const { say } = useSite()
  return (
    <section id="preview" class="look-place" aria-label={say(words.preview)}>
      <link rel="stylesheet" href={sheet} />
      <div class="look-sample" inert>
        <Opening />
        <div class="look-piece">
          <p class="d1">{say(words.samplePiece)}</p>
          <p class="s soft">{say(words.sampleSoft)}</p>
          <Tag tone="good">{say(words.sampleGood)}</Tag>
          <Tag tone="warm">{say(words.sampleWarm)}</Tag>
          <Tag tone="bad">{say(words.sampleBad)}</Tag>
          <span class="look-field s">{say(words.sampleField)}</span>
          <p>
            <span class="btn quiet">{say(words.sampleQuiet)}</span>
          </p>
        </div>
        <div class="look-sunk s soft">{say(words.sampleSoft)}</div>
        <div class="sea">
          <p class="d2">{say(words.sampleBand)}</p>
          <p class="s soft">{say(words.sampleText)}</p>
        </div>
      </div>
    </section>
  )
}

function Opening() {
  const { say, settings } = useSite()
  return (
    <>
      <p class="look-head">
        <span class="mark">{settings.shop.name}</span>
        <span class="s now">{say(words.sampleMenu)}</span>
        <span class="s">{say(words.sampleMenuTwo)}</span>
      </p>
      <div class="look-plate"></div>
      <div class="pour">
        <p class="d3">{say(words.sampleTitle)}</p>
        <p class="s soft">{say(words.sampleText)}</p>
        <span class="btn">{say(words.sampleButton)}</span>
      </div>
    </>
  )
}
