import type { Address } from '#lib/address.ts'
import { fill, type Phrase } from '#lib/i18n.ts'
import type { Buyer } from './place-order.ts'
import {
  emailFault,
  type Fault,
  lineFault,
  MOST,
  phoneFault,
  postcodeFault,
  type TypedField,
} from './rules.ts'

/** The fields of the order form, in the order of the page. */
export const FIELDS = [
  'email',
  'phone',
  'delivery',
  'first_name',
  'last_name',
  'line1',
  'line2',
  'postal_code',
  'city',
  'country',
  'note',
  'digital',
  'terms',
  'key',
] as const

export type Field = (typeof FIELDS)[number]

/** The form as it was typed: what a page shows again. */
export type Typed = Record<Field, string>

export type Problems = Partial<Record<Field, Phrase>>

/** What the cart asks of its buyer. */
export type Asked = {
  /** Something has to be delivered or fetched. */
  physical: boolean
  /** A file is among the lines. */
  digital: boolean
  countries: readonly string[]
  options: readonly { code: string; kind: 'parcel' | 'pickup' }[]
}

export type Checked =
  | { ok: true; value: { buyer: Buyer; delivery: string | null } }
  | { ok: false; problems: Problems }

/** Reads the fields of a posted form as they were typed; what is missing is empty. */
export function typedFrom(fields: Readonly<Record<string, unknown>>, country: string): Typed {
  const text = (name: Field) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
  const typed = Object.fromEntries(FIELDS.map((name) => [name, text(name)]))
  return { ...blank, ...typed, country: text('country') || country }
}

/** The form of an order that waits for its payment, to be typed on; what binds is ticked anew. */
export function fieldsFrom(order: Buyer & { delivery: { code: string } | null }) {
  return {
    email: order.email,
    phone: order.phone,
    delivery: order.delivery?.code ?? '',
    first_name: order.firstName,
    last_name: order.lastName,
    line1: order.address?.line1 ?? '',
    line2: order.address?.line2 ?? '',
    postal_code: order.address?.postalCode ?? '',
    city: order.address?.city ?? '',
    country: order.address?.country ?? '',
    note: order.note,
  } satisfies Partial<Record<Field, string>>
}

const blank: Typed = {
  email: '',
  phone: '',
  delivery: '',
  first_name: '',
  last_name: '',
  line1: '',
  line2: '',
  postal_code: '',
  city: '',
  country: '',
  note: '',
  digital: '',
  terms: '',
  key: '',
}

/** Reads an order form: what it says, or what is wrong with it, field by field. */
export function readForm(typed: Typed, asked: Asked): Checked {
  const clean = (name: Field) => typed[name].trim()
  // A note may be written on several lines; it is kept as one.
  const note = typed.note.replace(/\s+/g, ' ').trim()
  const chosen = asked.options.find((option) => option.code === typed.delivery) ?? null
  const sent = asked.physical && chosen?.kind !== 'pickup'
  const faults: Faults = {
    email: emailFault(clean('email')),
    phone: phoneFault(clean('phone')),
    first_name: lineFault(clean('first_name'), MOST.first_name, true),
    last_name: lineFault(clean('last_name'), MOST.last_name, true),
    note: lineFault(note, MOST.note, false),
    ...(sent && {
      line1: lineFault(clean('line1'), MOST.line1, true),
      line2: lineFault(clean('line2'), MOST.line2, false),
      postal_code: postcodeFault(clean('postal_code'), typed.country),
      city: lineFault(clean('city'), MOST.city, true),
    }),
  }
  const problems: Problems = { ...saidOf(faults), ...choices(typed, asked, chosen !== null, sent) }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const address: Address = {
    line1: clean('line1'),
    line2: clean('line2'),
    postalCode: postcodeOf(clean('postal_code'), typed.country),
    city: clean('city'),
    country: typed.country,
  }
  const buyer: Buyer = {
    email: clean('email'),
    firstName: clean('first_name'),
    lastName: clean('last_name'),
    phone: clean('phone'),
    note,
    address: sent ? address : null,
  }
  return { ok: true, value: { buyer, delivery: asked.physical ? typed.delivery : null } }
}

