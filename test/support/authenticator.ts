import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_KEY = 0x40

/** What a dishonest answer says instead of the truth. */
export type Lie = {
  challenge?: string
  origin?: string
  type?: string
  rpId?: string
  verified?: boolean
  counter?: number
  userHandle?: string | undefined
  credentialId?: string
}

export type Authenticator = Awaited<ReturnType<typeof makeAuthenticator>>

/** A security key in software: ES256, one credential, good answers and forged ones by the same code. */
export async function makeAuthenticator(origin: string) {
  const { publicKey, privateKey } = await newPair()
  const id = crypto.getRandomValues(new Uint8Array(16))
  let counter = 0
  let handle = ''

  async function authenticatorData(flags: number, lie: Lie, key = new Uint8Array()) {
    const { rpId = new URL(origin).hostname, verified = true } = lie
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(rpId))
    const tail = new DataView(new ArrayBuffer(5))
    tail.setUint8(0, USER_PRESENT | flags | (verified ? USER_VERIFIED : 0))
    tail.setUint32(1, lie.counter ?? counter)
    return joined(new Uint8Array(hash), new Uint8Array(tail.buffer), key)
  }

  function clientSays(type: string, challenge: string, lie: Lie): Uint8Array<ArrayBuffer> {
    const said = {
      type: lie.type ?? type,
      challenge: lie.challenge ?? challenge,
      origin: lie.origin ?? origin,
      crossOrigin: false,
    }
    return joined(new TextEncoder().encode(JSON.stringify(said)))
  }

  async function create(
    options: PublicKeyCredentialCreationOptionsJSON,
    lie: Lie = {},
  ): Promise<RegistrationResponseJSON> {
    handle = options.user.id
    const length = new Uint8Array([0, id.length])
    const key = joined(new Uint8Array(16), length, id, await coseKey(publicKey))
    const authData = await authenticatorData(HAS_KEY, lie, key)
    const statement = new Map<string, string | Map<string, string> | Uint8Array>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', authData],
    ])
    const clientData = clientSays('webauthn.create', options.challenge, lie)
    return {
      ...named(),
      response: {
        clientDataJSON: text(clientData),
        attestationObject: text(isoCBOR.encode(statement)),
        transports: ['internal'],
      },
    }
  }

  async function get(
    options: PublicKeyCredentialRequestOptionsJSON,
    lie: Lie = {},
  ): Promise<AuthenticationResponseJSON> {
    counter += 1
    const clientData = clientSays('webauthn.get', options.challenge, lie)
    const data = await authenticatorData(0, lie)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', clientData))
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    const signed = await crypto.subtle.sign(algorithm, privateKey, joined(data, hash))
    const userHandle = 'userHandle' in lie ? lie.userHandle : handle
    return {
      ...named(lie.credentialId),
      response: {
        clientDataJSON: text(clientData),
        authenticatorData: text(data),
        signature: text(der(new Uint8Array(signed))),
        ...(userHandle ? { userHandle } : {}),
      },
    }
  }

  function named(other = text(joined(id))) {
    return {
      id: other,
      rawId: other,
      type: 'public-key' as const,
      clientExtensionResults: {},
    }
  }

  return { create, get, id: text(joined(id)), handle: () => handle }
}

async function newPair(): Promise<CryptoKeyPair> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('One key is not a pair')
  return pair
}

/** The public key as COSE: elliptic curve, ES256, P-256, x, y. */
async function coseKey(key: CryptoKey): Promise<Uint8Array> {
  const jwk = await crypto.subtle.exportKey('jwk', key)
  if (!('x' in jwk) || !jwk.x || !jwk.y) throw new Error('Not a point')
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, isoBase64URL.toBuffer(jwk.x)],
      [-3, isoBase64URL.toBuffer(jwk.y)],
    ]),
  )
}

/** r and s one after the other, as ASN.1 wants them. */
function der(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = (bytes: Uint8Array) => {
    const from = bytes.findIndex((byte) => byte !== 0)
    const short = bytes.slice(from)
    const signed = (short[0] ?? 0) > 127 ? [0, ...short] : [...short]
    return [2, signed.length, ...signed]
  }
  const body = [...whole(raw.slice(0, 32)), ...whole(raw.slice(32))]
  return new Uint8Array([48, body.length, ...body])
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

const text = (bytes: Uint8Array) => isoBase64URL.fromBuffer(joined(bytes))
