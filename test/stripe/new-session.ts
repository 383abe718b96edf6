import { refuseAbsent } from './params.ts'
import { refuse } from './refusal.ts'
import type { Metadata } from './shapes.ts'

export type NewLine = {
  price_data?: {
    currency: string
    unit_amount?: number
    product_data?: { name: string; description?: string; metadata?: Metadata }
  }
  quantity?: number
  metadata?: Metadata
}

export type NewSession = {
  mode?: string
  ui_mode?: string
  line_items?: NewLine[]
  success_url?: string
  cancel_url?: string
  client_reference_id?: string
  currency?: string
  customer_email?: string
  expires_at?: number
  locale?: string
  metadata?: Metadata
  payment_intent_data?: {
    capture_method?: string
    description?: string
    metadata?: Metadata
    receipt_email?: string
  }
  allowed_payment_method_types?: string[]
  excluded_payment_method_types?: string[]
  submit_type?: string
  expand?: string[]
}

export type CheckedLine = {
  currency: string
  unitAmount: number
  quantity: number
  name: string
  metadata: Metadata
}

const LEAST_MINUTES = 30
const MOST_HOURS = 24
const MOST_LINES = 100
const SMALLEST_TOTAL = 50
const LARGEST_AMOUNT = 99_999_999

// Good parameters at Stripe, for things this server does not play.
const NOT_PLAYED = [
  'after_expiration',
  'automatic_tax',
  'consent_collection',
  'custom_fields',
  'customer',
  'customer_account',
  'discounts',
  'invoice_creation',
  'managed_payments',
  'name_collection',
  'optional_items',
  'phone_number_collection',
  'return_url',
  'setup_intent_data',
  'shipping_address_collection',
  'shipping_options',
  'subscription_data',
  'tax_id_collection',
]

/** What Stripe checks beyond types: what is required together, amounts, addresses, times. */
export function checkNewSession(params: NewSession, now: number): CheckedLine[] {
  refuseWhatIsNotPlayed(params)
  if (params.mode === undefined) refuseAbsent('mode')
  if (!params.line_items?.length) {
    refuse(400, 'The `line_items` parameter is required in payment mode.', {
      code: 'parameter_missing',
      param: 'line_items',
    })
  }
  if (params.success_url === undefined) refuseAbsent('success_url')
  checkUrl(params.success_url, 'success_url')
  checkUrl(params.cancel_url, 'cancel_url')
  checkEmail(params.customer_email, 'customer_email')
  checkEmail(params.payment_intent_data?.receipt_email, 'payment_intent_data[receipt_email]')
  checkExpiry(params.expires_at, now)
  const lines = params.line_items.map(checkLine)
  checkTotal(lines, params.currency)
  return lines
}

function refuseWhatIsNotPlayed(params: NewSession): void {
  const named = NOT_PLAYED.find((name) => name in params)
  if (named) refuseNotPlayed(named)
  if (params.mode !== undefined && params.mode !== 'payment') refuseNotPlayed('mode', params.mode)
  const { ui_mode: page, payment_intent_data: intent } = params
  if (page !== undefined && page !== 'hosted_page') refuseNotPlayed('ui_mode', page)
  if (intent?.capture_method === 'manual') {
    refuseNotPlayed('payment_intent_data[capture_method]', 'manual')
  }
}

function refuseNotPlayed(param: string, value?: string): never {
  const what = value === undefined ? param : `${param}=${value}`
  refuse(400, `Stripe knows ${what}, this stand-in does not: teach it before using it.`, { param })
}

function checkLine(line: NewLine, index: number): CheckedLine {
  const at = `line_items[${index}]`
  const price = line.price_data
  if (!price) return refuseNotPlayed(`${at}[price]`)
  if ('recurring' in price) refuseNotPlayed(`${at}[price_data][recurring]`)
  if ('unit_amount_decimal' in price) refuseNotPlayed(`${at}[price_data][unit_amount_decimal]`)
  if (!price.product_data) return refuseAbsent(`${at}[price_data][product_data]`)
  if (price.unit_amount === undefined) return refuseAbsent(`${at}[price_data][unit_amount]`)
  if (price.unit_amount < 0 || price.unit_amount > LARGEST_AMOUNT) {
    refuseAmount(price.unit_amount, `${at}[price_data][unit_amount]`)
  }
  if (line.quantity === undefined) return refuseAbsent(`${at}[quantity]`)
  if (line.quantity < 1) {
    const message = 'This value must be greater than or equal to 1.'
    refuse(400, message, { code: 'parameter_invalid_integer', param: `${at}[quantity]` })
  }
  const { currency, unit_amount: unitAmount, product_data: product } = price
  const { quantity, metadata = {} } = line
  return { currency, unitAmount, quantity, name: product.name, metadata }
}

function refuseAmount(amount: number, param: string): never {
  if (amount > LARGEST_AMOUNT) {
    const message = `Amount must be no more than ${LARGEST_AMOUNT}`
    return refuse(400, message, { code: 'amount_too_large', param })
  }
  return refuse(400, 'This value must be greater than or equal to 0.', {
    code: 'parameter_invalid_integer',
    param,
  })
}

function checkTotal(lines: CheckedLine[], sessionCurrency: string | undefined): void {
  if (lines.length > MOST_LINES) {
    refuse(400, `A session has at most ${MOST_LINES} line items.`, { param: 'line_items' })
  }
  const currencies = new Set(lines.map((line) => line.currency))
  if (sessionCurrency !== undefined) currencies.add(sessionCurrency)
  if (currencies.size > 1) {
    refuse(400, 'All line items of a session must use the same currency.', { param: 'line_items' })
  }
  const total = lines.reduce((sum, line) => sum + line.unitAmount * line.quantity, 0)
  if (total > LARGEST_AMOUNT) refuseAmount(total, 'line_items')
  if (total > 0 && total < SMALLEST_TOTAL) {
    const message = `The Checkout Session's total amount must be at least ${SMALLEST_TOTAL} cents.`
    refuse(400, message, { code: 'amount_too_small' })
  }
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return
  if (expiresAt < now + LEAST_MINUTES * 60) refuseExpiry(`at least ${LEAST_MINUTES} minutes`)
  if (expiresAt > now + MOST_HOURS * 3600) refuseExpiry(`less than ${MOST_HOURS} hours`)
}

function refuseExpiry(limit: string): never {
  refuse(400, `The \`expires_at\` timestamp must be ${limit} from Checkout Session creation.`, {
    param: 'expires_at',
  })
}

function checkUrl(url: string | undefined, param: string): void {
  if (url === undefined || (/^https?:\/\//.test(url) && URL.canParse(url))) return
  refuse(400, `Not a valid URL: ${url}`, { code: 'url_invalid', param })
}

function checkEmail(email: string | undefined, param: string): void {
  if (email === undefined || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return
  refuse(400, `Invalid email address: ${email}`, { code: 'email_invalid', param })
}
