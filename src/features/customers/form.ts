import { type Fields, type Read, readForm } from '#lib/form.ts'
import { MOST_NOTE } from './rules.ts'

export function readNote(fields: Fields): Read<string> {
  const form = readForm(fields)
  return form.done(form.text('note', { most: MOST_NOTE }))
}
