export type TestCard = {
  number: string
  brand: 'visa'
  outcome: 'pays' | 'declined' | 'authenticates'
}

export const TEST_CARDS: TestCard[] = [
  { number: '4242424242424242', brand: 'visa', outcome: 'pays' },
  { number: '4000000000000002', brand: 'visa', outcome: 'declined' },
  { number: '4000002500003155', brand: 'visa', outcome: 'authenticates' },
]

export type TestIban = { number: string; country: string; outcome: 'succeeded' | 'failed' }

export const TEST_IBANS: TestIban[] = [
  { number: 'DE89370400440532013000', country: 'DE', outcome: 'succeeded' },
  { number: 'FR1420041010050500013M02606', country: 'FR', outcome: 'succeeded' },
  { number: 'DE62370400440532013001', country: 'DE', outcome: 'failed' },
  { number: 'FR8420041010050500013M02607', country: 'FR', outcome: 'failed' },
]

/** The test card typed, with or without spaces. */
export function testCard(typed: string): TestCard | undefined {
  const number = typed.replace(/[\s-]/g, '')
  return TEST_CARDS.find((card) => card.number === number)
}

/** The test IBAN typed, with or without spaces. */
export function testIban(typed: string): TestIban | undefined {
  const number = typed.replace(/\s/g, '').toUpperCase()
  return TEST_IBANS.find((iban) => iban.number === number)
}

/** 4242424242424242 → 4242 4242 4242 4242 */
export function spaced(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ')
}
