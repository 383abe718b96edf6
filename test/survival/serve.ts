import type { Env } from '#env.ts'
import { openMiniflare, type ShopPlace, WORKER, workerOptions } from './open-shop.ts'
import { seed } from './seed.ts'

/** What the parent may ask of a shop that runs. */
export type Asked =
  | { ask: 'seed' }
  | { ask: 'tick'; at: number }
  | { ask: 'query'; sql: string; values: (string | number)[] }

const place: ShopPlace = JSON.parse(process.argv[2] ?? '')
const shop = openMiniflare(place, [await workerOptions(place)])
await shop.ready

process.on('message', ({ id, ...asked }: Asked & { id: number }) => {
  answer(asked).then(
    (result) => process.send?.({ id, json: JSON.stringify(result ?? null) }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  )
})
// Nobody is left to serve.
process.on('disconnect', () => void shop.dispose().finally(() => process.exit()))

const direct = await shop.unsafeGetDirectURL(WORKER)
process.send?.({ ready: direct.origin })

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.ask) {
    case 'seed':
      return seed(await shop.getBindings<Env>(WORKER))
    case 'tick': {
      const worker = await shop.getWorker(WORKER)
      return worker.scheduled({ scheduledTime: new Date(asked.at), cron: '* * * * *' })
    }
    case 'query': {
      const db = await shop.getD1Database('DB', WORKER)
      const { results } = await db
        .prepare(asked.sql)
        .bind(...asked.values)
        .all()
      return results
    }
    default:
      return asked satisfies never
  }
}
