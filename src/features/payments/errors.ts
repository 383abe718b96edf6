/** Whether an error came from talking to Stripe: it was out of reach, slow, overloaded, or said no. */
export function isStripeError(error: unknown): boolean {
  return typeOf(error).startsWith('Stripe')
}

/** Whether Stripe understood the request and said no, so that asking again would not help. */
export function isRefusal(error: unknown): boolean {
  return typeOf(error) === 'StripeInvalidRequestError'
}

/** Nothing, where Stripe said no: for `catch`. Any other trouble goes on. */
export function ifRefused(error: unknown): null {
  if (isRefusal(error)) return null
  throw error
}

/**
 * Whether Stripe answered with an error of its own (5xx, or not its JSON): it may have done what was asked or not. Not
 * when it is still busy with the first request under the same key (409): that key is not used up.
 */
export function isStripesFault(error: unknown): boolean {
  if (typeOf(error) !== 'StripeAPIError') return false
  return !(error instanceof Error && 'statusCode' in error && error.statusCode === 409)
}

function typeOf(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : ''
}
