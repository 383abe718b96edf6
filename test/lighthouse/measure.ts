import lighthouse from 'lighthouse'
import type { Measured } from './pages.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export type Figures = {
  page: string
  path: string
  /** Of a hundred. */
  scores: Record<(typeof CATEGORIES)[number], number>
  lcpElement: string
  lcpMs: number
  cls: number
  tbtMs: number
  bytes: number
  requests: number
  /** Audits that cost points, or fail without costing any. */
  failed: string[]
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

/** Looks at a page once, as a phone of middling strength on slow 4G does: Lighthouse's own presets. */
export async function measure(url: string, port: number, page: Measured): Promise<Figures> {
  const result = await lighthouse(url + page.path, {
    port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    ...(page.cookie && { extraHeaders: { cookie: page.cookie } }),
  })
  if (!result || result.lhr.runtimeError) {
    throw new Error(`${page.name}: ${result?.lhr.runtimeError?.message ?? 'no report'}`)
  }
  const { lhr } = result
  const score = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100)
  const figure = (name: string) => lhr.audits[name]?.numericValue ?? Number.NaN
  return {
    page: page.name,
    path: page.path,
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    lcpElement: lcpElementOf(lhr),
    lcpMs: Math.round(figure('largest-contentful-paint')),
    cls: Math.round(figure('cumulative-layout-shift') * 1000) / 1000,
    tbtMs: Math.round(figure('total-blocking-time')),
    bytes: figure('total-byte-weight'),
    requests: requestsOf(lhr),
    failed: failedOf(lhr),
  }
}

function requestsOf({ audits }: Report): number {
  const details = audits['network-requests']?.details
  return details?.type === 'table' ? details.items.length : 0
}

/** What is the largest on the first screen, as a selector. */
function lcpElementOf({ audits }: Report): string {
  const details = audits['lcp-breakdown-insight']?.details
  const parts = details?.type === 'list' ? details.items : []
  const node = parts.find((part) => part.type === 'node')
  return node?.type === 'node' ? (node.selector ?? '?') : '?'
}

function failedOf({ categories, audits }: Report): string[] {
  const refs = Object.values(categories).flatMap(({ auditRefs }) => auditRefs)
  const failed = refs.filter(({ id }) => {
    const score = audits[id]?.score ?? null
    return score !== null && score < 0.9
  })
  return [...new Set(failed.map(({ id, weight }) => (weight > 0 ? `${id} (${weight})` : id)))]
}
