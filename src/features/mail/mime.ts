import type { Letter } from './letter.ts'

/** A letter as mail servers pass it on (RFC 5322): text and HTML, all of it in ASCII. */
export function mimeMessage(letter: Letter, at: number): string {
  const boundary = `part_${letter.id}`
  return [
    `From: ${mailbox(letter.from)}`,
    `To: ${letter.to}`,
    `Reply-To: ${mailbox({ name: letter.from.name, email: letter.replyTo })}`,
    `Subject: ${headerText(letter.subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${letter.id}@${domainOf(letter.from.email)}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part(boundary, 'text/plain', letter.text),
    ...part(boundary, 'text/html', letter.html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1)
}

/** Base64 of the UTF-8 bytes of a text. */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** A base64 body never has a line that starts with a dot or with the boundary. */
function part(boundary: string, type: string, body: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(body.replace(/\r?\n/g, '\r\n')).replace(/.{76}/g, '$&\r\n'),
  ]
}

function mailbox({ name, email }: Letter['from']): string {
  return `${headerText(name)} <${email}>`
}

/** Words for a header: as they are when plain, else as encoded words of 75 characters at most (RFC 2047). */
function headerText(text: string): string {
  if (/^[\w ]*$/.test(text)) return text
  const words = ['']
  for (const letter of text) {
    const longer = words.at(-1) + letter
    if (new TextEncoder().encode(longer).length <= 45) words[words.length - 1] = longer
    else words.push(letter)
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ')
}
