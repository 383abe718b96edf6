import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { listEntries } from '#features/content/desk-queries.ts'
import { ENTRIES_PER_PAGE } from '#features/content/rules.ts'
import { entry } from '#features/content/table.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tick, tools } from '../support/worker.ts'

const DAY_MS = 86_400_000
const JOURNAL = '/admin/content/journal'
const PAGES = '/admin/content/pages'

const ALL = { list: null, q: '', before: '' } as const

let desk: Shopper
beforeAll(async () => {
  await makeShop()
  desk = await atDesk(await makeStaff('owner'))
})

const WRITTEN = {
  'title.fr': 'La cuisson de mai',
  'title.en': 'The May firing',
  'excerpt.fr': 'Douze heures de feu.',
  'body.fr': 'Le four **monte**.',
  state: 'published',
}

/** Writes a post or page through its form, and gives its page. */
async function write(fields: Record<string, string>, part = JOURNAL) {
  const form = await desk.get(`${part}/new`)
  const page = await desk.submit(form, '.entry-sheet', { ...WRITTEN, ...fields })
  return { form, page, id: form.at.split('/').at(-1) ?? '' }
}

/** Where somebody could come upon a post. */
async function seenAt(slug: string, word: string) {
  const visitor = shop()
  const [page, list, feed, sitemap, search, home] = await Promise.all(
    [
      `/journal/${slug}`,
      '/journal',
      '/journal.xml',
      '/sitemap.xml',
      `/search?q=${word}`,
      '/en/journal',
    ].map((path) => visitor.get(path)),
  )
  return {
    page: page?.status === 200,
    lists: [list, feed, sitemap, search, home].map(
      (found) => found?.text.includes(`/journal/${slug}`) ?? false,
    ),
  }
}

test('a post is written once a form, with its pieces, and is found at once', async () => {
  const piece = await makeProduct()
  const { form, page, id } = await write({ 'piece.1': piece.variants[0]?.sku ?? '' })
  expect([page.status, page.words('.notice')]).toEqual([200, 'Enregistré.'])
  await desk.submit(form, '.entry-sheet', { ...WRITTEN, 'piece.1': piece.slug })
  expect(await openDb(env.DB).select().from(entry).where(eq(entry.id, id))).toHaveLength(1)
  const found = await seenAt('la-cuisson-de-mai', 'cuisson')
  expect(found).toEqual({ page: true, lists: [true, true, true, true, true] })
  const post = await shop().get('/journal/la-cuisson-de-mai')
  expect(post.words('.entry-prose')).toBe('Le four monte.')
  expect(post.words('.entry-pieces')).toContain('Pièce')
  expect((await shop().get('/search?q=feu')).text).toContain('la-cuisson-de-mai')
  const [act] = await actsOn(tools().db, id, 1)
  expect([act?.act, act?.facts]).toEqual(['post.saved', { slug: 'la-cuisson-de-mai' }])
})

test.each([
  ['a draft', { state: 'draft' }],
  ['a post with a day to come', { day: '2099-01-01', hour: '9' }],
])('%s is seen nowhere', async (_, fields) => {
  const slug = newId('cache').replace('_', '-')
  const { page } = await write({ ...fields, 'title.fr': slug, slug, 'body.fr': slug })
  expect(page.status).toBe(200)
  expect(await seenAt(slug, slug)).toEqual({
    page: false,
    lists: [false, false, false, false, false],
  })
  expect((await desk.get(JOURNAL)).text).toContain(slug)
})

test('a post that is due appears by the clock, without anybody', async () => {
  const slug = 'heure-dite'
  const { id } = await write({ 'title.fr': slug, slug, day: '2099-01-01', hour: '9' })
  expect((await seenAt(slug, slug)).page).toBe(false)
  const past = Date.now() - DAY_MS
  await openDb(env.DB).update(entry).set({ publishedAt: past }).where(eq(entry.id, id))
  await tick()
  expect(await seenAt(slug, slug)).toEqual({ page: true, lists: [true, true, true, true, true] })
})

