import { emailFault } from '#features/checkout/rules.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import { FORMATS } from './rules.ts'

const BAD_EMAIL: Phrase = {
  fr: 'Une adresse, comme nom@exemple.fr.',
  en: 'An address, such as name@example.com.',
}

/** Whose data is asked for: an address, in small letters. */
export function readPerson(fields: Fields): Read<string> {
  const form = readForm(fields)
  const email = form.text('email', { most: 254 }).toLowerCase()
  if (emailFault(email)) form.fault('email', BAD_EMAIL)
  return form.done(email)
}

export function readFormat(fields: Fields) {
  return readForm(fields).choice('format', FORMATS)
}
