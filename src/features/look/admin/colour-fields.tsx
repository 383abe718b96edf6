import type { Fields, Problems } from '#lib/form.ts'
import { hexOf } from '#lib/colour.ts'
import { Label } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { COLOUR_LABELS, words } from '../desk-words.ts'
import { type Colour, COLOUR_NAMES } from '../rules.ts'

const FIRST: readonly Colour[] = ['ground', 'ink', 'accent', 'deep', 'foot']

type Props = { typed: Fields; problems?: Problems }

/** The colours of the shop: the five that make it, and the others behind a line that opens. */
export function ColourFields({ typed, problems = {} }: Props) {
  const { say } = useSite()
  const others = COLOUR_NAMES.filter((name) => !FIRST.includes(name))
  return (
    <section>
      <h2>{say(words.colours)}</h2>
      <div class="colours">
        {FIRST.map((name) => (
          <ColourField name={name} typed={typed} problems={problems} />
        ))}
      </div>
      <p class="xs soft">{say(words.colourText)}</p>
      <details class="more-fields" open={others.some((name) => problems[name])}>
        <summary class="label">{say(words.otherColours)}</summary>
        <div class="colours">
          {others.map((name) => (
            <ColourField name={name} typed={typed} problems={problems} />
          ))}
        </div>
      </details>
    </section>
  )
}

function ColourField({ name, typed, problems = {} }: Props & { name: Colour }) {
  const { say } = useSite()
  const value = typed[name] ?? ''
  const hex = hexOf(value)
  const problem = problems[name]
  return (
    <div class="field colour">
      <Label of={name} class="label">
        {say(COLOUR_LABELS[name])}
      </Label>
      <input
        type={hex ? 'color' : 'text'}
        id={name}
        name={name}
        value={hex ?? value}
        required={!hex}
        aria-describedby={problem ? `${name}-problem` : undefined}
        aria-invalid={problem ? 'true' : undefined}
      />
      {problem && (
        <div id={`${name}-problem`}>
          <Tag tone="bad">{say(problem)}</Tag>
        </div>
      )}
    </div>
  )
}
