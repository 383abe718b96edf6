import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase, Text } from '#lib/i18n.ts'
import type { Settings } from '#features/settings/rules.ts'
import { isAddress, ORDER_TEMPLATES } from './rules.ts'

/** Reads how mails leave. The password of the server is a secret of the Worker and never in a form. */
export function readTransport(fields: Fields): Read<Settings['mail']> {
  const form = readForm(fields)
  const transport = form.choice('transport', ['none', 'smtp', 'binding'])
  const from = form.text('from', { most: 254, required: true })
  if (from && !isAddress(from)) form.fault('from', says.address)
  if (transport !== 'smtp') return form.done({ transport, from })
  const host = form.text('host', { most: 253, required: true }).toLowerCase()
  if (host && !/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(host)) form.fault('host', says.host)
  const port = form.whole('port', { least: 1, most: 65_535 })
  form.required('port', port)
  const username = form.text('username', { most: 254 })
  const secure = form.flag('secure')
  return form.done({ transport, from, smtp: { host, port: port ?? 0, secure, username } })
}

/** Reads the maker's own words in each kind of mail. */
export function readTexts(fields: Fields, languages: readonly Lang[]): Read<Record<string, Text>> {
  const form = readForm(fields)
  const texts = ORDER_TEMPLATES.map(
    (template) => [template, form.texts(template, languages, { most: 600 })] as const,
  )
  return form.done(Object.fromEntries(texts))
}

/** Reads where a test goes. */
export function readTest(fields: Fields): Read<{ to: string; id: string }> {
  const form = readForm(fields)
  const to = form.text('to', { most: 254, required: true })
  const id = form.typed('key')
  if (to && !isAddress(to)) form.fault('to', says.address)
  if (!/^out_[0-9a-z]{16}$/.test(id)) form.fault('to', says.stale)
  return form.done({ to, id })
}

const says = {
  address: {
    fr: 'Une adresse e-mail, comme nom@exemple.fr.',
    en: 'An e-mail address, such as name@example.com.',
  },
  host: {
    fr: 'Le nom du serveur, comme smtp.exemple.fr.',
    en: 'The name of the server, such as smtp.example.com.',
  },
  stale: {
    fr: 'La page a vieilli\u00a0: recommencez.',
    en: 'The page has aged: please try again.',
  },
} satisfies Record<string, Phrase>
