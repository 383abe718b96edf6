import type { Part } from './rules.ts'

type Found = { key: string; size: number }

/** What R2 keeps of a part, in the order of its keys, a thousand at a call. */
export async function* picturesOf(
  bucket: R2Bucket,
  { after, upTo }: Pick<Part, 'after' | 'upTo'>,
): AsyncGenerator<Found> {
  let startAfter = after
  for (;;) {
    if (upTo !== null && startAfter >= upTo) return
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const { objects, truncated } = await bucket.list(startAfter ? { startAfter } : {})
    for (const { key, size } of objects) {
      if (upTo !== null && key > upTo) return
      yield { key, size }
    }
    const last = objects.at(-1)
    if (!truncated || !last) return
    startAfter = last.key
  }
}
