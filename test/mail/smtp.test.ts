import PostalMime from 'postal-mime'
import { expect, inject, test } from 'vitest'
import type { Letter } from '#features/mail/letter.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { sendBySmtp } from '#features/mail/smtp.ts'
import { tools } from '../support/worker.ts'
import { mailRow, paidOrder, useMail } from './outbox.ts'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const { good, silent, abrupt, inbox } = inject('mail')
const at = (port: number) => ({ host: '127.0.0.1', port, secure: false, username: '' })

const LETTER: Letter = {
  id: 'out_1',
  from: { name: 'Atelier', email: 'shop@example.com' },
  to: 'anne@example.com',
  replyTo: 'shop@example.com',
  subject: 'Bonjour',
  text: 'Bonjour.',
  html: '<p>Bonjour.</p>',
}

function send(given: Partial<Letter>, port = good, username = '') {
  const server = { ...at(port), username, password: 'secret' }
  return sendBySmtp(server, { ...LETTER, ...given }, NOW, AbortSignal.timeout(5000))
}

/** The mails that came for an address, as they came. */
async function cameFor(address: string): Promise<string[]> {
  const mails: string[] = await (await fetch(inbox)).json()
  return mails.filter((mail) => mail.includes(`To: ${address}\r\n`))
}

const parsed = (mail = '') => PostalMime.parse(Uint8Array.from(mail, (byte) => byte.charCodeAt(0)))

test('a confirmation arrives with its sender, its subject, its text and its HTML as they were written', async () => {
  await useMail({ transport: 'smtp', smtp: at(good) })
  const id = await paidOrder(NOW, 'arrives@example.com')
  await sendOutbox(tools(NOW))
  expect(await mailRow(id)).toMatchObject({ state: 'sent' })
  const mails = await cameFor('arrives@example.com')
  expect(mails).toHaveLength(1)
  const mail = await parsed(mails[0])
  const name = 'Atelier « Éstran », "grès"'
  expect(mail.from).toMatchObject({ name, address: 'commandes@atelier.example.com' })
  expect(mail.replyTo).toMatchObject([{ name, address: 'bonjour@atelier.example.com' }])
  expect(mail.to).toMatchObject([{ address: 'arrives@example.com' }])
  expect(mail.subject).toMatch(/^Commande \d+ confirmée · Atelier « Éstran », "grès"$/)
  expect(mail.messageId).toBe(`<${id}@atelier.example.com>`)
  expect(mail.date).toBe('2026-11-21T10:00:00.000Z')
  expect(mail.text).toContain('Vous l’aurez entre le mercredi 25 et le vendredi 27 novembre.')
  expect(mail.html).toContain('75,90\u00a0€')
})

test('long lines, accents, emoji and lines of dots survive the way; every line on the wire is short', async () => {
  const body = `.\n..\n.point\nœuf €\u00a0🏺${'é'.repeat(5000)}\n--part_out_1--\nfin `
  const subject = `${'Élan 🏺 '.repeat(24)}€`
  await send({ to: 'intact@example.com', subject, text: body, html: `<p>${body}</p>` })
  const [wire] = await cameFor('intact@example.com')
  expect(Math.max(...(wire ?? '').split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(90)
  const mail = await parsed(wire)
  expect(mail.subject).toBe(subject)
  expect(mail.text?.trimEnd().replaceAll('\r\n', '\n')).toBe(body.trimEnd())
  expect(mail.html?.trimEnd().replaceAll('\r\n', '\n')).toBe(`<p>${body}</p>`)
})

test('a server that hangs up, says nothing or is not there makes the mail wait', async () => {
  await expect(send({}, abrupt)).rejects.toThrow('The mail server hung up')
  await expect(send({}, 9)).rejects.toThrow(/./)
  await useMail({ transport: 'smtp', smtp: at(silent) })
  const id = await paidOrder(NOW)
  await sendOutbox(tools(NOW), { timeLimitMs: 300 })
  expect(await mailRow(id)).toMatchObject({ state: 'waiting', attempts: 1 })
})

test('a refused address is noted without naming it', async () => {
  await useMail({ transport: 'smtp', smtp: at(good) })
  const id = await paidOrder(NOW, 'unknown@example.com')
  await sendOutbox(tools(NOW))
  const { error } = await mailRow(id)
  expect(error).toContain('is unknown')
  expect(error).not.toContain('@')
})

test('a password is never said on a line that is not encrypted', async () => {
  await expect(send({ to: 'never@example.com' }, good, 'anne')).rejects.toThrow(
    'no password was sent',
  )
  expect(await cameFor('never@example.com')).toEqual([])
})
