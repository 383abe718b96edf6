import { lineFault, MOST, postcodeFault } from '#features/checkout/rules.ts'
import type { Address } from '#lib/address.ts'
import type { Phrase } from '#lib/i18n.ts'

type Fields = Readonly<Record<string, string>>

export type Problems = Partial<Record<string, Phrase>>

type Read<Value> = { ok: true; value: Value } | { ok: false; problems: Problems }

const SHIPMENT_ID = /^shp_[0-9a-z]{16}$/
const NOTE_MOST = 2000

/** What is chosen for a carrier that the settings do not name. */
export const OTHER_CARRIER = '-'

/** The field of a line in the form of a parcel. */
export function unitsField(lineId: string): string {
  return `units_${lineId}`
}

export type ParcelForm = {
  id: string
  carrier: string
  number: string
  units: { lineId: string; quantity: number }[]
  tell: boolean
}

/** Reads the form of a parcel: what leaves of what is left, with whom and under which number. */
export function readParcel(
  fields: Fields,
  left: ReadonlyMap<string, number>,
  carriers: readonly { name: string }[],
): Read<ParcelForm> {
  const { key = '' } = fields
  const carrier = fields['carrier'] === OTHER_CARRIER ? '' : (fields['carrier'] ?? '')
  const number = (fields['number'] ?? '').replace(/\s+/g, '')
  const problems: Problems = {}
  const units = [...left].flatMap(([lineId, most]) => {
    const field = unitsField(lineId)
    const typed = (fields[field] ?? String(most)).trim()
    const quantity = typed === '' ? 0 : Number(typed)
    if (!Number.isInteger(quantity) || quantity < 0) problems[field] = says.units
    else if (quantity > most) problems[field] = says.tooMany
    return quantity > 0 ? [{ lineId, quantity }] : []
  })
  if (!SHIPMENT_ID.test(key)) problems['form'] = says.stale
  if (units.length === 0) problems['form'] = says.empty
  if (carrier !== '' && !carriers.some(({ name }) => name === carrier)) {
    problems['carrier'] = says.carrier
  }
  if (/[/:]/.test(number)) problems['number'] = says.address
  else if (number && !/^[A-Za-z0-9.-]{3,40}$/.test(number)) problems['number'] = says.number
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const tell = fields['tell'] === 'yes'
  return { ok: true, value: { id: key, carrier, number, units, tell } }
}

/** Reads a note for the workshop. */
export function readNote(fields: Fields): Read<{ id: string; text: string }> {
  const { key = '' } = fields
  const text = (fields['note'] ?? '').replace(/\r\n?/g, '\n').trim()
  if (text === '') return { ok: false, problems: { note: says.noNote } }
  if (text.length > NOTE_MOST) return { ok: false, problems: { note: says.long } }
  if (!/^not_[0-9a-z]{16}$/.test(key)) return { ok: false, problems: { note: says.stale } }
  return { ok: true, value: { id: key, text } }
}

export const ADDRESS_FIELDS = [
  'first_name',
  'last_name',
  'line1',
  'line2',
  'postal_code',
  'city',
] as const

type Addressee = { firstName: string; lastName: string; address: Address }

/** Reads an address that is put right. Its country stays: the price of the delivery and the VAT depend on it. */
export function readAddress(fields: Fields, country: string): Read<Addressee> {
  const clean = (name: string) => (fields[name] ?? '').trim()
  const problems: Problems = {}
  for (const name of ADDRESS_FIELDS) {
    const required = name !== 'line2'
    const fault =
      name === 'postal_code'
        ? postcodeFault(clean(name), country)
        : lineFault(clean(name), MOST[name], required)
    if (fault) problems[name] = sentences[fault] ?? says.postcode
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const postalCode =
    country === 'FR' ? clean('postal_code').replace(/\s/g, '') : clean('postal_code').toUpperCase()
  return {
    ok: true,
    value: {
      firstName: clean('first_name'),
      lastName: clean('last_name'),
      address: {
        line1: clean('line1'),
        line2: clean('line2'),
        postalCode,
        city: clean('city'),
        country,
      },
    },
  }
}

const says = {
  units: { fr: 'Un nombre entier, zéro compris.', en: 'A whole number, zero included.' },
  tooMany: {
    fr: 'Il n’en reste pas autant à envoyer.',
    en: 'There are not that many left to send.',
  },
  empty: {
    fr: 'Ce colis est vide\u00a0: mettez-y au moins une pièce.',
    en: 'This parcel is empty: put at least one piece in it.',
  },
  stale: {
    fr: 'Ce formulaire a vieilli\u00a0: vérifiez-le et renvoyez-le.',
    en: 'This form has aged: check it and send it again.',
  },
  carrier: {
    fr: 'Ce transporteur n’est plus dans les réglages\u00a0: choisissez-en un autre.',
    en: 'This carrier is no longer in the settings: choose another.',
  },
  address: {
    fr: 'Le numéro seul, sans adresse web\u00a0: le lien se fait tout seul.',
    en: 'The number alone, without a web address: the link makes itself.',
  },
  number: {
    fr: 'Un numéro de suivi compte de 3 à 40 lettres et chiffres.',
    en: 'A tracking number has 3 to 40 letters and digits.',
  },
  noNote: { fr: 'La note est vide\u00a0: écrivez un mot.', en: 'The note is empty: write a word.' },
  long: { fr: 'C’est un peu long\u00a0: raccourcissez.', en: 'A little long: shorten it.' },
  missing: { fr: 'Ce champ est à remplir.', en: 'Please fill in this field.' },
  unprintable: {
    fr: 'Un caractère invisible s’est glissé ici\u00a0: retapez ce champ.',
    en: 'An invisible character slipped in here: type this field again.',
  },
  postcode: {
    fr: 'Ce code postal ne ressemble pas à ceux de ce pays.',
    en: 'This postcode does not look like those of this country.',
  },
} satisfies Record<string, Phrase>

const sentences: Partial<Record<string, Phrase>> = {
  missing: says.missing,
  long: says.long,
  unprintable: says.unprintable,
}
