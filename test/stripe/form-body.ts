import { refuse } from './refusal.ts'

/** A form body as a tree: `lines[0][quantity]=2` is `{ lines: { 0: { quantity: '2' } } }`. */
export type Form = { [key: string]: string | Form }

const NAME = /^([^[\]]+)((?:\[[^[\]]*\])*)$/
const MOST_LEVELS = 12

/** Reads a query string or a form-encoded body with Stripe's brackets. */
export function readForm(text: string): Form {
  const form = emptyForm()
  for (const [name, value] of new URLSearchParams(text)) put(form, path(name), value, name)
  return form
}

// Without a prototype, so that a parameter may well be called `constructor` or `__proto__`.
function emptyForm(): Form {
  const form: Form = Object.create(null)
  return form
}

function path(name: string): string[] {
  const [, first, rest = ''] = NAME.exec(name) ?? []
  if (first === undefined) return [name]
  const inner = rest === '' ? [] : rest.slice(1, -1).split('][')
  if (inner.length > MOST_LEVELS) refuse(400, `Invalid parameter: ${name.slice(0, 100)}`)
  return [first, ...inner]
}

function put(form: Form, [key = '', ...rest]: string[], value: string, name: string): void {
  const own = key === '' ? String(Object.keys(form).length) : key
  const there = form[own]
  if (rest.length === 0) {
    if (typeof there === 'object') refuse(400, `Invalid parameter: ${name}`, { param: name })
    form[own] = value
    return
  }
  if (typeof there === 'string') refuse(400, `Invalid object`, { param: name })
  const below = there ?? emptyForm()
  form[own] = below
  put(below, rest, value, name)
}
