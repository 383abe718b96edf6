import { emailFault, lineFault } from '#features/checkout/rules.ts'
import type { Phrase } from '#lib/i18n.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import { LEAST_TEXT, MOST_ANSWER, MOST_TEXT, orderNumberIn } from './rules.ts'

export type Written = { name: string; email: string; orderNumber: number | null; text: string }

/** The id that a form to answer comes with. */
export const ANSWER_KEY = /^ans_[0-9a-z]{16}$/

/** What people leave empty because they do not see it. */
export const TRAP = 'website'

/** Reads what somebody writes to the workshop. */
export function readMessage(fields: Fields): Read<Written> {
  const form = readForm(fields)
  const name = form.text('name', { most: 80, required: faults.noName })
  const email = form.text('email', { most: 254, required: faults.email }).toLowerCase()
  const number = form.typed('order_number')
  const text = form.text('message', { most: MOST_TEXT, required: faults.noText })
  const orderNumber = orderNumberIn(number)
  if (lineFault(name, 80, true)) form.fault('name', faults.line)
  if (emailFault(email)) form.fault('email', faults.email)
  if (number !== '' && orderNumber === null) form.fault('order_number', faults.orderNumber)
  if (text.length < LEAST_TEXT) form.fault('message', faults.short)
  return form.done({ name, email, orderNumber, text })
}

/** Reads an answer, with the id that its form was given. */
export function readAnswer(fields: Fields): Read<{ id: string; text: string }> {
  const form = readForm(fields)
  const text = form.text('answer', { most: MOST_ANSWER, required: faults.noAnswer })
  const id = form.typed('key')
  if (!ANSWER_KEY.test(id)) form.fault('answer', faults.stale)
  return form.done({ id, text })
}

const faults = {
  noName: { fr: 'Votre nom manque.', en: 'Your name is missing.' },
  noText: { fr: 'Le message est vide.', en: 'The message is empty.' },
  noAnswer: {
    fr: 'La réponse est vide\u00a0: écrivez un mot.',
    en: 'The answer is empty: write a word.',
  },
  line: {
    fr: 'Un nom sur une ligne, 80 caractères au plus.',
    en: 'A name on one line, 80 characters at most.',
  },
  email: {
    fr: 'Cette adresse n’est pas complète\u00a0: il faut pouvoir vous répondre, comme à nom@exemple.fr.',
    en: 'This address is not complete: the answer needs one such as name@example.com.',
  },
  orderNumber: {
    fr: 'Le numéro seul, comme 1042\u00a0; ou rien.',
    en: 'The number alone, such as 1042; or nothing.',
  },
  short: {
    fr: 'Quelques mots de plus, pour que la réponse soit utile.',
    en: 'A few more words, so that the answer can be of use.',
  },
  stale: {
    fr: 'Cette page est trop ancienne\u00a0: rechargez-la.',
    en: 'This page is too old: reload it.',
  },
} satisfies Record<string, Phrase>