test('an address of before leads on, whatever came between, and to nothing when the post is hidden', async () => {
  const { page } = await write({ 'title.fr': 'Un', slug: 'un' })
  const two = await desk.submit(page, '.entry-sheet', { slug: 'deux' })
  const three = await desk.submit(two, '.entry-sheet', { slug: 'trois' })
  for (const old of ['/journal/un', '/journal/deux']) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await shop().ask(old)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/journal/trois'])
  }
  expect((await shop().ask('/en/journal/un')).headers.get('location')).toBe('/en/journal/trois')
  const back = await desk.submit(three, '.entry-sheet', { slug: 'un' })
  expect((await shop().get('/journal/un')).status).toBe(200)
  expect((await shop().ask('/journal/trois')).headers.get('location')).toBe('/journal/un')
  await desk.submit(back, '.entry-sheet', { state: 'draft' })
  expect((await shop().ask('/journal/trois')).status).toBe(404)
})

test('what is wrong stands beside its field, and what was typed stays', async () => {
  await write({ 'title.fr': 'Pris', slug: 'pris' })
  const { page } = await write({ slug: 'pris', 'piece.2': 'Rien de tel', 'body.fr': 'Gardé.' })
  expect([page.status, page.words('[id="piece.2-problem"]')]).toEqual([
    422,
    expect.stringContaining('Aucune pièce de ce nom'),
  ])
  const taken = await desk.submit(page, '.entry-sheet', { 'piece.2': '' })
  expect([taken.status, taken.words('#slug-problem')]).toEqual([
    422,
    'Cette adresse est déjà prise : choisissez-en une autre.',
  ])
  expect(taken.words('[id="body.fr"]')).toBe('Gardé.')
  const lost = await desk.submit(page, '.entry-sheet', { 'piece.2': '', image: 'f'.repeat(24) })
  expect(lost.words('#image-problem')).toContain('Cette photo n’est plus là')
})

test('who saves second is told, and nothing is lost', async () => {
  const { page, id } = await write({ 'title.fr': 'Deux mains', slug: 'deux-mains' })
  await desk.submit(page, '.entry-sheet', { 'body.fr': 'La première.' })
  const second = await desk.submit(page, '.entry-sheet', { 'body.fr': 'La seconde.' })
  expect([second.status, second.words('[id="body.fr"]')]).toEqual([409, 'La seconde.'])
  const [row] = await openDb(env.DB).select().from(entry).where(eq(entry.id, id))
  expect(row?.body).toMatchObject({ fr: 'La première.' })
})

test('a preview shows the text as it would be, without its tags, and saves nothing', async () => {
  const { page, id } = await write({ act: 'preview', 'body.fr': '## Four\n\n<script>x</script>' })
  expect(page.words('#preview h2')).toBe('Four')
  expect(page.text).toContain('&lt;script&gt;x&lt;/script&gt;')
  expect(page.text).not.toContain('<script>x')
  expect(await openDb(env.DB).select().from(entry).where(eq(entry.id, id))).toEqual([])
})

test('a role goes from one page to another, and the terms are never deleted', async () => {
  const legal = { slug: 'mentions', role: 'legal', 'title.fr': 'Mentions' }
  const { id } = await write(legal, PAGES)
  const { page } = await write({ ...legal, slug: 'mentions-2' }, PAGES)
  expect(page.words('.law')).toContain('SIREN')
  const [first] = await openDb(env.DB).select().from(entry).where(eq(entry.id, id))
  expect(first?.role).toBeNull()
  const terms = await write({ slug: 'cgv', role: 'terms', 'title.fr': 'Conditions' }, PAGES)
  expect(terms.page.text).toContain('Cette page ne se supprime pas')
  await desk.post(`${PAGES}/${terms.id}/removal`)
  expect((await shop().get('/pages/cgv')).status).toBe(200)
  const gone = await desk.submit(await desk.get(`${PAGES}/${id}`), '.ask-once form')
  expect([gone.at, gone.words('.notice')]).toEqual([`${PAGES}?done=removed`, 'Supprimé.'])
  expect((await shop().get('/pages/mentions')).status).toBe(404)
})

test('a helper does not get in', async () => {
  const helper = await atDesk(await makeStaff('helper'))
  for (const path of ['/admin/content', JOURNAL, '/admin/content/menus', '/admin/content/look']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await helper.get(path)).status).toBe(404)
  }
})

