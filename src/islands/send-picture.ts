import { say } from './words.ts'

const words = {
  heavy: {
    fr: 'Cette photo pèse plus de 10 Mo\u00a0: réduisez-la et réessayez.',
    en: 'This picture is heavier than 10 MB: make it smaller and try again.',
  },
  out: {
    fr: 'Votre session est finie\u00a0: ouvrez la page de nouveau.',
    en: 'Your session is over: open the page again.',
  },
}
const PAUSES_MS = [1000, 4000]

export type Kept = { hash: string; width: number; height: number; ground: string }
/** `lost`: the network dropped, or the shop was in trouble; the same may work later. */
export type Sent = { ok: true; image: Kept } | { ok: false; problem: string } | 'lost'

/** Sends a picture, three times at most when the network drops; tells how much has left, from 0 to 1. */
export async function sendPicture(
  url: string,
  blob: Blob,
  name: string,
  progress: (part: number) => void,
): Promise<Sent> {
  for (const pause of [...PAUSES_MS, 0]) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const sent = await post(url, blob, name, progress)
    if (sent !== 'lost' || pause === 0) return sent
    progress(0)
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((done) => setTimeout(done, pause))
  }
  return 'lost'
}

/** By XMLHttpRequest, for fetch does not say how much has left. */
function post(
  url: string,
  blob: Blob,
  name: string,
  progress: (part: number) => void,
): Promise<Sent> {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append('file', blob, name)
  return new Promise((done) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total))
    request.addEventListener('load', () => done(answerOf(request)))
    for (const trouble of ['error', 'timeout', 'abort']) {
      request.addEventListener(trouble, () => done('lost'))
    }
    request.open('POST', url)
    request.setRequestHeader('accept', 'application/json')
    request.send(body)
  })
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  if (status >= 500) return 'lost'
  if (status === 413) return { ok: false, problem: say(words.heavy) }
  try {
    const answer = JSON.parse(responseText) as Kept | { problem: string }
    return 'hash' in answer ? { ok: true, image: answer } : { ok: false, ...answer }
  } catch {
    // A page instead: the door.
    return { ok: false, problem: say(words.out) }
  }
}
