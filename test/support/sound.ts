import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { brokenInvariants } from './invariants.ts'

/** Expects that everything that must hold in a shop holds in the one under test. */
export async function expectSound(): Promise<void> {
  const broken = await brokenInvariants(async (sql) => (await env.DB.prepare(sql).all()).results)
  expect(broken).toEqual([])
}
