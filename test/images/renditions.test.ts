import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { keepImage } from '#features/images/queries.ts'
import { readImage } from '#features/images/read-image.ts'
import { renditionKey } from '#features/images/rules.ts'
import { storeImage } from '#features/images/store-image.ts'
import { picture } from '../support/pictures.ts'
import { loadDemo, shop, tools } from '../support/worker.ts'

beforeAll(() => loadDemo())

/** A picture of the shop that nobody has asked for. */
async function fresh(name: string, width = 8, height = 10) {
  const image = await storeImage(env, await picture(name, width, height))
  await keepImage(tools().db, image)
  return image
}

/** The tools of the shop, and how often the Images binding drew something with them. */
function counting() {
  const drawn = { times: 0 }
  const { IMAGES } = env
  const input = (...given: Parameters<ImagesBinding['input']>) => {
    drawn.times += 1
    return IMAGES.input(...given)
  }
  const all = tools()
  return { drawn, tools: { ...all, env: { ...all.env, IMAGES: { ...IMAGES, input } } } }
}

test('a rendition that several ask for at once is made, and paid, once', async () => {
  const { hash } = await fresh('at once')
  const counted = counting()
  const rendition = { width: 160, format: 'webp' } as const
  const asked = await Promise.all([1, 2, 3, 4].map(() => readImage(counted.tools, hash, rendition)))
  expect(counted.drawn.times).toBe(1)
  const bodies = await Promise.all(asked.map((one) => new Response(one?.body).arrayBuffer()))
  expect(bodies[0]?.byteLength).toBeGreaterThan(0)
  for (const body of bodies) expect(body).toEqual(bodies[0])
  await readImage(counted.tools, hash, rendition)
  expect(counted.drawn.times).toBe(1)
})

test('visitors who ask at once for what is not there yet are all given it', async () => {
  const { hash } = await fresh('visitors', 400, 300)
  const path = `/images/${hash}/320.avif`
  const answers = await Promise.all(Array.from({ length: 6 }, () => shop().ask(path)))
  const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  for (const body of bodies) expect(body).toEqual(bodies[0])
})

test('a making that failed is tried anew by the next who asks', async () => {
  const { hash } = await fresh('failed')
  const rendition = { width: 160, format: 'jpg' } as const
  const all = tools()
  const input = () => {
    throw new Error('IMAGES_TRANSFORM_ERROR 9422')
  }
  const spent = { ...all, env: { ...all.env, IMAGES: { ...env.IMAGES, input } } }
  await expect(readImage(spent, hash, rendition)).rejects.toThrow('9422')
  expect(await readImage(all, hash, rendition)).not.toBeNull()
})

test('nobody waits for ever for a making that the platform gave up', async () => {
  const { hash } = await fresh('given up')
  const rendition = { width: 160, format: 'webp' } as const
  const all = { ...tools(), later: () => {} }
  const PICTURES = new Proxy(env.PICTURES, { get: () => () => new Promise(() => {}) })
  void readImage({ ...all, env: { ...all.env, PICTURES } }, hash, rendition)
  await scheduler.wait(50)
  const later = { ...all, now: all.now + 11_000 }
  expect(await readImage(later, hash, rendition)).not.toBeNull()
})

test('what is kept says for itself that it never changes', async () => {
  const { hash } = await fresh('for ever')
  const answer = await shop().ask(`/images/${hash}/160.avif`)
  const kept = await env.RENDITIONS.head(renditionKey(hash, { width: 160, format: 'avif' }))
  expect(kept?.httpMetadata).toMatchObject({
    contentType: 'image/avif',
    cacheControl: 'public, max-age=31536000, immutable',
  })
  expect(answer.headers.get('etag')).toBe(kept?.httpEtag)
  await answer.arrayBuffer()
})

test('a picture is asked for its headers alone, known by its tag, and given whole to who asks for a part', async () => {
  const { hash } = await fresh('known')
  const at = `${env.SHOP_URL}/images/${hash}/160.webp`
  const ask = (init: RequestInit) => exports.default.fetch(new Request(at, init))
  const head = await ask({ method: 'HEAD' })
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await head.arrayBuffer()).byteLength).toBe(0)
  const etag = head.headers.get('etag') ?? ''
  const known = await ask({ headers: { 'if-none-match': etag } })
  expect([known.status, (await known.arrayBuffer()).byteLength]).toEqual([304, 0])
  expect(known.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const part = await ask({ headers: { range: 'bytes=0-9' } })
  expect(part.status).toBe(200)
  expect(await part.arrayBuffer()).toEqual(await (await ask({})).arrayBuffer())
})
