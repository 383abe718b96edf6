import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const MAX_AGE_SECONDS = 30 * 86_400

/** The visitor's cart, by the token in their cookie; null when they have none. */
export function cartIdOf(c: Context): string | null {
  const id = getCookie(c, 'cart', 'host')
  return id && /^[0-9a-z]{32}$/.test(id) ? id : null
}

/** Lets the browser keep the cart's token, for another 30 days. */
export function keepCartId(c: Context, id: string): void {
  setCookie(c, 'cart', id, { ...LASTING, httpOnly: true })
}

/** Tells public pages, which know no visitor, what to write beside the word Cart: a script reads it. */
export function keepCount(c: Context, units: number): void {
  setCookie(c, 'count', String(units), LASTING)
}

const LASTING = {
  prefix: 'host',
  secure: true,
  path: '/',
  sameSite: 'Lax',
  maxAge: MAX_AGE_SECONDS,
} as const
