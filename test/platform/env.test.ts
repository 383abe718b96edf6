import { expect, test } from 'vitest'
import { checkEnv, picturesOrigin } from '#env.ts'

const whole = {
  SHOP_URL: 'https://shop.test',
  STRIPE_SECRET_KEY: 'sk_test_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
}

const check = (texts: Partial<typeof whole> & { PICTURES_URL?: string }) => () =>
  checkEnv({ ...whole, ...texts })

test('P17: a shop without its address or keys does not run, and says which are missing', () => {
  expect(check({})).not.toThrow()
  expect(check({ STRIPE_WEBHOOK_SECRET: '' })).toThrow('Missing: STRIPE_WEBHOOK_SECRET.')
  expect(check({ SHOP_URL: ' ', STRIPE_SECRET_KEY: '' })).toThrow(
    'Missing: SHOP_URL, STRIPE_SECRET_KEY.',
  )
})

test('pictures are at an address without a path, or the shop says what it should be', () => {
  const wrong = ['images.example.com', 'https://images.example.com/', 'https://x.test/a; img-src *']
  for (const url of wrong) {
    expect(check({ PICTURES_URL: url }), url).toThrow(/PICTURES_URL.*https:\/\/images.example.com/)
    expect(picturesOrigin({ PICTURES_URL: url })).toBe('')
  }
  expect(check({ PICTURES_URL: 'https://images.example.com' })).not.toThrow()
  expect(check({ PICTURES_URL: '' })).not.toThrow()
})
