import { expect, test } from 'vitest'
import { type Asked, type Field, readForm, type Typed, typedFrom } from '#features/checkout/form.ts'
import { arrivalOf, emailFault, phoneFault, postcodeFault } from '#features/checkout/rules.ts'
import { DEFAULTS } from '#features/settings/rules.ts'
import { ANNE } from '../support/anne.ts'

const asked: Asked = {
  physical: true,
  digital: false,
  countries: ['FR', 'BE'],
  options: [
    { code: 'parcel', kind: 'parcel' },
    { code: 'pickup', kind: 'pickup' },
  ],
}

const anne = typedFrom({ ...ANNE, country: 'FR', delivery: 'parcel' }, 'FR')

/** The French sentences beside each field, of a form that differs from Anne's. */
function problemsOf(typed: Partial<Typed>, needs: Partial<Asked> = {}) {
  const checked = readForm({ ...anne, ...typed }, { ...asked, ...needs })
  if (checked.ok) return {}
  return Object.fromEntries(
    Object.entries(checked.problems).map(([field, { fr }]) => [
      field,
      fr.replaceAll('\u00a0', ' '),
    ]),
  )
}

test('a complete form becomes a buyer with an address', () => {
  const typed = { ...anne, email: '  anne.le-goff@example.com ', postal_code: '29 200' }
  expect(readForm(typed, asked)).toEqual({
    ok: true,
    value: {
      delivery: 'parcel',
      buyer: {
        email: 'anne.le-goff@example.com',
        firstName: 'Anne',
        lastName: 'Le Goff',
        phone: '',
        note: '',
        address: {
          line1: '12 rue du Port',
          line2: '',
          postalCode: '29200',
          city: 'Brest',
          country: 'FR',
        },
      },
    },
  })
})

test('an empty form is told everything that is missing, and nothing else', () => {
  const problems = problemsOf(typedFrom({}, 'FR'))
  expect(Object.keys(problems).toSorted()).toEqual(
    [
      'email',
      'delivery',
      'first_name',
      'last_name',
      'line1',
      'postal_code',
      'city',
      'terms',
    ].toSorted(),
  )
})

const cases: [field: Field, value: string, sentence: string][] = [
  ['email', '', 'Il nous faut votre adresse e-mail : la commande y est confirmée.'],
  ['email', 'anne', 'Cette adresse ne semble pas complète : nom@exemple.fr, sans accent.'],
  ['email', `${'a'.repeat(250)}@b.fr`, '254 caractères au plus : raccourcissez un peu.'],
  ['first_name', '   ', 'Il manque votre prénom.'],
  ['last_name', 'x'.repeat(81), '80 caractères au plus : raccourcissez un peu.'],
  [
    'last_name',
    'Le Goff\r\nBcc: all@example.com',
    'Un caractère invisible s’est glissé ici : retapez ce champ.',
  ],
  ['city', 'Bre\u0000st', 'Un caractère invisible s’est glissé ici : retapez ce champ.'],
  ['line2', 'x'.repeat(121), '120 caractères au plus : raccourcissez un peu.'],
  ['phone', 'plus tard', 'Un numéro de téléphone s’écrit avec six à quinze chiffres.'],
  ['postal_code', '2920', 'Il manque un chiffre : un code postal en compte cinq.'],
  ['postal_code', '292000', 'Un code postal compte cinq chiffres.'],
  ['postal_code', 'Brest', 'Un code postal compte cinq chiffres.'],
  ['country', 'US', 'Nous ne livrons pas encore dans ce pays.'],
  ['delivery', 'pigeon', 'Choisissez une livraison : celle-ci n’est pas possible.'],
  ['note', 'x'.repeat(501), '500 caractères au plus : raccourcissez un peu.'],
  ['terms', 'on', 'Cochez la case pour accepter les conditions de vente.'],
]

test.each(cases)('%s may not be "%s"', (field, value, sentence) => {
  expect(problemsOf({ [field]: value })).toEqual({ [field]: sentence })
})

test('who fetches the pieces gives a name and an e-mail, and no address', () => {
  const typed = { delivery: 'pickup', line1: '', postal_code: '', city: '', country: 'US' }
  expect(problemsOf(typed)).toEqual({})
  expect(readForm({ ...anne, ...typed }, asked)).toMatchObject({
    value: { delivery: 'pickup', buyer: { address: null } },
  })
})

test('a cart without anything to send asks for no delivery and no address', () => {
  const needs = { physical: false, options: [], countries: ['FR'] }
  const typed = { delivery: '', line1: '', postal_code: '', city: '' }
  expect(problemsOf(typed, needs)).toEqual({})
  expect(readForm({ ...anne, ...typed }, { ...asked, ...needs })).toMatchObject({
    value: { delivery: null, buyer: { address: null } },
  })
})

test('a file is sent at once only to who asks for it', () => {
  expect(Object.keys(problemsOf({}, { digital: true }))).toEqual(['digital'])
  expect(problemsOf({ digital: 'yes' }, { digital: true })).toEqual({})
})

test('where nothing can be sent, the delivery says so', () => {
  expect(problemsOf({}, { options: [] }).delivery).toMatch(/Écrivez-nous/)
})

test('a note may be written on several lines, and is kept on one', () => {
  expect(readForm({ ...anne, note: 'Bonjour,\r\n\r\nmerci\t!' }, asked)).toMatchObject({
    value: { buyer: { note: 'Bonjour, merci !' } },
  })
})

test.each([
  'a@b.fr',
  'anne+four@mail.example.co.uk',
  "o'neil@example.com",
  'a_b.c-d@exa-mple.museum',
  'anne@xn--caf-dma.fr',
])('%s is an e-mail address', (value) => expect(emailFault(value)).toBeNull())

test.each([
  'anne@',
  '@example.com',
  'anne@localhost',
  'anne@@example.com',
  'anne@example..com',
  '.anne@example.com',
  'an ne@example.com',
  'anné@example.com',
  'anne@example.com, bob@example.com',
  'anne@-example.com',
  'anne@example.123',
  '<anne@example.com>',
])('%s is not an e-mail address', (value) => expect(emailFault(value)).toBe('email'))

test.each(['', '06 12 34 56 78', '+33 (0)6.12.34.56.78', '02-98-00-00-00'])(
  '"%s" is a telephone number, or none',
  (value) => expect(phoneFault(value)).toBeNull(),
)

test('postcodes are those of their country', () => {
  expect(postcodeFault('1000', 'BE')).toBeNull()
  expect(postcodeFault('D02 X285', 'IE')).toBeNull()
  expect(postcodeFault('1', 'BE')).toBe('postcode')
  expect(postcodeFault('29200', 'FR')).toBeNull()
  expect(postcodeFault('2920', 'FR')).toBe('postcode_short')
})

test('what is made to order arrives that many weeks later', () => {
  const saturday = Date.parse('2026-11-21T09:00:00Z')
  const option = { minDays: 2, maxDays: 4 }
  expect(arrivalOf(option, [{ leadWeeks: null }], DEFAULTS, saturday)).toEqual({
    from: '2026-11-25',
    to: '2026-11-27',
  })
  expect(arrivalOf(option, [{ leadWeeks: 5 }, { leadWeeks: 2 }], DEFAULTS, saturday)).toEqual({
    from: '2026-12-30',
    to: '2027-01-01',
  })
})
