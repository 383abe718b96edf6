import type { Lang } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { ProblemSummary } from '#ui/desk-parts.tsx'
import { deskWords } from '#ui/desk-words.ts'
import { Label } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { Swatch } from '#ui/swatch.tsx'
import { words } from '../option-words.ts'
import { MOST_VALUES } from '../option-form.ts'
import { MOST_OPTIONS } from '../option-rules.ts'
import type { ProductRow } from '../queries.ts'
import { isUsed } from './fold.tsx'
import type { Form } from './words-block.tsx'

type Props = {
  product: ProductRow
  form: Form
  /** How many empty values each option offers. */
  spare: number
  /** Who has changed the piece meanwhile. */
  conflict?: string | null
}

const IN = { fr: deskWords.inFrench, en: deskWords.inEnglish } as const

/** What there is to choose on a piece. */
export function OptionsPage({ product, form, spare, conflict }: Props) {
  const { say, t } = useSite()
  const title = say(words.title)
  const used = numbers(MOST_OPTIONS).filter((at) => isUsed(form, [`option_${at}_`]))
  const shown = Math.min(MOST_OPTIONS, used.length + 1)
  return (
    <AdminFrame
      title={`${title}, ${t(product.title)}`}
      current="products"
      back={{ href: deskLink.product(product.id), label: t(product.title) }}
    >
      <h1>{title}</h1>
      <p class="soft">{say(words.text)}</p>
      {conflict && <Notice urgent>{conflict}</Notice>}
      <ProblemSummary problems={form.problems} />
      <form
        class="sheet options-form"
        method="post"
        action={deskLink.productPart(product.id, 'options')}
        novalidate
        data-unsaved
      >
        <button class="ears" tabindex={-1}>
          {say(words.goOn)}
        </button>
        <input type="hidden" name="seen" value={product.updatedAt} />
        <input type="hidden" name="spare" value={spare} />
        {numbers(shown).map((at) => (
          <OptionFields form={form} at={at} spare={spare} isNew={!used.includes(at)} />
        ))}
        <p class="s soft">{say(words.clear)}</p>
        <div class="save-bar">
          <button class="btn quiet" name="step" value="more">
            {say(words.more)}
          </button>
          <Button name="step" value="plan">
            {say(words.goOn)}
          </Button>
        </div>
      </form>
    </AdminFrame>
  )
}

type OptionProps = { form: Form; at: number; spare: number; isNew: boolean }

function OptionFields({ form, at, spare, isNew }: OptionProps) {
  const f = useFields(form)
  const { say } = useSite()
  const prefix = `option_${at}`
  const used = numbers(MOST_VALUES).filter((nth) => isUsed(form, [`${prefix}_value_${nth}_`]))
  const rows = Math.min(MOST_VALUES, (used.at(-1) ?? -1) + 1 + (isNew ? Math.max(3, spare) : spare))
  const inside = (
    <>
      <input type="hidden" name={`${prefix}_key`} value={form.typed[`${prefix}_key`] ?? ''} />
      {f.texts({ name: `${prefix}_label`, label: say(words.label) })}
      <ol class="value-rows">
        {numbers(rows).map((nth) => (
          <ValueFields form={form} prefix={`${prefix}_value_${nth}`} nth={nth + 1} />
        ))}
      </ol>
    </>
  )
  if (isNew) {
    return (
      <details class="fold" open={at === 0}>
        <summary>
          <h2>{say(words.moreOptions)}</h2>
        </summary>
        <div class="fold-in">{inside}</div>
      </details>
    )
  }
  return (
    <section>
      <h2>{say(words.option, { nth: at + 1 })}</h2>
      {inside}
    </section>
  )
}

function ValueFields({ form, prefix, nth }: { form: Form; prefix: string; nth: number }) {
  const { say, settings } = useSite()
  const { languages } = settings.shop
  const swatch = form.typed[`${prefix}_swatch`] ?? ''
  const painted = form.problems[`${prefix}_swatch`] ? '' : swatch
  return (
    <li>
      <fieldset>
        <legend class="ears">{say(words.value, { nth })}</legend>
        <input type="hidden" name={`${prefix}_key`} value={form.typed[`${prefix}_key`] ?? ''} />
        {languages.map((lang) => (
          <Short
            form={form}
            name={`${prefix}_label.${lang}`}
            label={inLang(say(words.value, { nth }), lang, languages.length > 1 && say(IN[lang]))}
            lang={lang}
          />
        ))}
        {languages.map((lang) => (
          <Short
            form={form}
            name={`${prefix}_detail.${lang}`}
            label={inLang(say(words.detail), lang, languages.length > 1 && say(IN[lang]))}
            lang={lang}
            placeholder={nth === 1 ? say(words.detailHint) : ''}
          />
        ))}
        <Short
          form={form}
          name={`${prefix}_swatch`}
          label={say(words.swatch)}
          placeholder={say(words.swatchHint)}
          colour={painted}
        />
      </fieldset>
    </li>
  )
}

const inLang = (label: string, _: Lang, said: string | false) =>
  said ? `${label}, ${said}` : label

type ShortProps = {
  form: Form
  name: string
  label: string
  lang?: Lang
  placeholder?: string
  colour?: string
}

function Short({ form, name, label, lang, placeholder, colour }: ShortProps) {
  const { say } = useSite()
  const problem = form.problems[name]
  return (
    <div class={colour === undefined ? 'field' : 'field with-colour'}>
      <Label of={name} class="xs soft">
        {label}
      </Label>
      {colour && <Swatch colour={colour} />}
      <input
        type="text"
        id={name}
        name={name}
        lang={lang}
        value={form.typed[name] ?? ''}
        placeholder={placeholder}
        maxlength={80}
        autocomplete="off"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
      {problem && (
        <p class="xs bad" id={`${name}-problem`}>
          {say(problem)}
        </p>
      )}
    </div>
  )
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
