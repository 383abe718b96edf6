import { unpackTar } from 'modern-tar'
import { expect, test } from 'vitest'
import { TAR_END_BYTES, tarHeader, tarPadding } from '#lib/tar.ts'

test('what is written as tar is read as tar by others, whatever its size', async () => {
  const sizes = [0, 1, 511, 512, 513, 1024]
  const files = sizes.flatMap((size) => [
    tarHeader(`tables/é-${size}.jsonl`, size, 1_795_320_669_000),
    new Uint8Array(size).fill(7),
    tarPadding(size),
  ])
  const bytes = await new Blob([...files, new Uint8Array(TAR_END_BYTES)]).arrayBuffer()
  const read = await unpackTar(bytes, { strict: true })
  expect(read.map(({ header, data }) => [header.name, data?.length])).toEqual(
    sizes.map((size) => [`tables/é-${size}.jsonl`, size]),
  )
  expect(read[0]?.header).toMatchObject({ mode: 0o600, mtime: new Date(1_795_320_669_000) })
})

test('a name that tar would cut is refused', () => {
  expect(() => tarHeader('x'.repeat(101), 0, 0)).toThrow('Too long a name')
})
