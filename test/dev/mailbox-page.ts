import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Mail, Mails } from './mailbox.ts'

type Html = ReturnType<typeof html>

const STYLE = `
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif;
  color: #1f2328; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.3; }
ul { list-style: none; margin: 0; padding: 0; }
li { border-top: 1px solid #d5d9de; }
li a { display: block; padding: .75rem 0; color: inherit; text-decoration: none; }
li a:hover strong, li a:focus-visible strong { text-decoration: underline; }
small, dt { color: #59616b; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 60rem; border: 1px solid #8a929c; }
pre { white-space: pre-wrap; border: 1px solid #8a929c; padding: 1rem; }
a { color: #1d4f91; }
:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
`

// A mail is shown as a mail program would: its styles and pictures, no script.
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src * data:"

/** The pages of the mailbox: its list, each mail, and the same as JSON. */
export function mailboxPages(mails: Mails): Hono {
  const find = (id: string) => mails.list.find((mail) => mail.id === id)
  return new Hono()
    .get('/', (c) => c.html(page('Mailbox', list(mails.list))))
    .get('/mails.json', (c) => c.json(mails.list))
    .delete('/mails.json', async (c) => {
      await mails.forget()
      return c.body(null, 204)
    })
    .get('/mails/:id', (c) => {
      const mail = find(c.req.param('id'))
      return mail ? c.html(page(mail.subject, letter(mail))) : c.notFound()
    })
    .get('/mails/:id/html', (c) => {
      const mail = find(c.req.param('id'))
      if (!mail) return c.notFound()
      return c.html(mail.html, 200, { 'content-security-policy': MAIL_POLICY })
    })
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`
}

function list(mails: Mail[]): Html {
  if (mails.length === 0) return html`<p>No mail yet. What the shop sends is shown here.</p>`
  return html`<ul>
    ${mails.map(
      (mail) =>
        html`<li>
          <a href="/mails/${mail.id}">
            <strong>${mail.subject}</strong><br />
            <small>${when(mail)}, to ${mail.to}</small>
          </a>
        </li>`,
    )}
  </ul>`
}

function letter(mail: Mail): Html {
  return html`<p><a href="/">All mails</a></p>
    <dl>
      <dt>From</dt>
      <dd>${mail.from}</dd>
      <dt>To</dt>
      <dd>${mail.to}</dd>
      <dt>Sent</dt>
      <dd>${when(mail)}</dd>
      ${mail.attachments.map(
        ({ name, type, bytes }) =>
          html`<dt>Attached</dt>
            <dd>${name} (${type}, ${bytes} bytes)</dd>`,
      )}
    </dl>
    ${
      mail.html &&
      html`<h2>HTML</h2>
        <iframe title="The mail" sandbox src="/mails/${mail.id}/html"></iframe>`
    }
    <h2>Text</h2>
    <pre>${mail.text || 'This mail has no text part.'}</pre>`
}

function when(mail: Mail): string {
  return new Date(mail.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
}
