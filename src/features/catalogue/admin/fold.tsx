import type { Child } from 'hono/jsx'
import type { Form } from './words-block.tsx'

type Props = {
  title: string
  form: Form
  /** The beginnings of the names of its fields: it opens when something is wrong with one of them. */
  fields: readonly string[]
  /** What is in it, in a few words. */
  holds?: string | undefined
  children?: Child
}

/** A part of the form that most pieces do without: closed, it says what is in it. */
export function Fold({ title, form, fields, holds, children }: Props) {
  const wrong = Object.keys(form.problems).some((name) =>
    fields.some((beginning) => name.startsWith(beginning)),
  )
  return (
    <details class="fold" open={wrong}>
      <summary>
        <h2>{title}</h2>
        {holds && <span class="s soft">{holds}</span>}
      </summary>
      <div class="fold-in">{children}</div>
    </details>
  )
}

/** Whether a form has anything in the fields whose names begin like this, or something wrong with one. */
export function isUsed(form: Form, beginnings: readonly string[]): boolean {
  const names = [
    ...Object.keys(form.problems),
    ...Object.entries(form.typed).flatMap(([name, value]) => (value === '' ? [] : [name])),
  ]
  return names.some((name) => beginnings.some((beginning) => name.startsWith(beginning)))
}
