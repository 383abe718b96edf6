import { WindowFrame } from '#features/content/admin/window-frame.tsx'
import { PictureField } from '#features/images/admin/picture-field.tsx'
import type { Image } from '#features/images/queries.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { Done, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { BASES, CORNERS, LETTERS, LOOK_NAMES, words } from '../desk-words.ts'
import { LOOK_KEYS } from '../looks.ts'
import { CHOICES } from '../rules.ts'
import { ColourFields } from './colour-fields.tsx'
import { LookSample } from './look-sample.tsx'

type Props = {
  typed: Fields
  problems?: Problems
  mark: string
  /** The address of the style sheet of what was typed. */
  sheet: string
  logo: Image | null
  told?: 'saved' | 'unsaved' | 'stale' | undefined
}

/** The colours, shapes and letters of the shop, with a small shop that wears them. */
export function LookPage({ typed, problems = {}, mark, sheet, logo, told }: Props) {
  const { say } = useSite()
  const faulty = Object.keys(problems).some((name) => name !== 'logo')
  return (
    <WindowFrame part="look">
      {told === 'saved' && <Done>{say(deskWords.saved)}</Done>}
      {told === 'stale' && <Notice urgent>{say(words.stale)}</Notice>}
      <ProblemSummary problems={problems} />
      <Starts />
      <form
        class="sheet look-sheet"
        method="post"
        action={deskLink.content('look')}
        novalidate
        data-live
      >
        <div class="sheet-main">
          {/* Enter in a field presses the first button: it saves. */}
          <button class="ears" tabindex={-1} aria-hidden="true"></button>
          <input type="hidden" name="mark" value={mark} />
          <ColourFields typed={typed} problems={problems} />
          {faulty && (
            <p>
              <button class="btn quiet" name="act" value="mend">
                {say(words.mend)}
              </button>
            </p>
          )}
          <Shapes typed={typed} />
          <section>
            <h2>{say(words.logo)}</h2>
            <p class="xs soft">{say(words.logoText)}</p>
            <LogoField problems={problems} logo={logo} />
          </section>
        </div>
        <div class="sheet-side">
          <LookSample sheet={sheet} />
        </div>
        <SaveBar {...(told === 'unsaved' ? { note: say(words.unsaved) } : {})}>
          <button class="btn quiet" name="act" value="show" data-preview>
            {say(words.show)}
          </button>
          <button class="btn">{say(deskWords.save)}</button>
        </SaveBar>
      </form>
    </WindowFrame>
  )
}

/** Looks to start from: each fills the form. */
function Starts() {
  const { say } = useSite()
  return (
    <section class="look-starts">
      <h2>{say(words.start)}</h2>
      <ul>
        {LOOK_KEYS.map((name) => (
          <li>
            <a href={`${deskLink.content('look')}?from=${name}`} class={`look-${name}`}>
              <span aria-hidden="true"></span>
              {say(LOOK_NAMES[name])}
            </a>
          </li>
        ))}
      </ul>
      <p class="xs soft">
        {say(words.startText)} {say(words.light)}
      </p>
    </section>
  )
}

function Shapes({ typed }: Pick<Props, 'typed'>) {
  const { say } = useSite()
  const f = useFields({ typed })
  const of = <Name extends string>(
    names: readonly Name[],
    all: Record<Name, { label: Parameters<typeof say>[0]; hint?: Parameters<typeof say>[0] }>,
  ) =>
    names.map((value) => {
      const { label, hint } = all[value]
      return { value, label: say(label), ...(hint && { hint: say(hint) }) }
    })
  return (
    <section class="look-shapes">
      {f.choice({
        name: 'letters',
        label: say(words.letters),
        choices: of(CHOICES.letters, LETTERS),
      })}
      {f.choice({ name: 'base', label: say(words.base), choices: of(CHOICES.base, BASES) })}
      {f.choice({
        name: 'corners',
        label: say(words.corners),
        choices: of(CHOICES.corners, CORNERS),
      })}
    </section>
  )
}

function LogoField({ problems = {}, logo }: Pick<Props, 'problems' | 'logo'>) {
  const { say } = useSite()
  const problem = problems['logo']
  return (
    <PictureField
      name="logo"
      label={say(words.logo)}
      image={logo}
      problem={problem && say(problem)}
    />
  )
}
