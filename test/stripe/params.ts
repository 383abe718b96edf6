import { readFileSync } from 'node:fs'
import type { Form } from './form-body.ts'
import { checkScalar, checkMetadata, type Rule } from './param-rules.ts'
import { refuse } from './refusal.ts'

type Spec = { rule?: Rule; fields: { [name: string]: Spec }; items?: Spec }

export type CallName =
  | 'create-session'
  | 'create-refund'
  | 'expire-session'
  | 'list-events'
  | 'list-line-items'
  | 'list-refunds'
  | 'list-sessions'
  | 'retrieve'
  | 'retrieve-payment-intent'

const specs = new Map<CallName, Spec>()

/** Checks the parameters of a call against Stripe's own list and gives them their types. */
export function checkParams(call: CallName, form: Form): { [name: string]: unknown } {
  const spec = specs.get(call) ?? readSpec(call)
  specs.set(call, spec)
  return checkObject(form, spec, '')
}

function readSpec(call: CallName): Spec {
  const file = `${import.meta.dirname}/params/${call}.json`
  const listed: { params: { [path: string]: Rule } } = JSON.parse(readFileSync(file, 'utf8'))
  const root: Spec = { fields: {} }
  for (const [path, rule] of Object.entries(listed.params))
    specAt(root, path.split('.')).rule = rule
  return root
}

function specAt(spec: Spec, [first, ...rest]: string[]): Spec {
  if (first === undefined) return spec
  const name = first.replace('[]', '')
  const field = (spec.fields[name] ??= { fields: {} })
  if (!first.endsWith('[]')) return specAt(field, rest)
  field.items ??= { fields: {} }
  return specAt(field.items, rest)
}

function checkObject(form: Form, spec: Spec, at: string): { [name: string]: unknown } {
  const unknown = Object.keys(form).find((name) => !Object.hasOwn(spec.fields, name))
  if (unknown !== undefined) refuseUnknown(within(at, unknown))
  const checked: { [name: string]: unknown } = {}
  for (const [name, field] of Object.entries(spec.fields)) {
    const value = form[name]
    if (value !== undefined) checked[name] = checkValue(value, field, within(at, name))
    else if (field.rule?.required) refuseAbsent(within(at, name))
  }
  return checked
}

function checkValue(value: string | Form, spec: Spec, at: string): unknown {
  if (spec.items) return checkList(value, spec.items, at)
  if (spec.rule?.type === 'metadata') return checkMetadata(value, at)
  if (spec.rule?.type === 'array')
    return checkList(value, { rule: itemRule(spec.rule), fields: {} }, at)
  if (typeof value === 'string') {
    if (spec.rule) return checkScalar(value, spec.rule, at)
    return refuse(400, 'Invalid object', { param: at })
  }
  if (Object.keys(spec.fields).length > 0) return checkObject(value, spec, at)
  return refuse(400, `Invalid ${spec.rule?.type ?? 'string'}`, { param: at })
}

function checkList(value: string | Form, items: Spec, at: string): unknown[] {
  if (value === '') return []
  const numbered = typeof value === 'object' && Object.keys(value).every((key) => /^\d+$/.test(key))
  if (!numbered) return refuse(400, 'Invalid array', { param: at })
  return Object.keys(value)
    .toSorted((a, b) => Number(a) - Number(b))
    .map((key) => checkValue(value[key] ?? '', items, within(at, key)))
}

function itemRule(rule: Rule): Rule {
  return { type: 'string', ...(rule.enum ? { enum: rule.enum } : {}) }
}

function within(at: string, name: string): string {
  return at === '' ? name : `${at}[${name}]`
}

function refuseUnknown(param: string): never {
  refuse(400, `Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
}

/** Stops the call because it lacks a parameter. */
export function refuseAbsent(param: string): never {
  refuse(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
