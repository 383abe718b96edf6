import { env } from 'cloudflare:workers'
import { afterAll } from 'vitest'

const FREE = `create trigger if not exists purges_are_free after insert on purge begin delete from purge where id <> new.id; end`

/** From here on to the end of the file purges are counted, as they are in a shop. */
export async function countPurges(): Promise<void> {
  await env.DB.exec('drop trigger if exists purges_are_free')
}

/** For the end of a file that counted them. */
export function freePurges(): void {
  afterAll(async () => {
    await env.DB.exec(FREE)
  })
}
