import { TAR_END_BYTES, tarHeader, tarPadding } from '#lib/tar.ts'
import { sha256 } from '#platform/ids.ts'

export type TarWriter = {
  readable: ReadableStream<Uint8Array>
  /** The SHA-256 of what was added, by name. */
  sums: Record<string, string>
  add: (name: string, content: string) => Promise<void>
  /** Passes on bytes that nobody here looks at. */
  pour: (name: string, size: number, body: ReadableStream) => Promise<void>
  end: () => Promise<void>
  /** Ends the archive before its end: whoever reads it sees that it was cut off. */
  abort: (error: unknown) => Promise<void>
}

/**
 * A tar archive that is read while it is written, entry after entry. In a Worker the bytes of a picture are passed on by
 * the platform itself, which costs the shop no time of its own; that is why no library that reads them is used here.
 */
export function writeTar(at: number): TarWriter {
  const { readable, writable } = openPipe()
  const sums: Record<string, string> = {}
  const write = async (...blocks: Uint8Array[]) => {
    const writer = writable.getWriter()
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next when there is room
      for (const block of blocks) if (block.length > 0) await writer.write(block)
    } finally {
      writer.releaseLock()
    }
  }
  return {
    readable,
    sums,
    async add(name, content) {
      const bytes = new TextEncoder().encode(content)
      sums[name] = await sha256(bytes)
      await write(tarHeader(name, bytes.length, at), bytes, tarPadding(bytes.length))
    },
    async pour(name, size, body) {
      await write(tarHeader(name, size, at))
      await body.pipeTo(writable, { preventClose: true })
      await write(tarPadding(size))
    },
    async end() {
      await write(new Uint8Array(TAR_END_BYTES))
      await writable.close()
    },
    abort: (error) => writable.abort(error),
  }
}

/** Outside of Workers there is only the slower kind of pipe. */
function openPipe(): {
  readable: ReadableStream<Uint8Array>
  writable: WritableStream<Uint8Array>
} {
  return typeof IdentityTransformStream === 'function'
    ? new IdentityTransformStream()
    : new TransformStream<Uint8Array, Uint8Array>()
}
