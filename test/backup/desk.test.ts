import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { checkArchive } from '#features/backup/read-archive.ts'
import { restoreShop } from '#features/backup/restore-shop.ts'
import { makeProduct } from '../support/make.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { tools } from '../support/worker.ts'
import { everything, loseEverything, opener } from './store.ts'

const PAGE = '/admin/backup'

// The pictures of other files would be in more parts.
beforeAll(loseEverything)

test('a shop that was never saved is told so, and one that was long ago too', async () => {
  await makeProduct()
  const desk = await atDesk(await makeStaff('owner'))
  expect((await desk.get(PAGE)).text).toContain('Aucune sauvegarde')
  await env.DB.prepare(
    `insert into audit (id, at, who, act, subject, facts)
      values ('aud_old', ?, 'Mona', 'backup.made', 'backup', '{}')`,
  )
    .bind(Date.now() - 31 * 86_400_000)
    .run()
  expect((await desk.get(PAGE)).text).toContain('plus de trente jours')
})

test('K6: the files that the page offers are the shop, and who took them is written down', async () => {
  await env.PICTURES.put('originals/twice', 'a picture')
  const owner = await makeStaff('owner')
  const desk = await atDesk(owner)
  const page = await desk.get(PAGE)
  expect(page.text).toContain('plus de trente jours')
  const forms = page.html.querySelectorAll('.backup-files form')
  expect(forms).toHaveLength(2)

  const files: Uint8Array[] = []
  for (const form of forms) {
    const fields = form.querySelectorAll('[name]').map((field) => {
      return [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']
    })
    // oxlint-disable-next-line no-await-in-loop -- one download after the other
    const answer = await desk.ask(form.getAttribute('action') ?? '', {
      method: 'POST',
      headers: { origin: env.SHOP_URL },
      body: new URLSearchParams(fields),
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="echoppe-20\d\d-\d\d-\d\d(-pictures-1)?\.tar"$/,
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    // oxlint-disable-next-line no-await-in-loop
    files.push(new Uint8Array(await answer.arrayBuffer()))
  }
  const { end } = await checkArchive(opener(files[0] ?? new Uint8Array()))
  expect([end.totals?.rows['product'], end.objects]).toEqual([1, []])

  const after = await desk.get(PAGE)
  expect(after.text).not.toContain('plus de trente jours')
  const log = (await desk.get('/admin/audit')).text
  expect(log).toContain(`${owner.name}</b> a sauvegardé la boutique.`)
  expect(log).toContain(`${owner.name}</b> a sauvegardé les photos.`)

  const before = await everything()
  await loseEverything()
  const [rows, pictures] = files.map(opener)
  const half = await restoreShop(tools(), rows ? [rows] : [])
  expect(half.missing).toHaveLength(1)
  const whole = await restoreShop(tools(), pictures ? [pictures] : [])
  expect(whole).toMatchObject({ totals: null, missing: [] })
  // The second file was taken after the rows were: its line of the log is not among them.
  const { audit, ...rest } = await everything()
  const { audit: lines, ...others } = before
  expect(rest).toEqual(others)
  expect(Array.isArray(lines) && lines.slice(0, -1)).toEqual(audit)
})

test('a form that asks for no part of the shop gets the page again, with what to do', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const page = await desk.post(`${PAGE}/archive`, { part: 'all' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('choisissez-en un')
})
