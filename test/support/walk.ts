import type { Page } from './shopper.ts'
import { shop } from './worker.ts'

/** Where a list's next page is, or the one before; null when there is none. */
export const turn = (page: Page, rel: 'prev' | 'next') =>
  page.html.querySelector(`.pager a[rel=${rel}]`)?.getAttribute('href') ?? null

/** Every page of a list from one on, by its own links. */
export async function walk(from: string, rel: 'prev' | 'next'): Promise<Page[]> {
  const page = await shop().get(from)
  const href = turn(page, rel)
  return href ? [page, ...(await walk(href, rel))] : [page]
}
