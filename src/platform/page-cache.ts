import CachePolicy from 'http-cache-semantics'
import { FOR_CACHES } from './public.ts'

/** Bytes that the pages of one isolate may take. */
const MOST_BYTES = 64 * 1024 * 1024
/** Larger answers, such as the widest pictures, are not kept. */
const MOST_BYTES_EACH = 512 * 1024

type Kept = {
  policy: CachePolicy
  /** As visitors get them. */
  headers: Record<string, string>
  tags: ReadonlySet<string>
  body: Uint8Array
}

type Asked = {
  address: string
  /** Asks the pages themselves. */
  make: () => Promise<Response>
  later: (work: Promise<unknown>) => void
}

/**
 * What stands in for the platform's cache where there is none: on a developer's machine, in tests, on another host. It
 * keeps answers as bytes and follows their own words (RFC 9111, RFC 5861). Where the platform has a cache, pages do not
 * say `x-cache: miss`, and nothing is ever kept here: isolates cannot make each other forget.
 */
export function makePageCache() {
  const pages = new Map<string, Kept>()
  let bytes = 0
  let purges = 0

  function drop(address: string): void {
    bytes -= pages.get(address)?.body.byteLength ?? 0
    pages.delete(address)
  }

  function keep(address: string, page: Kept): void {
    drop(address)
    pages.set(address, page)
    bytes += page.body.byteLength
    for (const oldest of pages.keys()) {
      if (bytes <= MOST_BYTES) break
      drop(oldest)
    }
  }

  /** Asks for the page, and keeps it where it may be kept and was not to be forgotten meanwhile. */
  async function fetchAnew({ address, make }: Asked): Promise<Response> {
    const began = purges
    const answer = await make()
    const { status } = answer
    const headers = forVisitors(answer)
    const policy = policyOf(address, answer)
    const isFirst = answer.headers.get('x-cache') === 'miss'
    if (!isFirst || !mayBeKept(policy, answer))
      return new Response(answer.body, { status, headers })
    const body = new Uint8Array(await answer.arrayBuffer())
    const tags = new Set(answer.headers.get('cache-tag')?.split(','))
    if (began === purges && body.byteLength <= MOST_BYTES_EACH) {
      keep(address, { policy, headers: { ...headers, 'x-cache': 'hit' }, tags, body })
    }
    return new Response(body, { status, headers })
  }

  return {
    async answer(asked: Asked): Promise<Response> {
      const kept = pages.get(asked.address)
      if (!kept) return fetchAnew(asked)
      const { response, revalidation } = kept.policy.evaluateRequest(plain(asked.address))
      if (response) {
        // The oldest go first: what is asked for is young again.
        pages.delete(asked.address)
        pages.set(asked.address, kept)
        if (revalidation) asked.later(fetchAnew(asked))
        return hit(kept)
      }
      const answer = await fetchAnew(asked)
      const { modified } = kept.policy.revalidatedPolicy(plain(asked.address), wordsOf(answer))
      return modified ? answer : hit(kept)
    },

    /** Forgets every page that bears one of some tags, or every page (null). */
    forget(tags: readonly string[] | null): void {
      purges++
      for (const [address, page] of pages) {
        if (tags === null || tags.some((tag) => page.tags.has(tag))) drop(address)
      }
    },
  }
}

/** The cache of this isolate. */
export const pageCache = makePageCache()

const plain = (url: string) => ({ url, method: 'GET', headers: {} })

/** An answer's words for a cache in between: those of the platform's own header come first. */
function wordsOf({ status, headers }: Response) {
  const own = headers.get('cloudflare-cdn-cache-control')
  return {
    status,
    headers: { ...Object.fromEntries(headers), ...(own !== null && { 'cache-control': own }) },
  }
}

/** No life is guessed: what does not say how long it may be kept is not. */
function policyOf(address: string, answer: Response): CachePolicy {
  return new CachePolicy(plain(address), wordsOf(answer), { cacheHeuristic: 0 })
}

/** Whole pages only, and none that was made for one visitor, whatever it says. */
function mayBeKept(policy: CachePolicy, { status, headers }: Response): boolean {
  const isPage = status === 200 && !headers.has('set-cookie')
  return isPage && policy.storable() && policy.timeToLive() > 0
}

function hit({ headers, body }: Kept): Response {
  return new Response(body, { headers })
}

/** The headers of an answer without the words for caches in between. */
function forVisitors({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !FOR_CACHES.includes(name)))
}
