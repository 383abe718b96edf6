import { emailFault, phoneFault } from '#features/checkout/rules.ts'
import { vatTerritory } from '#features/tax/rules.ts'
import { COUNTRIES } from '#lib/countries.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import { type Lang, LANGS, type Phrase, type Text } from '#lib/i18n.ts'
import type { Settings, Shop } from './rules.ts'

/** Currencies whose amounts are written with two decimals: changing between them moves no decimal point. */
export const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD', 'CAD'] as const

/** Which languages the shop speaks; the first one has no prefix in addresses. */
export const LANGUAGE_CHOICES = ['fr en', 'fr', 'en fr', 'en'] as const

export const TIME_ZONES = [
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Luxembourg',
  'Europe/Zurich',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Rome',
  'Europe/Lisbon',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Athens',
  'Europe/Helsinki',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'America/Montreal',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
] as const

/** The shop's identity as its fields show it. */
export function typedShop(shop: Shop): Fields {
  return {
    name: shop.name,
    email: shop.email,
    phone: shop.phone,
    line1: shop.address.line1,
    postal_code: shop.address.postalCode,
    city: shop.address.city,
    region: shop.address.region,
    country: shop.address.country,
    languages: shop.languages.join(' '),
    currency: shop.currency,
    time_zone: shop.timeZone,
    ...typedText('tagline', shop.tagline),
    ...typedText('description', shop.description),
    ...typedText('hours', shop.hours),
    ...typedText('announcement', shop.announcement ?? {}),
  }
}

/** A text as the fields of its languages show it. */
export function typedText(name: string, text: Text): Fields {
  return Object.fromEntries(LANGS.map((lang) => [`${name}.${lang}`, text[lang] ?? '']))
}

/** A text as it was typed; what it says in languages that the form does not ask for stays. */
export function textIn(
  form: Pick<ReturnType<typeof readForm>, 'texts'>,
  name: string,
  was: Text,
  { languages, most, required }: { languages: readonly Lang[]; most: number; required?: boolean },
): Text {
  const others = LANGS.filter((lang) => !languages.includes(lang) && was[lang] !== undefined)
  const kept = Object.fromEntries(others.map((lang) => [lang, was[lang]]))
  return { ...kept, ...form.texts(name, languages, { most, required: required === true }) }
}

/**
 * Reads who sells, and so whose VAT it is. The currency stays once there is an order: its amounts would be read as
 * another money.
 */
export function readShop(
  fields: Fields,
  { shop: was, tax }: Pick<Settings, 'shop' | 'tax'>,
  hasOrders: boolean,
): Read<Pick<Settings, 'shop' | 'tax'>> {
  const form = readForm(fields)
  const text = (name: string, before: Text, most: number) =>
    textIn(form, name, before, { languages: was.languages, most })
  // In the order of the page: problems are listed as they are found.
  const words = {
    name: form.text('name', { most: 60, required: true }),
    tagline: text('tagline', was.tagline, 160),
    description: text('description', was.description, 500),
  }
  const announcement = text('announcement', was.announcement ?? {}, 200)
  const reach = readReach(form)
  const address = readAddress(form, was)
  return form.done({
    shop: {
      ...was,
      ...words,
      ...reach,
      announcement: Object.keys(announcement).length > 0 ? announcement : null,
      address,
      hours: text('hours', was.hours, 300),
      languages: languagesOf(form.choice('languages', LANGUAGE_CHOICES)),
      currency: hasOrders ? was.currency : oneOf(form, 'currency', was.currency, CURRENCIES),
      timeZone: oneOf(form, 'time_zone', was.timeZone, TIME_ZONES),
    },
    // Outside of the Union the shop knows no rates: there the country of the VAT stays.
    tax: { ...tax, country: vatTerritory(address.country) ?? tax.country },
  })
}

type Form = ReturnType<typeof readForm>

function readReach(form: Form) {
  const email = form.text('email', { most: 254 })
  if (emailFault(email)) form.fault('email', says.email)
  const phone = form.text('phone', { most: 30 })
  if (phoneFault(phone)) form.fault('phone', says.phone)
  return { email, phone }
}

function readAddress(form: Form, was: Shop): Shop['address'] {
  const { country } = was.address
  return {
    line1: form.text('line1', { most: 120 }),
    postalCode: form.text('postal_code', { most: 10 }),
    city: form.text('city', { most: 80 }),
    region: form.text('region', { most: 80 }),
    country: oneOf(form, 'country', country, COUNTRIES),
  }
}

/** One of a list, or what it was: a value of another time is not lost. */
function oneOf(form: Form, name: string, was: string, choices: readonly string[]): string {
  return form.choice(name, [was, ...choices])
}

function languagesOf(choice: string): Lang[] {
  return choice.split(' ').flatMap((name) => LANGS.filter((lang) => lang === name))
}

const says = {
  email: {
    fr: 'Une adresse complète, comme bonjour@atelier.fr.',
    en: 'A complete address, such as hello@workshop.com.',
  },
  phone: {
    fr: 'Six à quinze chiffres, comme 02 98 00 00 00.',
    en: 'Six to fifteen digits, such as +33 2 98 00 00 00.',
  },
} satisfies Record<string, Phrase>
