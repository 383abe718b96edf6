import { DurableObject } from 'cloudflare:workers'
import type { Env } from '#env.ts'
import {
  type CartLine,
  keyOf,
  MAX_LINES,
  MAX_QUANTITY,
  sameTexts,
  TRIES_A_MINUTE,
  type Written,
} from './rules.ts'

const FORGET_AFTER_MS = 30 * 86_400_000
const MINUTE_MS = 60_000

/** The cart of one visitor: variants, texts and quantities in the order they were added, and a code. An alarm forgets it. */
export class Cart extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#prepare()
  }

  lines(): CartLine[] {
    return this.ctx.storage.sql
      .exec<{ key: string; variant: string; written: string; quantity: number }>(
        'select key, variant, written, quantity from item order by position',
      )
      .toArray()
      .map(({ key, variant, written, quantity }) => {
        const texts: Written[] = JSON.parse(written)
        const line = { variantId: variant, quantity }
        return texts.length > 0 ? { ...line, key, written: texts } : line
      })
  }

  /** Everything that a quote is made from. */
  held(): { lines: CartLine[]; code: string | null } {
    const [kept] = this.ctx.storage.sql.exec<{ code: string }>('select code from code').toArray()
    return { lines: this.lines(), code: kept?.code ?? null }
  }

  /** Adds units to a line, or a new line at the end. Null when the cart is full. */
  async add(
    variantId: string,
    units: number,
    { key, written }: { key: string; written: readonly Written[] } = {
      key: variantId,
      written: [],
    },
  ): Promise<CartLine[] | null> {
    const lines = this.lines()
    const known = lines.find((line) => keyOf(line) === key)
    if (!known && lines.length >= MAX_LINES) return null
    const quantity = Math.min(MAX_QUANTITY, (known?.quantity ?? 0) + units)
    this.ctx.storage.sql.exec(
      `insert into item (key, variant, written, quantity) values (?, ?, ?, ?)
        on conflict (key) do update set quantity = excluded.quantity`,
      key,
      variantId,
      JSON.stringify(written),
      quantity,
    )
    return this.#keep()
  }

  /** Makes a line that is there hold exactly this many; 0 takes it out. Null when it is not there. */
  async change(key: string, quantity: number): Promise<CartLine[] | null> {
    if (!this.lines().some((line) => keyOf(line) === key)) return null
    this.ctx.storage.sql.exec('update item set quantity = ? where key = ?', quantity, key)
    return this.#keep()
  }

  /** Lowers lines to what can be had, 0 taking them out. A line that is lower already stays as it is. */
  bringDown(most: { key: string; quantity: number }[]): CartLine[] {
    for (const { key, quantity } of most) {
      this.ctx.storage.sql.exec(
        'update item set quantity = ?1 where key = ?2 and quantity > ?1',
        quantity,
        key,
      )
    }
    return this.#cleared()
  }

  /**
   * Takes out what an order bought, once however often it is told; what was added since stays. The order's code goes
   * with it.
   */
  take(
    orderId: string,
    bought: { variantId: string; quantity: number; personal?: { text: string }[] }[],
  ): CartLine[] {
    const { rowsWritten } = this.ctx.storage.sql.exec(
      'insert or ignore into taken (order_id) values (?)',
      orderId,
    )
    if (rowsWritten === 0) return this.lines()
    for (const { variantId, quantity, personal } of bought) {
      const line = this.lines().find(
        (one) => one.variantId === variantId && sameTexts(one.written ?? [], personal ?? []),
      )
      if (line) {
        this.ctx.storage.sql.exec(
          'update item set quantity = quantity - ? where key = ?',
          quantity,
          keyOf(line),
        )
      }
    }
    this.ctx.storage.sql.exec('delete from code')
    return this.#cleared()
  }

  /** Counts a code that is tried; false when there were too many of late. */
  tryCode(now: number): boolean {
    const { sql } = this.ctx.storage
    sql.exec('delete from attempt where at <= ?', now - MINUTE_MS)
    const [row] = sql.exec<{ tries: number }>('select count(*) as tries from attempt').toArray()
    if ((row?.tries ?? 0) >= TRIES_A_MINUTE) return false
    sql.exec('insert into attempt (at) values (?)', now)
    return true
  }

  /** Keeps a code in the place of the one before; null keeps none. */
  async keepCode(code: string | null): Promise<void> {
    this.ctx.storage.sql.exec('delete from code')
    if (code !== null) this.ctx.storage.sql.exec('insert into code (code) values (?)', code)
    await this.#keep()
  }

  /** Forgets everything: its visitor was erased. */
  clear(): Promise<void> {
    return this.alarm()
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll()
    this.#prepare()
  }

  async #keep(): Promise<CartLine[]> {
    await this.ctx.storage.setAlarm(Date.now() + FORGET_AFTER_MS)
    return this.#cleared()
  }

  #cleared(): CartLine[] {
    this.ctx.storage.sql.exec('delete from item where quantity <= 0')
    return this.lines()
  }

  #prepare(): void {
    this.ctx.storage.transactionSync(() => {
      const { sql } = this.ctx.storage
      sql.exec(`
        create table if not exists item (position integer primary key, key text not null unique,
          variant text not null, written text not null, quantity integer not null);
        create table if not exists code (code text not null);
        create table if not exists attempt (at integer not null);
        create table if not exists taken (order_id text primary key);
      `)
      // Carts from before pieces could be written on keep their lines.
      const before = sql.exec(`select 1 from sqlite_master where name = 'line'`).toArray()
      if (before.length === 0) return
      sql.exec(`
        insert or ignore into item (position, key, variant, written, quantity)
          select position, variant, variant, '[]', quantity from line;
        drop table line;
      `)
    })
  }
}
