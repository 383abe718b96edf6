/** What one act cost in one round. */
export type Sample = {
  round: number
  /** CPU time of the whole workerd process, for one request. */
  cpuMicroseconds: number
  perSecond: number
  /** Milliseconds, of each request. */
  latencies: number[]
}

export type Figures = {
  requests: number
  cpu: number
  leastCpu: number
  perSecond: number
  p50: number
  p99: number
}

/** The middle of some numbers, or the mean of the two in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0
  return (low + high) / 2
}

/** The number that a share of the others do not exceed, such as 0.99 of them; 0 of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** Puts the rounds of one act together: medians over rounds, percentiles over all requests. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const cpu = samples.map((sample) => sample.cpuMicroseconds)
  const latencies = samples.flatMap((sample) => sample.latencies)
  return {
    requests: latencies.length,
    cpu: median(cpu),
    leastCpu: samples.length > 0 ? Math.min(...cpu) : 0,
    perSecond: median(samples.map((sample) => sample.perSecond)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  }
}

/**
 * How many times the CPU of another act one takes: the median of the ratios of each round, so that a machine that was
 * slow for a round was slow for both.
 */
export function timesThe(samples: readonly Sample[], base: readonly Sample[]): number {
  const of = new Map(base.map((sample) => [sample.round, sample.cpuMicroseconds]))
  const ratios = samples.map(({ round, cpuMicroseconds }) => cpuMicroseconds / (of.get(round) ?? 0))
  return median(ratios.filter(Number.isFinite))
}
