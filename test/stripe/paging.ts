import { refuse, refuseMissing } from './refusal.ts'

export type PageParams = {
  limit?: number
  starting_after?: string
  ending_before?: string
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number }
}

export type Page<Row> = { object: 'list'; data: Row[]; has_more: boolean; url: string }

const MOST_ROWS = 100
const ROWS = 10

/** One page of rows that are already in Stripe's order, newest first. */
export function page<Row extends { id: string; created?: number }>(
  rows: Row[],
  params: PageParams,
  url: string,
): Page<Row> {
  const { limit = ROWS, starting_after: after, ending_before: before } = params
  if (limit < 1 || limit > MOST_ROWS) {
    const message = `This value must be between 1 and ${MOST_ROWS}.`
    refuse(400, message, { code: 'parameter_invalid_integer', param: 'limit' })
  }
  if (after !== undefined && before !== undefined) {
    const message = 'You can only use one of these parameters: starting_after, ending_before.'
    refuse(400, message, { code: 'parameters_exclusive' })
  }
  const within = rows.filter((row) => wasCreated(row.created ?? 0, params.created))
  const start = after === undefined ? 0 : position(rows, within, after, 'starting_after') + 1
  const end = before === undefined ? undefined : position(rows, within, before, 'ending_before')
  const left = within.slice(start, end)
  const data = end === undefined ? left.slice(0, limit) : left.slice(-limit)
  return { object: 'list', data, has_more: left.length > data.length, url }
}

// A cursor may point at a row that the filters leave out: the row's place in time counts then.
function position<Row extends { id: string }>(
  rows: Row[],
  within: Row[],
  id: string,
  param: string,
): number {
  const place = rows.findIndex((row) => row.id === id)
  if (place < 0) refuseMissing('object', id, param, 400)
  const exact = within.findIndex((row) => row.id === id)
  if (exact >= 0) return exact
  const newer = new Set(rows.slice(0, place))
  const count = within.filter((row) => newer.has(row)).length
  return param === 'starting_after' ? count - 1 : count
}

function wasCreated(at: number, wanted: PageParams['created']): boolean {
  if (wanted === undefined) return true
  if (typeof wanted === 'number') return at === wanted
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = wanted
  return at > gt && at >= gte && at < lt && at <= lte
}
