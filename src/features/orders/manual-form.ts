import { emailFault, ORDER_KEY, phoneFault } from '#features/checkout/rules.ts'
import { isTooLittle } from '#features/payments/rules.ts'
import type { Quote } from '#features/pricing/quote.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import { isLang, type Lang, type Phrase } from '#lib/i18n.ts'
import { readAddress } from './form.ts'
import { CHANNELS, IN_HAND, LINK_DAYS, PAYMENTS } from './manual-rules.ts'
import type { Writing } from './write-order.ts'

const LINE = /^units_(var_\w{1,40})$/
const MOST_LINES = 50
const MOST_UNITS = 99

/** The field of a variant in the form of an order. */
export const unitsOf = (variantId: string) => `units_${variantId}`

/** The pieces of the form as they are chosen so far; one more of the piece whose button was pressed. */
export function chosenLines(fields: Fields): { variantId: string; quantity: number }[] {
  const units = new Map<string, number>()
  for (const [name, value] of Object.entries(fields)) {
    const [, id] = LINE.exec(name) ?? []
    const quantity = /^\d{1,2}$/.test(value) ? Number(value) : 0
    if (id && quantity > 0) units.set(id, Math.min(quantity, MOST_UNITS))
  }
  const { add = '' } = fields
  if (LINE.test(unitsOf(add))) units.set(add, Math.min((units.get(add) ?? 0) + 1, MOST_UNITS))
  return [...units].slice(0, MOST_LINES).map(([variantId, quantity]) => ({ variantId, quantity }))
}

type Manual = Omit<Writing, 'quote' | 'terms'>

/** Reads everything of the form but its pieces: who buys, how it gets there, how it is paid. */
export function readManual(fields: Fields, quote: Quote): Read<Manual> {
  const form = readForm(fields)
  const key = form.typed('key')
  const inHand = !quote.physical || (fields['delivery'] ?? IN_HAND) === IN_HAND
  const chosen = inHand ? null : quote.options.find(({ code }) => code === form.typed('delivery'))
  const email = form.typed('email')
  const by = form.choice('paid', PAYMENTS)
  form.money('off', quote.settings.shop.currency)
  const days = by === 'link' ? form.whole('days', { ...DAYS }) : null
  if (by === 'link' && quote.lines.length > 0) {
    if (quote.totals.total === 0) form.fault('paid', says.nothing)
    if (isTooLittle(quote.totals.total)) form.fault('paid', says.little)
  }
  if (quote.lines.length === 0) form.fault('find', says.empty)
  if (!inHand && !chosen) form.fault('delivery', says.delivery)
  if (!ORDER_KEY.test(key)) form.fault('find', says.stale)
  if (email !== '' && emailFault(email)) form.fault('email', says.email)
  if (phoneFault(form.typed('phone'))) form.fault('phone', says.phone)
  const channel = form.choice('channel', CHANNELS)
  const lang: Lang = isLang(fields['lang'])
    ? fields['lang']
    : (quote.settings.shop.languages[0] ?? 'fr')
  const sent = chosen?.kind === 'parcel'
  const address = sent ? readAddress(fields, form.typed('country')) : null
  if (address && !address.ok) Object.assign(form.problems, address.problems)
  const firstName = form.text('first_name', { most: 80, required: email !== '' })
  return form.done({
    id: key,
    channel,
    lang,
    paid: by === 'link' ? { by, days: days ?? LINK_DAYS.usual } : { by },
    buyer: {
      email,
      firstName: firstName || NOBODY[channel][lang],
      lastName: form.text('last_name', { most: 80 }),
      phone: form.typed('phone'),
      note: form.text('note', { most: 500 }).replace(/\s+/g, ' '),
      address: address?.ok ? address.value.address : null,
    },
  })
}

/** What the maker takes off, in minor units. */
export function offFrom(fields: Fields, currency: string): number {
  return readForm(fields).money('off', currency) ?? 0
}

const DAYS = { least: LINK_DAYS.least, most: LINK_DAYS.most }

/** How an order is called whose buyer left no name. */
const NOBODY: Record<Manual['channel'], Phrase> = {
  stall: { fr: 'Vente au stand', en: 'Sale at the stall' },
  phone: { fr: 'Vente au téléphone', en: 'Sale on the phone' },
}

const says = {
  empty: {
    fr: 'Cherchez d’abord une pièce, et ajoutez-la.',
    en: 'Look for a piece first, and add it.',
  },
  nothing: {
    fr: 'Il n’y a rien à payer\u00a0: un lien ne sert à rien. Choisissez par exemple les espèces.',
    en: 'There is nothing to pay: a link is of no use. Choose cash, for example.',
  },
  little: {
    fr: 'Un lien demande au moins 0,50\u00a0€. Prenez ce paiement à la main, ou changez la remise.',
    en: 'A link takes €0.50 at least. Take this payment by hand, or change the discount.',
  },
  stale: {
    fr: 'Ce formulaire a vieilli\u00a0: recommencez depuis la liste des commandes.',
    en: 'This form has aged: start again from the list of orders.',
  },
  delivery: {
    fr: 'Choisissez comment la commande arrive.',
    en: 'Choose how the order gets there.',
  },
  email: {
    fr: 'Cette adresse ne semble pas complète\u00a0: nom@exemple.fr, sans accent.',
    en: 'This address does not look complete: name@example.com, without accents.',
  },
  phone: {
    fr: 'Un numéro de téléphone s’écrit avec six à quinze chiffres.',
    en: 'A telephone number has six to fifteen digits.',
  },
} satisfies Record<string, Phrase>
