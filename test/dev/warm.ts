const AT_ONCE = 2

/** The renditions that a phone and a desktop ask first. */
const FIRST_ASKED = /\/images\/[0-9a-f]+\/(?:480|800)\.avif/g

/** Asks for the pictures of the home page, so that the first visitor does not wait for them to be made. */
export async function warm(shopUrl: string, stop: AbortSignal): Promise<void> {
  const page = await fetch(shopUrl, { signal: stop })
  const paths = [...new Set((await page.text()).match(FIRST_ASKED))].values()
  await Promise.all(Array.from({ length: AT_ONCE }, () => askEach(shopUrl, paths, stop)))
}

async function askEach(shopUrl: string, paths: Iterable<string>, stop: AbortSignal): Promise<void> {
  for (const path of paths) {
    if (stop.aborted) return
    // oxlint-disable-next-line no-await-in-loop -- the point is not to ask for all of them at once
    const answer = await fetch(shopUrl + path, { signal: stop })
    // oxlint-disable-next-line no-await-in-loop
    await answer.arrayBuffer()
  }
}
