import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Env } from '#env.ts'
import type { PasskeyRow } from './queries.ts'

export type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
}

/** Whom authenticators answer: this shop's own address, from configuration, never from a header. */
function relyingParty(env: Pick<Env, 'SHOP_URL'>) {
  const { origin, hostname } = new URL(env.SHOP_URL)
  return { expectedOrigin: origin, expectedRPID: hostname }
}

type NewKey = { staffId: string; name: string; shop: string; known: readonly PasskeyRow[] }

/** What a browser must ask its authenticator to make a key: one that finds itself and checks who holds it. */
export async function creationOptions(env: Env, { staffId, name, shop, known }: NewKey) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  return generateRegistrationOptions({
    rpName: shop,
    rpID: relyingParty(env).expectedRPID,
    userName: name,
    userID: Uint8Array.from(new TextEncoder().encode(staffId)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id }) => ({ id })),
  })
}

/** What a browser must ask to sign in with a key that finds itself. */
export async function requestOptions(env: Env) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: relyingParty(env).expectedRPID,
    userVerification: 'required',
  })
}

/** The key in an answer, or null when anything about it is not right: challenge, origin, type, who was checked. */
export async function newKeyIn(env: Env, response: RegistrationResponseJSON, challenge: string) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { isoBase64URL } = await import('@simplewebauthn/server/helpers')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      ...relyingParty(env),
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      id,
      publicKey: isoBase64URL.fromBuffer(publicKey),
      counter,
      transports: response.response.transports ?? [],
    }
  } catch {
    return null
  }
}

/**
 * The counter of a key that answered rightly, or null. Nobody said who they are beforehand, so the answer must say whose
 * key it is. A counter that goes back tells of a copied key.
 */
export async function counterIn(
  env: Env,
  response: AuthenticationResponseJSON,
  challenge: string,
  key: PasskeyRow,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { isoBase64URL, isoUint8Array } = await import('@simplewebauthn/server/helpers')
  try {
    const { userHandle } = response.response
    if (!userHandle) return null
    const owner = isoUint8Array.toUTF8String(isoBase64URL.toBuffer(userHandle))
    if (owner !== key.staffId) return null
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      ...relyingParty(env),
      credential: {
        id: key.id,
        publicKey: isoBase64URL.toBuffer(key.publicKey),
        counter: key.counter,
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
