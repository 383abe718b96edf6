export type StripeError = {
  type: 'invalid_request_error' | 'api_error' | 'idempotency_error' | 'card_error'
  message: string
  code?: string
  param?: string
  doc_url?: string
}

type Refusal = { status: number; error: StripeError }

/** Stops the call with an error in Stripe's own shape. */
export function refuse(
  status: number,
  message: string,
  more: { code?: string; param?: string; type?: StripeError['type'] } = {},
): never {
  const refusal: Refusal = { status, error: stripeError(message, more) }
  throw Object.assign(new Error(message), { refusal })
}

/** An error as Stripe writes it. */
export function stripeError(
  message: string,
  more: { code?: string; param?: string; type?: StripeError['type'] } = {},
): StripeError {
  const doc = more.code && `https://stripe.com/docs/error-codes/${more.code.replaceAll('_', '-')}`
  return { type: 'invalid_request_error', message, ...more, ...(doc ? { doc_url: doc } : {}) }
}

/** Stops the call because what it names does not exist. */
export function refuseMissing(kind: string, id: string, param: string, status = 404): never {
  refuse(status, `No such ${kind}: '${id}'`, { code: 'resource_missing', param })
}

/** The refusal inside what was thrown, or null when it is a bug. */
export function refusalIn(thrown: unknown): Refusal | null {
  return isRefusal(thrown) ? thrown.refusal : null
}

function isRefusal(thrown: unknown): thrown is Error & { refusal: Refusal } {
  return thrown instanceof Error && 'refusal' in thrown
}
