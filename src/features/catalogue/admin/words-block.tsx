import type { Fields, Problems } from '#lib/form.ts'
import type { Lang, Phrase } from '#lib/i18n.ts'
import { deskWords } from '#ui/desk-words.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { Fold } from './fold.tsx'

export type Form = { typed: Fields; problems: Problems }

const IN: Record<Lang, Phrase> = { fr: deskWords.inFrench, en: deskWords.inEnglish }
const MORE = ['care', 'made_in', 'warnings'] as const

/** What a piece is called and what is said of it, in the shop's first language. */
export function WordsBlock({ form }: { form: Form }) {
  const { settings } = useSite()
  const [first = 'fr'] = settings.shop.languages
  return (
    <section>
      <Title form={form} lang={first} must />
      <Description form={form} lang={first} />
    </section>
  )
}

/** What else is said of it, and everything in the other languages. */
export function MoreWords({ form }: { form: Form }) {
  const { settings, say } = useSite()
  const [first = 'fr', ...others] = settings.shop.languages
  const holds = MORE.map((name) => form.typed[`${name}.${first}`]).find(Boolean)
  return (
    <>
      <Fold
        title={say(words.moreWords)}
        form={form}
        fields={MORE.map((name) => `${name}.${first}`)}
        holds={holds}
      >
        <More form={form} lang={first} />
      </Fold>
      {others.map((lang) => (
        <Fold
          title={say(words.wordsIn, { lang: say(IN[lang]) })}
          form={form}
          fields={[...MORE, 'title', 'subtitle', 'description'].map((name) => `${name}.${lang}`)}
          holds={form.typed[`title.${lang}`] || say(words.wordsMissing)}
        >
          <Title form={form} lang={lang} />
          <Description form={form} lang={lang} />
          <More form={form} lang={lang} />
        </Fold>
      ))}
    </>
  )
}

type Part = { form: Form; lang: Lang; must?: boolean }

function Title({ form, lang, must = false }: Part) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <>
      {f.line({ name: `title.${lang}`, label: say(words.title), optional: !must, maxlength: 120 })}
      {f.line({ name: `subtitle.${lang}`, label: say(words.subtitle), maxlength: 160 })}
    </>
  )
}

function Description({ form, lang }: Part) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <div class="with-preview" data-text-preview={`description.${lang}`}>
      {f.area({
        name: `description.${lang}`,
        label: say(words.description),
        hint: say(words.descriptionHint),
        rows: 7,
        maxlength: 10_000,
      })}
      <button
        class="link s"
        formaction="/admin/products/text"
        formtarget="_blank"
        formnovalidate
        name="show"
        value={`description.${lang}`}
      >
        {say(words.showText)}
      </button>
      <div class="prose text-preview" aria-live="polite" hidden></div>
    </div>
  )
}

function More({ form, lang }: Part) {
  const f = useFields(form)
  const { say } = useSite()
  return (
    <>
      {f.area({ name: `care.${lang}`, label: say(words.care), rows: 3, maxlength: 2000 })}
      {f.line({ name: `made_in.${lang}`, label: say(words.madeIn), maxlength: 200 })}
      {f.area({
        name: `warnings.${lang}`,
        label: say(words.warnings),
        hint: say(words.warningsHint),
        rows: 2,
        maxlength: 2000,
      })}
    </>
  )
}
