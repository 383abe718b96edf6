import { morph } from './morph.ts'

/** What a form posts to, answered as a page. Throws when there is no answer. */
export async function askPage(...request: Parameters<typeof fetch>): Promise<Document> {
  const answer = await fetch(...request)
  return parsePage(await answer.text())
}

export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** Makes these parts of the page look like another page's. Throws, and does nothing, when only one page has such a part. */
export function takeParts(page: Document, selectors: readonly string[]): void {
  const pairs = selectors.map((selector) => ({
    old: document.querySelector(selector),
    fresh: page.querySelector(selector),
  }))
  if (pairs.some(({ old, fresh }) => !old !== !fresh) || pairs.every(({ old }) => !old)) {
    throw new Error('The pages differ')
  }
  for (const { old, fresh } of pairs) if (old && fresh) morph(old, fresh)
}
