import { expect, test } from 'vitest'
import { checkEnv } from '#env.ts'

const whole = {
  SHOP_URL: 'https://shop.test',
  STRIPE_SECRET_KEY: 'sk_test_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
}

const check = (texts: Partial<typeof whole>) => () => checkEnv({ ...whole, ...texts })

test('P17: a shop without its address or keys does not run, and says which are missing', () => {
  expect(check({})).not.toThrow()
  expect(check({ STRIPE_WEBHOOK_SECRET: '' })).toThrow('Missing: STRIPE_WEBHOOK_SECRET.')
  expect(check({ SHOP_URL: ' ', STRIPE_SECRET_KEY: '' })).toThrow(
    'Missing: SHOP_URL, STRIPE_SECRET_KEY.',
  )
})
