import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { tools } from '../support/worker.ts'
import { mailRow, paidOrder, useMail } from './outbox.ts'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const MINUTE_MS = 60_000

type Sent = { to: string; subject: string }

/** What a verb works with when mails leave by a binding that does as the test says. */
function toolsSending(answer: (mail: Sent) => Promise<void>, now = NOW) {
  const sent: Sent[] = []
  const logged: string[] = []
  const EMAIL = {
    async send(mail: Sent) {
      sent.push(mail)
      await answer(mail)
      return { messageId: 'x' }
    },
  }
  const given = tools(now, {
    env: Object.assign(Object.create(env), { EMAIL }),
    log: (event, about = {}) => void logged.push(JSON.stringify({ event, ...about })),
  })
  return { given, sent, logged }
}

const works = () => Promise.resolve()
const fails = () => Promise.reject(new Error('550 <anne@example.com> is unknown here'))

test('two runs at the same time send each mail once', async () => {
  await useMail({ transport: 'binding' })
  const ids = await Promise.all([1, 2, 3].map(() => paidOrder(NOW)))
  const { given, sent } = toolsSending(works)
  await Promise.all([sendOutbox(given), sendOutbox(given), sendOutbox(given)])
  expect(sent).toHaveLength(3)
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- three rows
    expect(await mailRow(id)).toMatchObject({
      state: 'sent',
      sentAt: NOW,
      attempts: 1,
      error: null,
    })
  }
  await sendOutbox(given)
  expect(sent).toHaveLength(3)
})

test('a mail that fails is tried again later and later, then given up; no address is noted', async () => {
  await useMail({ transport: 'binding' })
  const id = await paidOrder(NOW)
  const waits: number[] = []
  let now = NOW
  for (let i = 0; i < 12; i++) {
    const { given, logged } = toolsSending(fails, now)
    // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
    await sendOutbox(given)
    expect(logged.join()).not.toContain('@')
    // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
    const row = await mailRow(id)
    if (row.state === 'failed') break
    waits.push((row.nextAt - now) / MINUTE_MS)
    now = row.nextAt
  }
  expect(waits).toEqual([1, 5, 15, 60, 180, 360, 360, 360, 360])
  expect(await mailRow(id)).toMatchObject({
    state: 'failed',
    attempts: 10,
    error: '550 <…> is unknown here',
  })
})

test('a server that hangs delays no other mail', async () => {
  await useMail({ transport: 'binding' })
  const slow = await paidOrder(NOW, 'slow@example.com')
  const quick = await paidOrder(NOW, 'quick@example.com')
  const { given } = toolsSending((mail) =>
    mail.to.startsWith('slow') ? new Promise(() => {}) : works(),
  )
  await sendOutbox(given, { timeLimitMs: 200 })
  expect(await mailRow(quick)).toMatchObject({ state: 'sent' })
  expect(await mailRow(slow)).toMatchObject({ state: 'waiting', error: 'No answer within 200 ms' })
})

test('an address that would add a header or a second buyer is refused for good', async () => {
  await useMail({ transport: 'binding' })
  const bad = ['anne@example.com\r\nBcc: eve@example.com', 'anne@example.com,eve@example.com']
  const ids = await Promise.all(bad.map((address) => paidOrder(NOW, address)))
  const { given, sent } = toolsSending(works)
  await sendOutbox(given)
  expect(sent).toEqual([])
  const rows = await Promise.all(ids.map(mailRow))
  expect(rows.map((row) => [row.state, row.error])).toEqual(
    bad.map(() => ['failed', 'not an address']),
  )
})

test('while a shop has not said how mails leave, they wait, and no attempt is counted', async () => {
  await useMail({ transport: 'none' })
  const id = await paidOrder(NOW)
  await sendOutbox(tools(NOW))
  expect(await mailRow(id)).toMatchObject({ state: 'waiting', attempts: 0, error: 'no transport' })
})

test('a run that died leaves its mails to the next one, two minutes later', async () => {
  await useMail({ transport: 'binding' })
  await paidOrder(NOW)
  const dying = toolsSending(() => new Promise(() => {}))
  void sendOutbox(dying.given)
  await expect.poll(() => dying.sent.length).toBe(1)
  const early = toolsSending(works, NOW + MINUTE_MS)
  await sendOutbox(early.given)
  expect(early.sent).toHaveLength(0)
  const later = toolsSending(works, NOW + 2 * MINUTE_MS)
  await sendOutbox(later.given)
  expect(later.sent).toHaveLength(1)
})
