import { retryDue } from './deliveries.ts'
import { forgetOldAnswers } from './idempotency.ts'
import { settleDelayed } from './payments.ts'
import { settleRefund } from './refunds.ts'
import { expireDue } from './sessions.ts'
import type { World } from './world.ts'

/** Everything that happens only because time has passed. */
export function tick(world: World): void {
  expireDue(world)
  settleDue(world)
  retryDue(world)
  forgetOldAnswers(world)
}

function settleDue(world: World): void {
  const due = world.state.later.filter(({ at }) => at <= world.now())
  if (due.length === 0) return
  world.state.later = world.state.later.filter(({ at }) => at > world.now())
  for (const { what, id, outcome } of due) {
    if (what === 'payment') settleDelayed(world, id, outcome)
    else settleRefund(world, id)
  }
}
