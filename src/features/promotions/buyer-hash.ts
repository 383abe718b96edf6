import { sha256 } from '#platform/ids.ts'

/** What an offer knows its buyers by: whether an address had it before, not whose it is; another one for each offer. */
export function buyerHash(promotionId: string, email: string): Promise<string> {
  return sha256(`${promotionId}:${email.trim().toLowerCase()}`)
}
