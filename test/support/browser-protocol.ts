/** What a browser says of its own accord, as far as the journeys ask. */
export type Told = {
  method: string
  params: {
    sessionId?: string
    targetInfo?: { type: string }
    status?: string
    preloadingAttemptSources?: { key: { url: string } }[]
    notRestoredExplanations?: { reason: string }[]
  }
}

type Result = { targetId?: string; result?: { value?: string } }
type Message = Told & { id?: number; result?: Result; error?: { message: string } }
type Waiting = { ok: (result: Result) => void; refuse: (error: Error) => void }

/** The DevTools protocol of a browser, through a socket: asked, told without an answer, and heard. */
export async function speakWith(address: string, hear: (told: Told) => void) {
  const socket = new WebSocket(address)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const waiting = new Map<number, Waiting>()
  let last = 0

  /** Says something that needs no answer: there is none when a page goes meanwhile. */
  function tell(method: string, params: object = {}, sessionId?: string): number {
    last += 1
    socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    return last
  }

  function ask(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = tell(method, params, sessionId)
    return new Promise((ok, refuse) => waiting.set(id, { ok, refuse }))
  }

  socket.addEventListener('message', ({ data }) => {
    const { id, result = {}, error, method, params }: Message = JSON.parse(String(data))
    if (!id) return hear({ method, params })
    const { ok, refuse } = waiting.get(id) ?? {}
    waiting.delete(id)
    return error ? refuse?.(new Error(error.message)) : ok?.(result)
  })

  return { tell, ask, hangUp: () => socket.close() }
}
