import type { RequestLine, Trouble, World } from './world.ts'

/** The fault planned for this call, if any; each serves as many times as was asked. */
export function takeTrouble(world: World, call: RequestLine): Trouble['kind'] | null {
  const trouble = world.troubles.find(
    ({ path = '', method = call.method, about = '', times }) =>
      times > 0 &&
      call.path.startsWith(path) &&
      call.method === method &&
      (call.path + JSON.stringify(call.params)).includes(about),
  )
  if (!trouble) return null
  trouble.times -= 1
  world.troubles = world.troubles.filter(({ times }) => times > 0)
  return trouble.kind
}
