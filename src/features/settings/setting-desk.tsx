import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { actorOf } from '#features/audit/actor-of.ts'
import type { Fields, Problems, Read } from '#lib/form.ts'
import { shortHash } from '#lib/hash.ts'
import type { Lang } from '#lib/i18n.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import type { Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { drawDesk, openDesk } from './desk-page.tsx'
import { allSettings, readSettings } from './queries.ts'
import type { Settings } from './rules.ts'
import { saveSettings } from './save-settings.ts'

/** A form of the back office as its page draws it. */
export type Sheet = {
  typed: Fields
  problems: Problems
  /** What was shown, in short: posted with the form, so that two editors do not undo each other. */
  mark: string
  told?: 'saved' | 'stale' | undefined
}

/** What a form needs to be read: settings as they are, the language of whoever types, and now. */
export type Ground = { settings: Settings; lang: Lang; now: number }

type SettingForm<Key extends keyof Settings, More> = {
  keys: readonly Key[]
  /** What the fields hold before anybody has typed. */
  typed: (ground: Ground) => Fields
  read: (fields: Fields, ground: Ground, more: More) => Read<Pick<Settings, Key>>
  /** What else the page is about. */
  look: (tools: Tools, settings: Settings, done?: string) => Promise<More>
  /** What stands or falls with a change. */
  also?: (tools: Tools, was: Settings, next: Pick<Settings, Key>) => Statement[]
  page: (sheet: Sheet, more: More) => Child
}

/**
 * The routes of a page that holds settings: shows them, and saves them when they are right (303), not changed by somebody
 * else since they were shown (409), and else says what is wrong (422). What was typed is kept.
 */
export function settingDesk<Key extends keyof Settings, More>(form: SettingForm<Key, More>) {
  return router()
    .get('/', async (c) => {
      const { rows, ground, more } = await open(c, form)
      const told = c.req.query('done') === 'saved' ? 'saved' : undefined
      const sheet = settingSheet(form.typed(ground), ground.settings, form.keys)
      const page = form.page({ ...sheet, told }, more)
      return drawDesk(c, openDesk(c, rows), page)
    })
    .post('/', async (c) => {
      const typed = await fieldsOf(c)
      const { rows, ground, more } = await open(c, form)
      const mark = markOf(ground.settings, form.keys)
      const answer = (status: 409 | 422, problems: Problems, told?: 'stale') =>
        drawDesk(c, openDesk(c, rows), form.page({ typed, problems, mark, told }, more), status)
      const read = form.read(typed, ground, more)
      if (!read.ok) return answer(422, read.problems)
      if (typed['mark'] !== mark) return answer(409, {}, 'stale')
      const { tools } = c.var
      const also = form.also?.(tools, ground.settings, read.value) ?? []
      const change = { was: ground.settings, next: read.value, also }
      const saved = await saveSettings(tools, actorOf(c), change)
      return saved ? c.redirect(`${c.req.path}?done=saved`, 303) : answer(409, {}, 'stale')
    })
}

async function open<Key extends keyof Settings, More>(
  c: Context<App>,
  form: SettingForm<Key, More>,
) {
  const { tools, desk } = c.var
  const rows = await allSettings(tools.db)
  const settings = readSettings(rows)
  const more = await form.look(tools, settings, c.req.query('done'))
  return { rows, more, ground: { settings, lang: desk.staff.lang, now: tools.now } }
}

/** A form that shows settings as they are. */
export function settingSheet(
  typed: Fields,
  settings: Settings,
  keys: readonly (keyof Settings)[],
): Sheet {
  return { typed, problems: {}, mark: markOf(settings, keys) }
}

function markOf(settings: Settings, keys: readonly (keyof Settings)[]): string {
  return shortHash(JSON.stringify(keys.map((key) => settings[key])))
}
