import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type {
  Charge,
  Dispute,
  Draft,
  Later,
  PaymentIntent,
  Recorded,
  Refund,
  Session,
  StoredAnswer,
} from './shapes.ts'

const QUIET_MILLISECONDS = 200

type Table<Row> = Map<string, Row>

export type State = {
  sessions: Table<Session>
  drafts: Table<Draft>
  paymentIntents: Table<PaymentIntent>
  charges: Table<Charge>
  refunds: Table<Refund>
  disputes: Table<Dispute>
  events: Table<Recorded>
  answers: Table<StoredAnswer>
  later: Later[]
}

export type Keeper = { soon(): void; now(): Promise<void> }

/** A Stripe account where nothing has happened yet. */
export function emptyState(): State {
  return stateFrom({})
}

/** Reads the file of an earlier run. One that cannot be read is put aside, never overwritten. */
export async function readState(path: string | undefined): Promise<State> {
  if (path === undefined) return emptyState()
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return emptyState()
  try {
    return stateFrom(JSON.parse(text))
  } catch {
    await rename(path, `${path}.unreadable`)
    return emptyState()
  }
}

/** The state in its file, where tables are objects. */
type Kept = {
  [Name in keyof State]?: State[Name] extends Table<infer Row> ? { [id: string]: Row } : State[Name]
}

function stateFrom(kept: Kept): State {
  return {
    sessions: table(kept.sessions),
    drafts: table(kept.drafts),
    paymentIntents: table(kept.paymentIntents),
    charges: table(kept.charges),
    refunds: table(kept.refunds),
    disputes: table(kept.disputes),
    events: table(kept.events),
    answers: table(kept.answers),
    later: kept.later ?? [],
  }
}

function table<Row>(rows: { [id: string]: Row } = {}): Table<Row> {
  return new Map(Object.entries(rows))
}

function asObject(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}

/** Writes the state to its file, whole or not at all, once things have been quiet for a moment. */
export function keepState(path: string | undefined, current: () => State): Keeper {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  function soon() {
    if (path === undefined || timer) return
    timer = setTimeout(() => void now(), QUIET_MILLISECONDS)
    timer.unref()
  }

  function now(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (path !== undefined) writing = writing.then(() => write(path, current()))
    return writing
  }

  return { soon, now }
}

async function write(path: string, state: State): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, JSON.stringify(state, asObject))
    await rename(draft, path)
  } catch (error) {
    process.stderr.write(`The Stripe stand-in could not keep its state: ${String(error)}\n`)
  }
}
