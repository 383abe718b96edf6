import type { Control } from './control.ts'

/** The same verbs as `Control`, asked over HTTP: for tests in workerd or beside a browser. */
export type RemoteControl = {
  [Verb in keyof Control]: (
    ...args: Parameters<Control[Verb]>
  ) => Promise<Awaited<ReturnType<Control[Verb]>>>
}

/** Controls a stand-in that runs elsewhere, e.g. `controlAt('http://127.0.0.1:12111')`. */
export function controlAt(url: string): RemoteControl {
  return new Proxy<RemoteControl>(Object.create(null), {
    get: (_, verb) =>
      // Never a promise itself, so that it may be awaited or returned by mistake.
      verb === 'then'
        ? undefined
        : (...args: unknown[]) => ask(`${url}/_control/${String(verb)}`, args),
  })
}

async function ask(url: string, args: unknown[]): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  const answer: { result?: unknown; error?: string } = JSON.parse(await response.text())
  if (!response.ok) throw new Error(`${url}: ${answer.error ?? response.status}`)
  return answer.result
}
