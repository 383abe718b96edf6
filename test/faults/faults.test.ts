import { expect, test } from 'vitest'
import { faultsOf, faultyTools, LineBroke, LONG } from '../support/faults.ts'
import { makeShop } from '../support/make.ts'
import { expectSound } from '../support/sound.ts'
import { tools } from '../support/worker.ts'
import { SCENES } from './scenes.ts'

test.each(SCENES)(
  'K2: $name, and wherever the line to the database breaks, doing it again leaves what would have been',
  { timeout: LONG ? 600_000 : 30_000 },
  async ({ stage }) => {
    await makeShop()
    const calm = await stage()
    const { tools: counting, count } = faultyTools(null)
    await calm.act(counting)
    const expected = await calm.left()
    expect(count.statements).toBeGreaterThan(0)
    let broke = 0
    for (const fault of faultsOf(count.statements, LONG)) {
      // One after the other, so that a failure names its place.
      // oxlint-disable no-await-in-loop
      const { act, left } = await stage()
      const { tools: faulty } = faultyTools(fault)
      await act(faulty).catch((error: unknown) => {
        for (let cause = error; cause instanceof Error; cause = cause.cause) {
          if (cause instanceof LineBroke) return
        }
        throw error
      })
      broke += 1
      await act(tools())
      expect(await left(), `${fault.when} statement ${fault.at}`).toEqual(expected)
      // oxlint-enable no-await-in-loop
    }
    expect(broke).toBeGreaterThan(0)
    await expectSound()
  },
)
