import type { Child } from 'hono/jsx'
import type { Phrase } from '#lib/i18n.ts'
import { deskWords } from './desk-words.ts'
import { Notice } from './notice.tsx'
import { useSite } from './site.tsx'

/** The head of a page of the back office: its name at left, its acts at right. */
export function DeskHead({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="desk-head">
      <h1>{title}</h1>
      {children && <div class="desk-acts">{children}</div>}
    </div>
  )
}

export type Tab = { href: string; label: string; count?: number | undefined; current: boolean }

/** Lists of the same thing, or the parts of one place: links on one line that scrolls on a phone. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="order-lists" aria-label={label}>
      <ul>
        {tabs.map(({ href, label, count = 0, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
              {count > 0 && <span class="badge num">{count > 999 ? '999+' : count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Search = {
  action: string
  q: string
  label: string
  /** What else the address asks, kept while searching. */
  fields?: Record<string, string>
}

/** The field that searches a list. Put it with `Tabs` into a `<div class="order-tools">`. */
export function SearchBox({ action, q, label, fields = {} }: Search) {
  const { say } = useSite()
  return (
    <search>
      <form action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label class="ears" for="q">
          {label}
        </label>
        <input id="q" name="q" type="search" value={q} placeholder={label} maxlength={100} />
        <button class="ears">{say(deskWords.search)}</button>
      </form>
    </search>
  )
}

/** What a list is sorted by: links on one line, each keeping what else is asked. */
export function Sorting({ ways }: { ways: readonly Tab[] }) {
  const { say } = useSite()
  return (
    <nav class="sorting xs" aria-label={say(deskWords.sorting)}>
      <span aria-hidden="true">{say(deskWords.sortedBy)}</span>
      <ul>
        {ways.map(({ href, label, current }) => (
          <li>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What a list says that has nothing to show: what that means, and what to do first. */
export function Nothing({ text, children }: { text: string; children?: Child }) {
  return (
    <div class="order-none">
      <p>{text}</p>
      {children}
    </div>
  )
}

/** The way on through a long list, and back to its beginning. */
export function Turning({ first, next }: { first: string | null; next: string | null }) {
  const { say } = useSite()
  if (!first && !next) return null
  return (
    <nav class="order-after s sides" aria-label={say(deskWords.pages)}>
      {first ? <a href={first}>{say(deskWords.newest)}</a> : <span></span>}
      {next && (
        <a href={next} rel="next">
          {say(deskWords.next)}
        </a>
      )}
    </nav>
  )
}

/** Everything that is wrong with a form, each with the name of its field and leading there. Goes above the form. */
export function ProblemSummary({ problems }: { problems: Partial<Record<string, Phrase>> }) {
  const wrong = Object.entries(problems).flatMap(([field, phrase]) =>
    phrase ? [{ field, phrase }] : [],
  )
  return wrong.length > 0 && <Wrong wrong={wrong} />
}

async function Wrong({ wrong }: { wrong: readonly { field: string; phrase: Phrase }[] }) {
  const { count, say, labels } = useSite()
  // The fields stand below: what they are called is known when the page around this list has been drawn.
  await Promise.resolve()
  return (
    <Notice urgent>
      <p>
        <b>{count(wrong.length, deskWords.oneProblem, deskWords.manyProblems)}</b>
      </p>
      <ul class="problems">
        {wrong.map(({ field, phrase }) => (
          <li>
            <a href={`#${field}`}>
              {labels.has(field) && (
                <>
                  <b>{labels.get(field)}</b>
                  {say(deskWords.ofField)}
                </>
              )}
              {say(phrase)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What has just been done, told once: the page after a post is asked with `?done=`. */
export function Done({ children }: { children?: Child }) {
  return <Notice>{children}</Notice>
}

/** The last thing of a long form: on a phone it stays at hand above the tabs. */
export function SaveBar({ children, note }: { children?: Child; note?: string }) {
  const { say } = useSite()
  return (
    <div class="save-bar">
      {note && <p class="xs soft">{note}</p>}
      {children ?? <button class="btn">{say(deskWords.save)}</button>}
    </div>
  )
}
