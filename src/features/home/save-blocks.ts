import type { Actor } from '#features/audit/note.ts'
import type { Block, Settings } from '#features/settings/rules.ts'
import { saveSettings } from '#features/settings/save-settings.ts'
import type { Tools } from '#platform/tools.ts'

/** Lays the home page out anew; false when somebody else has changed it since it was read. */
export function saveBlocks(
  tools: Pick<Tools, 'db' | 'now'>,
  actor: Actor,
  was: Settings,
  blocks: Block[],
): Promise<boolean> {
  return saveSettings(tools, actor, { was, next: { home: { blocks } } })
}
