import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { restoreShop } from '#features/backup/restore-shop.ts'
import { openDb } from '#platform/db.ts'
import { Sentence } from './ports.ts'
import { given, openStore } from './store.ts'

const { files, remote } = given()

try {
  if (files.length === 0) throw new Sentence('Say which files: npm run restore -- echoppe.tar')
  await Promise.all(files.map((file) => access(file)))
  await restore()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function restore(): Promise<void> {
  const store = await openStore(remote)
  const { env } = store
  const say = (line: string) => void process.stdout.write(`  ${line}\n`)
  try {
    const began = Date.now()
    const archives = files.map((file) => () => streamOf(createReadStream(file)))
    const { totals, missing } = await restoreShop({ db: openDb(env.DB), env }, archives, say)
    const rows = Object.values(totals?.rows ?? {}).reduce((sum, count) => sum + count, 0)
    say(`${rows} rows, in ${((Date.now() - began) / 1000).toFixed(1)} s`)
    say(
      totals ? 'Money, stock, journal and rows are what they were.' : 'No rows in these archives.',
    )
    if (missing.length > 0) {
      say(`${missing.length} pictures are not there yet: give the other files of the backup too.`)
    }
  } finally {
    await store.dispose()
  }
}

/** A file as the stream that the shop's code reads: Node has its own type of them. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
