/** What the load test uses of autocannon, which brings no types. */
declare module 'autocannon' {
  type Asked = {
    method?: 'GET' | 'POST'
    path: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: Asked) => Asked
  }
  type Options = { url: string; connections: number; duration: number; requests: Asked[] }
  type Result = {
    errors: number
    timeouts: number
    '2xx': number
    '3xx': number
    '4xx': number
    '5xx': number
    requests: { average: number; total: number }
    /** Milliseconds. */
    latency: { p50: number; p99: number; max: number }
  }
  const autocannon: (options: Options) => Promise<Result>
  export default autocannon
}
