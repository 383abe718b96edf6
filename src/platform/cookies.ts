import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const MAX_AGE_SECONDS = 30 * 86_400
const TOKEN = /^[0-9a-z]{32}$/

/** The visitor's cart, by the token in their cookie; null when they have none. */
export function cartIdOf(c: Context): string | null {
  return tokenIn(c, 'cart')
}

/** Lets the browser keep the cart's token, for another 30 days. */
export function keepCartId(c: Context, id: string): void {
  setCookie(c, 'cart', id, { ...LASTING, httpOnly: true })
}

/**
 * Tells public pages, which know no visitor, what to write beside the word Cart: a script reads it. Said only when it is
 * news: browsers do not keep a private page for the way back when a cookie changes with it.
 */
export function keepCount(c: Context, units: number): void {
  if (getCookie(c, 'count', 'host') === String(units)) return
  setCookie(c, 'count', String(units), LASTING)
}

const LASTING = {
  prefix: 'host',
  secure: true,
  path: '/',
  sameSite: 'Lax',
  maxAge: MAX_AGE_SECONDS,
} as const

const DESK = {
  prefix: 'host',
  secure: true,
  httpOnly: true,
  path: '/',
  sameSite: 'Strict',
} as const

/** The token of the session on this browser in the back office. */
export function sessionTokenOf(c: Context): string | null {
  return tokenIn(c, 'desk')
}

/** Lets the browser keep a session's token, until it is closed or the session ends. */
export function keepSessionToken(c: Context, token: string): void {
  setCookie(c, 'desk', token, DESK)
}

export function forgetSessionToken(c: Context): void {
  deleteCookie(c, 'desk', DESK)
}

/** The token of the question that this browser's authenticator was asked. */
export function questionTokenOf(c: Context): string | null {
  return tokenIn(c, 'key')
}

export function keepQuestionToken(c: Context, token: string): void {
  setCookie(c, 'key', token, { ...DESK, maxAge: 300 })
}

function tokenIn(c: Context, name: string): string | null {
  const token = getCookie(c, name, 'host')
  return token && TOKEN.test(token) ? token : null
}
