import { DurableObject } from 'cloudflare:workers'
import type { Env } from '#env.ts'
import { type CartLine, MAX_LINES, MAX_QUANTITY } from './rules.ts'

const FORGET_AFTER_MS = 30 * 86_400_000

/** The cart of one visitor: variants and quantities, in the order they were added. An alarm forgets it. */
export class Cart extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#prepare()
  }

  lines(): CartLine[] {
    return this.ctx.storage.sql
      .exec<{ variant: string; quantity: number }>('select * from line order by position')
      .toArray()
      .map((row) => ({ variantId: row.variant, quantity: row.quantity }))
  }

  /** Adds units to a line, or a new line at the end. Null when the cart is full. */
  async add(variantId: string, quantity: number): Promise<CartLine[] | null> {
    const lines = this.lines()
    const line = lines.find((known) => known.variantId === variantId)
    if (!line && lines.length >= MAX_LINES) return null
    return this.set(variantId, Math.min(MAX_QUANTITY, (line?.quantity ?? 0) + quantity))
  }

  /** Makes a line that is there hold exactly this many; 0 takes it out. Null when it is not there. */
  async change(variantId: string, quantity: number): Promise<CartLine[] | null> {
    const known = this.lines().some((line) => line.variantId === variantId)
    return known ? this.set(variantId, quantity) : null
  }

  /** Makes a line hold exactly this many; 0 takes it out. */
  async set(variantId: string, quantity: number): Promise<CartLine[]> {
    if (quantity > 0) {
      this.ctx.storage.sql.exec(
        'insert into line (variant, quantity) values (?, ?) on conflict (variant) do update set quantity = excluded.quantity',
        variantId,
        quantity,
      )
    } else {
      this.ctx.storage.sql.exec('delete from line where variant = ?', variantId)
    }
    await this.ctx.storage.setAlarm(Date.now() + FORGET_AFTER_MS)
    return this.lines()
  }

  /** Lowers lines to what can be had, 0 taking them out. A line that is lower already stays as it is. */
  bringDown(most: CartLine[]): CartLine[] {
    for (const { variantId, quantity } of most) {
      this.ctx.storage.sql.exec(
        'update line set quantity = ?1 where variant = ?2 and quantity > ?1',
        quantity,
        variantId,
      )
    }
    this.ctx.storage.sql.exec('delete from line where quantity <= 0')
    return this.lines()
  }

  /** Takes out what an order bought, once however often it is told; what was added since stays. */
  take(orderId: string, bought: CartLine[]): CartLine[] {
    const { rowsWritten } = this.ctx.storage.sql.exec(
      'insert or ignore into taken (order_id) values (?)',
      orderId,
    )
    if (rowsWritten === 0) return this.lines()
    for (const { variantId, quantity } of bought) {
      this.ctx.storage.sql.exec(
        'update line set quantity = quantity - ? where variant = ?',
        quantity,
        variantId,
      )
    }
    this.ctx.storage.sql.exec('delete from line where quantity <= 0')
    return this.lines()
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll()
    this.#prepare()
  }

  #prepare(): void {
    this.ctx.storage.sql.exec(`
      create table if not exists line (position integer primary key, variant text unique, quantity integer not null);
      create table if not exists taken (order_id text primary key);
    `)
  }
}
