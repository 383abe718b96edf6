export type Log = (event: string, facts?: Record<string, unknown>) => void

/** One JSON line per event, with the id of the request or job it belongs to. Never an e-mail, a token or an address. */
export function openLog(id: string): Log {
  return (event, facts = {}) => {
    // oxlint-disable-next-line no-console -- the one place that writes to the log
    console.log(JSON.stringify({ id, event, ...facts }))
  }
}

/** What is worth logging of an error: its message and those beneath it. */
export function describe(error: unknown): string {
  const messages: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) messages.push(cause.message)
  return messages.length > 0 ? messages.join(' ← ').slice(0, 2000) : String(error).slice(0, 2000)
}
