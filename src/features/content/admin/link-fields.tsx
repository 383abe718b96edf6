import { TYPED } from '#features/menus/rules.ts'
import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Label, TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { PARTS, words } from '../desk-words.ts'
import { PIECES } from './piece-fields.tsx'

type Named = { slug: string; title: Text }

/** Where links can lead that are chosen from lists. */
export type Places = {
  collections: readonly Named[]
  pages: readonly Named[]
  posts: readonly Named[]
}

type Props = {
  name: string
  typed: Fields
  problems?: Problems
  places: Places
  optional?: boolean
}

/** The fields of a link: its words in each language, and where it leads. */
export function LinkFields({ name, typed, problems = {}, places, optional = false }: Props) {
  const { say } = useSite()
  const f = useFields({ typed, problems })
  const at = `${name}.${TYPED}`
  const problem = problems[at]
  return (
    <div class="link-fields">
      {f.texts({ name: `${name}.label`, label: say(words.linkWords), optional })}
      <div class="in-langs">
        <PlaceField {...{ name: `${name}.to`, typed, problems, places, optional }} />
        <div class="typed-place">
          <TextField
            name={at}
            label={say(words.at)}
            value={typed[at]}
            hint={say(words.atHint)}
            problem={problem && say(problem)}
            list={PIECES}
            maxlength={300}
            optional
            quiet
          />
        </div>
      </div>
    </div>
  )
}

function PlaceField({ name, typed, problems = {}, places, optional }: Props) {
  const { say } = useSite()
  const value = typed[name] ?? ''
  const problem = problems[name]
  const listed = ['', 'home', 'journal', 'collection:all', TYPED, ...valuesOf(places)]
  return (
    <div class="field">
      <Label of={name} class="label">
        {say(words.to)}
      </Label>
      <select
        id={name}
        name={name}
        required={!optional}
        aria-describedby={problem ? `${name}-problem` : undefined}
        aria-invalid={problem ? 'true' : undefined}
      >
        <option value="">{say(optional ? words.noTo : words.chooseTo)}</option>
        {!listed.includes(value) && (
          <option value={value} selected>
            {value.replace(/^\w+:/, '')}
          </option>
        )}
        <Option value="home" label={say(words.theHome)} chosen={value} />
        <Option value="collection:all" label={say(words.everything)} chosen={value} />
        <Option value="journal" label={say(words.theJournal)} chosen={value} />
        <Option value={TYPED} label={say(words.typedPlace)} chosen={value} />
        <Group
          {...{ label: say(words.collections), type: 'collection', chosen: value }}
          of={places.collections}
        />
        <Group {...{ label: say(PARTS.pages), type: 'page', chosen: value }} of={places.pages} />
        <Group {...{ label: say(words.posts), type: 'post', chosen: value }} of={places.posts} />
      </select>
      {problem && (
        <div id={`${name}-problem`}>
          <Tag tone="bad" large>
            {say(problem)}
          </Tag>
        </div>
      )}
    </div>
  )
}

function valuesOf({ collections, pages, posts }: Places): string[] {
  return [
    ...collections.map(({ slug }) => `collection:${slug}`),
    ...pages.map(({ slug }) => `page:${slug}`),
    ...posts.map(({ slug }) => `post:${slug}`),
  ]
}

type GroupProps = { label: string; type: string; of: readonly Named[]; chosen: string }

function Group({ label, type, of, chosen }: GroupProps) {
  const { t } = useSite()
  if (of.length === 0) return null
  return (
    <optgroup label={label}>
      {of.map(({ slug, title }) => (
        <Option value={`${type}:${slug}`} label={t(title)} chosen={chosen} />
      ))}
    </optgroup>
  )
}

function Option({ value, label, chosen }: { value: string; label: string; chosen: string }) {
  return (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
}