test('the journal is searched by title and text, drafts too, and listed by where its posts stand', async () => {
  await write({ 'title.fr': 'Émail céladon', 'body.fr': 'Il craquelle.', state: 'draft' })
  await write({ 'title.fr': 'Plus tard', 'body.fr': 'Bientôt.', day: '2031-01-01', hour: '8' })
  await write({ 'title.fr': 'Le tournassage', 'body.fr': 'Une mirette bien affûtée.' })
  const names = async (asked: string) =>
    (await desk.get(`${JOURNAL}?${asked}`)).all('.entry-rows b')
  expect(await names('q=celadon')).toEqual(['Émail céladon'])
  expect(await names('q=CRAQUELLE')).toEqual(['Émail céladon'])
  expect(await names('q=affutee')).toEqual(['Le tournassage'])
  expect(await names('list=scheduled')).toContain('Plus tard')
  expect(await names('list=draft')).toContain('Émail céladon')
  expect(await names('list=draft')).not.toContain('Le tournassage')
  expect(await names('list=out')).toContain('Le tournassage')
  expect(await names('list=out')).not.toContain('Plus tard')
  const none = await desk.get(`${JOURNAL}?q=zzz`)
  expect(none.words('.order-none p')).toContain('« zzz »')
  expect(none.html.querySelector('.order-none a')?.getAttribute('href')).toBe(JOURNAL)
  expect((await desk.get(`${PAGES}?list=scheduled`)).words('.order-none')).toContain(
    'Rien à paraître',
  )
})

test('the list is read page by page, however many posts there are', async () => {
  await env.DB.prepare(
    `with recursive copy(n) as (select 1 union all select n + 1 from copy where n < 3000)
     insert into entry (id, kind, slug, title, excerpt, body, published_at, updated_at)
     select 'ent_' || printf('%016d', n), 'post', 'p' || n, '{"fr":"Post ' || n || '"}', '{}', '{}',
       1000 * (n / 2), 0 from copy`,
  ).run()
  const meter = meteredDb(env.DB)
  const db = openDb(meter.db)
  const [rows] = await db.batch([
    listEntries(db, 'post', { ...ALL, before: '700000.ent_0000000000001400' }, 0),
  ])
  expect(rows).toHaveLength(ENTRIES_PER_PAGE + 1)
  expect(meter.read().rowsRead).toBeLessThan(150)
  const seen: string[] = []
  let path: string | undefined = JOURNAL
  for (let pages = 0; path && pages < 3; pages++) {
    // oxlint-disable-next-line no-await-in-loop
    const list = await desk.get(path)
    seen.push(
      ...list.html.querySelectorAll('.entry-rows a').map((a) => a.getAttribute('href') ?? ''),
    )
    path = list.html.querySelector('a[rel=next]')?.getAttribute('href')
  }
  expect(seen).toHaveLength(3 * ENTRIES_PER_PAGE)
  expect(new Set(seen).size).toBe(seen.length)
})

test.each([
  { list: 'out', q: '' },
  { list: 'draft', q: '' },
  { list: null, q: 'post' },
] as const)('of thousands of posts the list $list, searched for "$q", reads few', async (asked) => {
  const meter = meteredDb(env.DB)
  const db = openDb(meter.db)
  await db.batch([listEntries(db, 'post', { ...asked, before: '' }, Date.now())])
  expect(meter.read().rowsRead).toBeLessThan(asked.q ? 2500 : 150)
})

test('the story of a piece leads to its post under whatever address', async () => {
  const { id } = await write({ 'title.fr': 'Le tour', slug: 'le-tour' })
  const story = { quote: { fr: 'Au tour.' }, figures: [], post: 'le-tour' }
  const { slug } = await makeProduct({ story })
  const told = async () => {
    const page = await shop().get(`/products/${slug}`)
    return page.html.querySelector('.story a')?.getAttribute('href')
  }
  expect(await told()).toBe('/journal/le-tour')
  const form = await desk.get(`${JOURNAL}/${id}`)
  await desk.submit(form, '.entry-sheet', { slug: 'au-tour' })
  await tick()
  expect(await told()).toBe('/journal/au-tour')
  // Another post at the former address is what that address names now.
  await write({ 'title.fr': 'Autre tour', slug: 'le-tour' })
  await tick()
  expect(await told()).toBe('/journal/le-tour')
})
