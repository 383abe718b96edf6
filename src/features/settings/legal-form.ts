import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Phrase } from '#lib/i18n.ts'
import { isSiren, isVatNumber, LEGAL_FACTS } from './legal-rules.ts'
import type { Settings } from './rules.ts'

/** Reads what the law wants said. Numbers are kept without spaces; all of it may stay empty. */
export function readLegal(fields: Fields): Read<Pick<Settings, 'legal'>> {
  const form = readForm(fields)
  const line = (name: string) => form.text(name, { most: 300 })
  const number = (name: string) => line(name).replace(/[\s.]/g, '').toUpperCase()
  const siren = number('siren')
  if (/^\d{14}$/.test(siren)) form.fault('siren', says.siret)
  else if (siren !== '' && !isSiren(siren)) form.fault('siren', says.siren)
  const vatNumber = number('vatNumber')
  if (vatNumber !== '' && !isVatNumber(vatNumber)) form.fault('vatNumber', says.vat)
  else if (isOthers(vatNumber, siren)) form.fault('vatNumber', says.others)
  const texts = LEGAL_FACTS.filter((name) => name !== 'siren' && name !== 'vatNumber')
  const legal = Object.fromEntries(texts.map((name) => [name, line(name)]))
  return form.done({ legal: { ...EMPTY, ...legal, siren, vatNumber } })
}

const EMPTY = { owner: '', register: '', director: '', host: '', mediator: '', packagingId: '' }

/** A French VAT number ends with the SIREN of whom it belongs to. */
function isOthers(vatNumber: string, siren: string): boolean {
  return vatNumber.startsWith('FR') && siren !== '' && vatNumber.slice(4) !== siren
}

const says = {
  siren: {
    fr: 'Un SIREN compte neuf chiffres, et celui-ci n’en est pas un\u00a0: vérifiez-les.',
    en: 'A SIREN has nine digits, and this is not one: check them.',
  },
  siret: {
    fr: 'C’est un SIRET\u00a0: gardez ses neuf premiers chiffres.',
    en: 'This is a SIRET: keep its first nine digits.',
  },
  vat: {
    fr: 'Ce numéro n’est pas possible. Un numéro français s’écrit FR, deux chiffres, puis le SIREN.',
    en: 'This number is not possible. A French one is FR, two digits, then the SIREN.',
  },
  others: {
    fr: 'Ce numéro finit par un autre SIREN que le vôtre.',
    en: 'This number ends with another SIREN than yours.',
  },
} satisfies Record<string, Phrase>
