import { Hono } from 'hono'

/** What every figure is compared with: the least that a Worker does, and the least that one with a database does. */
const app = new Hono<{ Bindings: { DB: D1Database } }>()
  .get('/hello', (c) => c.text('hello'))
  .get('/select-1', async (c) => {
    const row = await c.env.DB.prepare('select 1 as one').first<{ one: number }>()
    return c.text(String(row?.one))
  })

export default app