/** What is chosen or ticked rather than typed. */
function choices(typed: Typed, asked: Asked, chosen: boolean, sent: boolean): Problems {
  const none = asked.options.length === 0
  return {
    ...(asked.physical && !chosen && { delivery: none ? says.noDelivery : says.delivery }),
    ...(sent && !asked.countries.includes(typed.country) && { country: says.country }),
    ...(asked.digital && typed.digital !== 'yes' && { digital: says.digital }),
    ...(typed.terms !== 'yes' && { terms: says.terms }),
  }
}

function postcodeOf(value: string, country: string): string {
  return country === 'FR' ? value.replace(/\s/g, '') : value.toUpperCase()
}

type Faults = Partial<Record<TypedField, Fault | null>>

function saidOf(faults: Faults): Problems {
  const problems: Problems = {}
  for (const name of TYPED_FIELDS) {
    const fault = faults[name]
    if (fault) problems[name] = sentence(name, fault)
  }
  return problems
}

const TYPED_FIELDS = [
  'email',
  'phone',
  'first_name',
  'last_name',
  'line1',
  'line2',
  'postal_code',
  'city',
  'note',
] as const satisfies TypedField[]

function sentence(name: TypedField, fault: Fault): Phrase {
  if (fault === 'missing') return missing[name] ?? says.missing
  if (fault !== 'long') return says[fault]
  const most = MOST[name]
  return { fr: fill(says.long.fr, { most }), en: fill(says.long.en, { most }) }
}

const missing: Problems = {
  email: {
    fr: 'Il nous faut votre adresse e-mail\u00a0: la commande y est confirmée.',
    en: 'We need your e-mail address: the order is confirmed there.',
  },
  first_name: { fr: 'Il manque votre prénom.', en: 'Your first name is missing.' },
  last_name: { fr: 'Il manque votre nom.', en: 'Your last name is missing.' },
  line1: {
    fr: 'Il manque le numéro et la rue.',
    en: 'The house number and street are missing.',
  },
  postal_code: { fr: 'Il manque le code postal.', en: 'The postcode is missing.' },
  city: { fr: 'Il manque la ville.', en: 'The town is missing.' },
}

const says = {
  missing: { fr: 'Ce champ est à remplir.', en: 'Please fill in this field.' },
  long: {
    fr: '{most} caractères au plus\u00a0: raccourcissez un peu.',
    en: '{most} characters at most: shorten it a little.',
  },
  unprintable: {
    fr: 'Un caractère invisible s’est glissé ici\u00a0: retapez ce champ.',
    en: 'An invisible character slipped in here: type this field again.',
  },
  email: {
    fr: 'Cette adresse ne semble pas complète\u00a0: nom@exemple.fr, sans accent.',
    en: 'This address does not look complete: name@example.com, without accents.',
  },
  phone: {
    fr: 'Un numéro de téléphone s’écrit avec six à quinze chiffres.',
    en: 'A telephone number has six to fifteen digits.',
  },
  postcode_short: {
    fr: 'Il manque un chiffre\u00a0: un code postal en compte cinq.',
    en: 'One digit is missing: a postcode has five.',
  },
  postcode_digits: {
    fr: 'Un code postal compte cinq chiffres.',
    en: 'A postcode has five digits.',
  },
  postcode: {
    fr: 'Ce code postal ne ressemble pas à ceux de ce pays.',
    en: 'This postcode does not look like those of this country.',
  },
  delivery: {
    fr: 'Choisissez une livraison\u00a0: celle-ci n’est pas possible.',
    en: 'Choose a delivery: this one is not possible.',
  },
  noDelivery: {
    fr: 'Nous n’avons pas de livraison pour ce colis dans ce pays. Écrivez-nous\u00a0: nous chercherons ensemble.',
    en: 'We have no delivery for this parcel to this country. Write to us: we will look for one together.',
  },
  country: {
    fr: 'Nous ne livrons pas encore dans ce pays.',
    en: 'We do not deliver to this country yet.',
  },
  digital: {
    fr: 'Sans cet accord, la loi nous fait attendre 14 jours avant d’envoyer le fichier\u00a0: cochez la case pour le recevoir.',
    en: 'Without this, the law makes us wait 14 days before sending the file: tick the box to receive it.',
  },
  terms: {
    fr: 'Cochez la case pour accepter les conditions de vente.',
    en: 'Tick the box to accept the terms of sale.',
  },
} satisfies Record<string, Phrase>
